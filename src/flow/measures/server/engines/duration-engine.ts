import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { answerOf, type Engine, type EngineQuestion } from '../../domain/answer.ts';
import { marked, mean, NOTHING } from '../../domain/figure.ts';
import { instantsOf, windowsOf } from '../../domain/frame.ts';
import { type DurationSpread, durationRows, durationSpreads } from '../../store/duration.ts';
import { rowsOf } from '../../store/statement.ts';
import { rawRows, scopeOf } from './engine-scope.ts';
import { figuresBySlice } from './figures-by-slice.ts';

type Plan = Extract<MeasurePlan, { engine: 'duration' }>;
const LEVELS = { median: 0.5, p90: 0.9, mean: null } as const;

/** How long things took, by the period in which they happened. */
export const durationEngine = (clickhouse: ClickHouse): Engine<Plan> => ({
  events: (plan) => [plan.event],
  ask: async (question) => {
    const { frame, plan } = question;
    const windows = windowsOf(frame);
    const statement = durationSpreads(
      durationOf(question),
      windows.map((span) => instantsOf(span, frame)),
    );
    const spreads = figuresBySlice(await rowsOf<DurationSpread>(clickhouse, statement));
    const figure = (slice: string, window: number) => {
      const made = figureOf(spreads.get(slice, window), plan.read);
      return window < frame.spans.length ? marked(made, windows[window]!.complete) : made;
    };
    return { ...answerOf(question, spreads.slices, figure), sql: [statement.sql] };
  },
  rows: (question, { span, series, offset, limit }) => {
    const window = instantsOf(span, question.frame);
    return rawRows(clickhouse, durationRows(durationOf(question), { window, slice: series, offset, limit }), question.frame.zone);
  },
});

const durationOf = (question: EngineQuestion<Plan>) => ({
  scope: scopeOf(question),
  event: question.plan.event,
  property: question.plan.property,
  level: LEVELS[question.plan.read],
});

const figureOf = (spread: DurationSpread | undefined, read: Plan['read']) => {
  if (spread === undefined) return { ...NOTHING, n: 0 };
  const n = Number(spread.n);
  if (read === 'mean') return mean(n, spread.sum, spread.squares);
  return { value: spread.quantile, n, low: spread.low, high: spread.high };
};
