import type { ImportTarget } from '#flow/intake/index.ts';
import type { Route } from '#platform/http.ts';
import type { RetainDeps } from './server/deps.ts';
import { ticketTarget } from './server/import-tickets.ts';
import { retainRoutes } from './server/routes.ts';

export { RETAIN_SAYS } from './domain/retain-sayings.ts';
export type { RetainDeps } from './server/deps.ts';

/** The stage that keeps customers: their tickets, and what to do before one is lost. */
export const createRetain = (deps: RetainDeps) => ({
  routes: retainRoutes(deps) satisfies readonly Route[],
  importTargets: [ticketTarget(deps)] satisfies readonly ImportTarget[],
});

export type Retain = ReturnType<typeof createRetain>;
