import { addDays, startOfDate } from '#kernel/calendar.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { answerOf, type Engine } from '../../domain/answer.ts';
import { marked } from '../../domain/figure.ts';
import { earlierOf, type Frame, instantsOf, type Span, windowsOf } from '../../domain/frame.ts';
import { ALL } from '../../domain/questions/slices.ts';
import type { EventMatch, QuestionUnit } from '../../question-contracts.ts';
import { type TrendCount, trendCounts } from '../../store/questions/trend.ts';
import { rowsOf } from '../../store/statement.ts';
import { trendRows } from '../../store/trend.ts';
import type { Window } from '../../store/windows.ts';
import { breakdownOf, factScopeOf, rawRows } from './engine-scope.ts';
import { figuresBySlice } from './figures-by-slice.ts';

type Plan = Extract<MeasurePlan, { engine: 'trend' }>;

/** How many facts, or distinct units with one, by period, or in the days that end with each period: the question `trend`, asked by a measure. */
export const trendEngine = (clickhouse: ClickHouse): Engine<Plan> => ({
  events: (plan) => plan.events,
  ask: async (question) => {
    const { frame, plan } = question;
    const windows = windowsOf(frame);
    const unit = UNITS[plan.count];
    const statement = trendCounts(factScopeOf(question, unit ?? 'account'), {
      match: matchOf(plan),
      count: { of: unit === null ? 'events' : 'units', field: null, level: 0.5 },
      breakdown: breakdownOf(question),
      frame,
      windows: windows.map((span) => windowOf(span, plan, frame)),
    });
    const rows = await rowsOf<TrendCount>(clickhouse, statement);
    const counts = figuresBySlice(
      rows.map(({ slice, w, value }) => ({ slice: slice === ALL ? ALL : slice.slice(1), w, n: Number(value) })),
    );
    const figure = (slice: string, window: number) => {
      const counted = { value: counts.get(slice, window)?.n ?? 0 };
      // A trailing window is whole at any moment; a period is not until it is over.
      return plan.windowDays === undefined && window < frame.spans.length ? marked(counted, windows[window]!.complete) : counted;
    };
    return { ...answerOf(question, counts.slices, figure), sql: [statement.sql] };
  },
  rows: (question, { span, series, offset, limit }) => {
    const window = windowOf(span, question.plan, question.frame);
    const counts = UNITS[question.plan.count];
    const asked = {
      scope: factScopeOf(question, counts ?? 'account'),
      match: matchOf(question.plan),
      counts,
      sliceBy: breakdownOf(question)?.field ?? null,
    };
    return rawRows(clickhouse, trendRows(asked, { window, slice: series, offset, limit }), question.frame.zone);
  },
});

const UNITS: Readonly<Record<Plan['count'], QuestionUnit | null>> = {
  events: null,
  accounts: 'account',
  people: 'person',
  subjects: { field: 'event.subject' },
};

const matchOf = ({ events }: Plan): EventMatch => ({ events: [...events], where: null, occurrence: 'every' });

const windowOf = (span: Span, { windowDays }: Plan, frame: Frame): Window => {
  if (windowDays === undefined) return instantsOf(span, frame);
  const to = earlierOf(span.to, addDays(frame.observedThrough, 1));
  return { start: startOfDate(addDays(to, -windowDays), frame.zone), end: instantsOf({ from: span.from, to }, frame).end };
};
