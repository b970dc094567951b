import { defaultStringifySearch } from '@tanstack/react-router';
import { useWorkspace } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { calendarDay } from '#web/ui/date-range.ts';
import type { MetricOnBoard } from '../../../board-contracts.ts';
import { askMetric, type MetricResult } from '../../../contracts.ts';
import { useSegmentChoices } from '../../BreakdownChoice.tsx';
import { MetricView, questionOf } from '../../metric-view.ts';
import { withPartNames } from '../../segment-parts.ts';
import { metricText } from '../../text/text.ts';
import type { Period } from '../explore-view.ts';

/** How a metric on a board is looked at: as it was put there, for its own period or the one of all tiles. */
export const viewOnBoard = ({ preset, from, to, asOf, interval, by, filter }: MetricOnBoard, period: Period | null): MetricView =>
  MetricView.parse({
    ...(period ? { preset: period.preset, from: period.from, to: period.to, asOf: period.asOf } : { preset, from, to, asOf, interval }),
    by,
    filter,
  });

/** A view as a board keeps it: without the rows that stand open. */
export const asOnBoard = (id: string, { rows: _, ...view }: MetricView): MetricOnBoard => ({ id, ...view });

/** The page of a metric, looked at in this way. */
export const metricPlace = (id: string, view: MetricView): string =>
  `/metrics/${encodeURIComponent(id)}${defaultStringifySearch({ ...view })}`;

/** The answer of a metric in this view, with its parts called by their names; asked while `wanted`. */
export const useMetricAnswer = (id: string, view: MetricView, wanted: boolean) => {
  const t = useText(metricText);
  const { timeZone } = useWorkspace();
  const segments = useSegmentChoices();
  const question = questionOf(view, { today: calendarDay(Date.now(), timeZone), timeZone });
  const { data, error } = useQueryOf(askMetric, { params: { id }, body: question }, { enabled: wanted, freshFor: 60_000 });
  const result: MetricResult | undefined = data && withPartNames(data, segments, t);
  return { result, error };
};
