import type { ImportTarget } from '#flow/intake/index.ts';
import type { EngageDeps, SuggestionDeps } from './server/deps.ts';
import { eventTarget, usageTarget } from './server/import-events.ts';
import { suggestionRoutes } from './server/routes.ts';

export { ENGAGE_SAYS } from './domain/engage-sayings.ts';
export type { EngageDeps, SuggestionDeps } from './server/deps.ts';

/** The stage that watches the use of the product: it keeps no records, only what files of use and events tell. */
export const createEngage = (deps: EngageDeps) => ({
  importTargets: [usageTarget(deps), eventTarget(deps)] satisfies readonly ImportTarget[],
});

export type Engage = ReturnType<typeof createEngage>;

/** What an account or a person might use next, by what similar successful accounts use. */
export const createSuggestions = (deps: SuggestionDeps) => ({ routes: suggestionRoutes(deps) });
