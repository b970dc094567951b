import { ACTIVATION_MILESTONE, type Milestone } from '#kernel/activation.ts';
import { AppError } from '#kernel/app-error.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { answerOf, type Engine, type EngineQuestion } from '../../domain/answer.ts';
import { marked, NOTHING, share } from '../../domain/figure.ts';
import { windowsOf } from '../../domain/frame.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { type ActivationCount, activationCounts, activationRows } from '../../store/activation.ts';
import { SUBSCRIPTION_EVENTS } from '../../store/subscription-parts.ts';
import { moneyScopeOf, type RatesOf, rawRows } from './engine-scope.ts';
import { figuresBySlice } from './figures-by-slice.ts';
import { createReadings } from './readings.ts';

/** What a workspace counts as activated, as far as it was said by an instant (UTC ms): whichever of these is reached first. */
export type MilestonesOf = (ws: number, asOf: number) => Promise<readonly Milestone[]>;

type Plan = Extract<MeasurePlan, { engine: 'activation' }>;

/** Which customers reached the milestone, and how soon, by the period of their first paid day. Who still has time is not yet known. */
export const activationEngine = (clickhouse: ClickHouse, ratesOf: RatesOf, milestonesOf: MilestonesOf = shipped): Engine<Plan> => {
  const readings = createReadings(clickhouse);
  const customersOf = async (question: EngineQuestion<Plan>) => ({
    scope: moneyScopeOf(question, await ratesOf(question.workspace)),
    milestones: someOf(await milestonesOf(question.workspace.ws, question.frame.asOf)),
    zone: question.frame.zone,
  });
  return {
    events: () => SUBSCRIPTION_EVENTS,
    restsOn: async ({ workspace, frame }) => {
      const milestones = await milestonesOf(workspace.ws, frame.asOf);
      return { setting: JSON.stringify(milestones), events: milestones.flatMap(({ events }) => events) };
    },
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

const shipped: MilestonesOf = async () => [{ ...ACTIVATION_MILESTONE, where: null, people: 1, from: null, until: null }];

const someOf = (milestones: readonly Milestone[]): readonly Milestone[] => {
  if (milestones.length > 0) return milestones;
  throw new AppError('invalid', MEASURE_SAYS.milestone_missing());
};

const figureOf = (count: ActivationCount | undefined, read: Plan['read']) => {
  if (count === undefined) return { ...NOTHING, n: 0 };
  const [mature, activated] = [Number(count.mature), Number(count.activated)];
  const isComplete = mature === Number(count.customers);
  if (read === 'rate') return marked(share(activated, mature), isComplete);
  if (activated === 0) return marked({ ...NOTHING, n: 0 }, isComplete);
  return marked({ value: count.quantile, n: activated, low: count.low, high: count.high }, isComplete);
};
