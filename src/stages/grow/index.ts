import type { ImportTarget } from '#flow/intake/index.ts';
import type { Route } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import type { GrowDeps } from './server/deps.ts';
import { churnTarget } from './server/import-churn.ts';
import { subscriptionTarget } from './server/import-subscriptions.ts';
import { growRoutes } from './server/routes.ts';
import { subscriptionSpans } from './store/subscriptions.ts';

export { GROW_SAYS } from './domain/grow-sayings.ts';
export type { GrowDeps } from './server/deps.ts';

/** The stage that keeps what customers pay: subscriptions with their whole life, and why the lost ones left. */
export const createGrow = (deps: GrowDeps) => ({
  routes: growRoutes(deps) satisfies readonly Route[],
  importTargets: [subscriptionTarget(deps), churnTarget(deps)] satisfies readonly ImportTarget[],
  /** From when to when subscriptions ran, by the ids that a source gives them: usage is compared with it. */
  subscriptionSpans: (tx: Db, ws: number, source: string, ids: readonly string[]) => subscriptionSpans(tx, ws, { source, ids }),
});

export type Grow = ReturnType<typeof createGrow>;
