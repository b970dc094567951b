import type { ImportTarget } from '#flow/intake/index.ts';
import type { Route } from '#platform/http.ts';
import { dealRoutes } from './server/deal-routes.ts';
import type { SellDeps } from './server/deps.ts';
import { productTarget, repTarget } from './server/import-catalogue.ts';
import { dealTarget } from './server/import-deals.ts';
import { noteRoutes } from './server/note-routes.ts';

export { SELL_SAYS } from './domain/sell-sayings.ts';
export type { SellDeps } from './server/deps.ts';

/** The stage that turns leads into customers: deals, what is sold and by whom, and what was written down about an account. */
export const createSell = (deps: SellDeps) => ({
  routes: [...dealRoutes(deps), ...noteRoutes(deps)] satisfies readonly Route[],
  importTargets: [productTarget(), repTarget(), dealTarget(deps)] satisfies readonly ImportTarget[],
});

export type Sell = ReturnType<typeof createSell>;
