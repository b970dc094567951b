import { type OutcomesDeps, outcomeRoutes } from './server/routes.ts';

export type { OutcomesDeps } from './server/routes.ts';

/** Did it help: what plays did for their goals, against those held out. */
export const createOutcomes = (deps: OutcomesDeps) => ({ routes: outcomeRoutes(deps) });
