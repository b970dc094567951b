import { AppError } from '#kernel/app-error.ts';
import type { Weekday } from '#kernel/calendar.ts';
import { isDate } from '#kernel/calendar.ts';
import type { MeasureDefinition } from '#kernel/measure.ts';
import type { Said } from '#kernel/saying.ts';
import type { Breakdown, MetricQuestion } from '../contracts.ts';
import type { EngineQuestion, MeasuredWorkspace } from '../domain/answer.ts';
import { frameOf } from '../domain/frame.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';
import { segmentsOfBreakdown } from '../domain/segments/segment-mix.ts';
import { type MergedNames, NONE_MERGED } from '../domain/tracking-plan/merged-names.ts';

const MOST_PERIODS = 1_100;

/** What is asked of which measure, at `now` (UTC ms), and which names of events count as another. */
export interface AskedOfEngine {
  readonly definition: MeasureDefinition;
  readonly question: MetricQuestion;
  readonly now: number;
  readonly merged?: MergedNames | undefined;
}

/** Checks a question and works out its stretches of time; `now` (UTC ms) stands in for a missing or future as-of. */
export const engineQuestion = (
  workspace: MeasuredWorkspace,
  { definition, question, now, merged = NONE_MERGED }: AskedOfEngine,
): EngineQuestion => {
  const { from, to, interval, breakdown, filter } = question;
  for (const [field, date] of Object.entries({ from, to })) if (!isDate(date)) refuse(field, MEASURE_SAYS.date_impossible({ date }));
  if (from >= to) refuse('to', MEASURE_SAYS.range_empty());
  if (breakdown !== null && !isDivisible(definition, breakdown)) {
    const what = { metric: definition.name, breakdown };
    const { dimensions } = definition;
    refuse(
      'breakdown',
      dimensions.length === 0 ? MEASURE_SAYS.metric_indivisible(what) : MEASURE_SAYS.metric_not_divisible({ ...what, dimensions }),
    );
  }
  const frame = frameOf({
    from,
    to,
    interval,
    asOf: Math.min(question.asOf ?? now, now),
    zone: workspace.timeZone,
    weekStart: workspace.weekStart as Weekday,
  });
  if (frame.spans.length > MOST_PERIODS) refuse('interval', MEASURE_SAYS.range_too_long({ limit: String(MOST_PERIODS) }));
  return { workspace, definition, plan: definition.plan, frame, interval, breakdown, filter, merged, outside: new Map(), mark: null };
};

// Who can be divided by what accounts are can be divided by the segments that they are in.
const isDivisible = ({ dimensions }: MeasureDefinition, breakdown: Breakdown): boolean =>
  segmentsOfBreakdown(breakdown).length > 0 ? dimensions.length > 0 : dimensions.some((dimension) => dimension === breakdown);

const refuse = (field: string, said: Said): never => {
  throw new AppError('invalid', said, { fields: [{ field, code: 'invalid', said }] });
};
