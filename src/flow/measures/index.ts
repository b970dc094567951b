export { BOARD_SAYS } from './domain/boards/board-sayings.ts';
export { EXPERIMENT_SAYS } from './domain/experiments/experiment-sayings.ts';
export { MEASURE_SAYS } from './domain/measure-sayings.ts';
export { SEGMENT_SAYS } from './domain/segments/segment-sayings.ts';
export { PLAN_SAYS } from './domain/tracking-plan/plan-sayings.ts';

import { createTurns } from '#platform/turns.ts';
import { admitted, QUESTIONS_AT_ONCE } from './server/admission.ts';
import { createAsk, createEngines } from './server/ask-metric.ts';
import { createCatalogue } from './server/catalogue.ts';
import type { MeasuresDeps } from './server/deps.ts';
import { createMetricUnits } from './server/metric-rows.ts';
import { createMrrStepsOf } from './server/mrr-line.ts';
import { questionRoutes } from './server/questions/question-routes.ts';
import { measureRoutes } from './server/routes.ts';
import type { SegmentsDeps } from './server/segments/deps.ts';
import { createKeeper } from './server/segments/keeper.ts';
import { segmentRoutes } from './server/segments/routes.ts';
import { createSegmentValues } from './server/segments/segment-values.ts';
import { segmentsOf } from './store/segments/segments.ts';

export type { Answer, Engine, EngineQuestion, MeasuredWorkspace, RawRow, RowsQuestion } from './domain/answer.ts';
export { NOTHING, share } from './domain/figure.ts';
export { type Frame, frameOf, instantsOf, type Span, windowsOf } from './domain/frame.ts';
export { type Worth, worthIn } from './domain/revenue/worth-in.ts';
export { type MayName, withOtherSegment } from './domain/segments/segments-mentioned.ts';
export { type MergedNames, withMerged } from './domain/tracking-plan/merged-names.ts';
export { createBoards } from './server/boards/board-routes.ts';
export type { AccountDirectory, FieldValues, LifecyclePlan, MeasuresDeps } from './server/deps.ts';
export { createEarlyLives, type EarlyLives, type EarlyLivesQuestion } from './server/early-lives.ts';
export type { RatesOf } from './server/engines/engine-scope.ts';
export { createExchangeRates } from './server/exchange-rates.ts';
export { createExperimentIdeas } from './server/experiments/idea-routes.ts';
export type { MrrStepsOf } from './server/mrr-line.ts';
export type { Replacing, SegmentUnits, UnitsAsked } from './server/segments/deps.ts';
export { createTrackingPlans } from './server/tracking-plan/tracking-plans.ts';
export type { MrrChange } from './store/mrr-steps.ts';
export { segmentIdsOfAccounts, segmentTestSql } from './store/segments/membership-sql.ts';
export { numbersIn } from './store/segments/stays.ts';
export { SUBSCRIPTION_EVENTS } from './store/subscription-parts.ts';

/** Who belongs together: segments by condition or by hand, kept current, with their history. `start` declares the jobs. */
export const createSegments = (deps: SegmentsDeps) => {
  const keeper = createKeeper(deps, createTurns());
  return {
    routes: segmentRoutes(deps, keeper),
    /** Makes membership of these accounts or people what is known now; what changed is told by facts. */
    react: keeper.react,
    /** One round of what the clock changes, and the proof of each new day. Runs by itself every minute once started. */
    walkRound: keeper.walk,
    start: keeper.define,
    /** Who is in a segment, for questions: the values of `segment.<id>`; null for other fields and segments that do not exist. */
    valuesOf: createSegmentValues(deps),
    /** Those that filters may name. */
    named: async (ws: number) => (await segmentsOf(deps.postgres.db, ws)).map(({ id, name, unit }) => ({ id, name, unit })),
  };
};

export type Segments = ReturnType<typeof createSegments>;

/** The catalogue of metrics with its engines: asks any measure that a stage plugs in, for any range, slice and as-of. */
export const createMeasures = (deps: MeasuresDeps) => {
  // One queue for all that is counted, by metric or by question.
  const queue = admitted(deps.clickhouse, QUESTIONS_AT_ONCE);
  const catalogue = createCatalogue(deps.manifests);
  const ask = createAsk(deps, catalogue, createEngines({ ...deps, clickhouse: queue }));
  const mrrStepsOf = createMrrStepsOf(deps);
  return {
    routes: [...measureRoutes(deps, { catalogue, ask, mrrStepsOf }), ...questionRoutes(deps, queue)],
    cards: catalogue.cards,
    ask,
    mrrStepsOf,
    /** Whom the rows behind a point of a metric are about, for lists that keep them. */
    unitsOf: createMetricUnits(deps, catalogue, createEngines(deps)),
  };
};

export type Measures = ReturnType<typeof createMeasures>;
