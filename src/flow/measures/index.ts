import { createAsk, createEngines } from './server/ask-metric.ts';
import { createCatalogue } from './server/catalogue.ts';
import type { MeasuresDeps } from './server/deps.ts';
import { createMrrStepsOf } from './server/mrr-line.ts';
import { questionRoutes } from './server/questions/question-routes.ts';
import { measureRoutes } from './server/routes.ts';

export type { Answer, Engine, EngineQuestion, MeasuredWorkspace, RawRow, RowsQuestion } from './domain/answer.ts';
export { NOTHING, share } from './domain/figure.ts';
export { type Frame, frameOf, instantsOf, type Span, windowsOf } from './domain/frame.ts';
export { type Worth, worthIn } from './domain/revenue/worth-in.ts';
export type { AccountDirectory, LifecyclePlan, MeasuresDeps } from './server/deps.ts';
export { createEarlyLives, type EarlyLives, type EarlyLivesQuestion } from './server/early-lives.ts';
export type { RatesOf } from './server/engines/engine-scope.ts';
export { createExchangeRates } from './server/exchange-rates.ts';
export type { MrrStepsOf } from './server/mrr-line.ts';
export { createTrackingPlans } from './server/tracking-plan/tracking-plans.ts';
export type { MrrChange } from './store/mrr-steps.ts';
export { SUBSCRIPTION_EVENTS } from './store/subscription-parts.ts';

/** The catalogue of metrics with its engines: asks any measure that a stage plugs in, for any range, slice and as-of. */
export const createMeasures = (deps: MeasuresDeps) => {
  const catalogue = createCatalogue(deps.manifests);
  const ask = createAsk(deps, catalogue, createEngines(deps));
  const mrrStepsOf = createMrrStepsOf(deps);
  return {
    routes: [...measureRoutes(deps, { catalogue, ask, mrrStepsOf }), ...questionRoutes(deps)],
    cards: catalogue.cards,
    ask,
    mrrStepsOf,
  };
};

export type Measures = ReturnType<typeof createMeasures>;
