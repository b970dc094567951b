import { addDays, startOfDate } from '#kernel/calendar.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { answerOf, type Engine, type EngineQuestion } from '../../domain/answer.ts';
import { marked } from '../../domain/figure.ts';
import { earlierOf, type Frame, instantsOf, type Span, windowsOf } from '../../domain/frame.ts';
import { rowsOf } from '../../store/statement.ts';
import { type TrendCount, trendCounts, trendRows } from '../../store/trend.ts';
import type { Window } from '../../store/windows.ts';
import { rawRows, scopeOf } from './engine-scope.ts';
import { figuresBySlice } from './figures-by-slice.ts';

type Plan = Extract<MeasurePlan, { engine: 'trend' }>;

/** How many facts, or distinct units with one, by period, or in the days that end with each period. */
export const trendEngine = (clickhouse: ClickHouse): Engine<Plan> => ({
  events: (plan) => plan.events,
  ask: async (question) => {
    const { frame, plan } = question;
    const windows = windowsOf(frame);
    const statement = trendCounts(
      trendOf(question),
      windows.map((span) => windowOf(span, plan, frame)),
    );
    const counts = figuresBySlice(await rowsOf<TrendCount>(clickhouse, statement));
    const figure = (slice: string, window: number) => {
      const counted = { value: Number(counts.get(slice, window)?.n ?? 0) };
      // A trailing window is whole at any moment; a period is not until it is over.
      return plan.windowDays === undefined && window < frame.spans.length ? marked(counted, windows[window]!.complete) : counted;
    };
    return { ...answerOf(question, counts.slices, figure), sql: [statement.sql] };
  },
  rows: async (question, { span, series, offset, limit }) => {
    const window = windowOf(span, question.plan, question.frame);
    return rawRows(clickhouse, trendRows(trendOf(question), { window, slice: series, offset, limit }), question.frame.zone);
  },
});

const trendOf = (question: EngineQuestion<Plan>) => ({
  scope: scopeOf(question),
  events: question.plan.events,
  count: question.plan.count,
});

const windowOf = (span: Span, { windowDays }: Plan, frame: Frame): Window => {
  if (windowDays === undefined) return instantsOf(span, frame);
  const to = earlierOf(span.to, addDays(frame.observedThrough, 1));
  return { start: startOfDate(addDays(to, -windowDays), frame.zone), end: instantsOf({ from: span.from, to }, frame).end };
};
