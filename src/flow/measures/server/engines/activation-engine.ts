import { ACTIVATION_MILESTONE } from '#kernel/activation.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { answerOf, type Engine, type EngineQuestion } from '../../domain/answer.ts';
import { marked, NOTHING, share } from '../../domain/figure.ts';
import { windowsOf } from '../../domain/frame.ts';
import { type ActivationCount, activationCounts, activationRows } from '../../store/activation.ts';
import { SUBSCRIPTION_EVENTS } from '../../store/subscription-parts.ts';
import { moneyScopeOf, type RatesOf, rawRows } from './engine-scope.ts';
import { figuresBySlice } from './figures-by-slice.ts';
import { createReadings } from './readings.ts';

type Plan = Extract<MeasurePlan, { engine: 'activation' }>;

/** Which customers reached the milestone, and how soon, by the period of their first paid day. Who still has time is not yet known. */
export const activationEngine = (clickhouse: ClickHouse, ratesOf: RatesOf): Engine<Plan> => {
  const readings = createReadings(clickhouse);
  const customersOf = async (question: EngineQuestion<Plan>) => ({
    scope: moneyScopeOf(question, await ratesOf(question.workspace)),
    milestone: ACTIVATION_MILESTONE,
    zone: question.frame.zone,
  });
  return {
    events: () => [...SUBSCRIPTION_EVENTS, ...ACTIVATION_MILESTONE.events],
    ask: async (question) => {
      const statement = activationCounts(await customersOf(question), windowsOf(question.frame));
      const counts = figuresBySlice(await readings<ActivationCount>(question, statement));
      const figure = (slice: string, window: number) => figureOf(counts.get(slice, window), question.plan.read);
      return { ...answerOf(question, counts.slices, figure), sql: [statement.sql] };
    },
    rows: async (question, { span, series, offset, limit }) =>
      rawRows(clickhouse, activationRows(await customersOf(question), { window: span, slice: series, offset, limit }), question.frame.zone),
  };
};

const figureOf = (count: ActivationCount | undefined, read: Plan['read']) => {
  if (count === undefined) return { ...NOTHING, n: 0 };
  const [mature, activated] = [Number(count.mature), Number(count.activated)];
  const isComplete = mature === Number(count.customers);
  if (read === 'rate') return marked(share(activated, mature), isComplete);
  if (activated === 0) return marked({ ...NOTHING, n: 0 }, isComplete);
  return marked({ value: count.quantile, n: activated, low: count.low, high: count.high }, isComplete);
};
