import type { ImportTarget } from '#flow/intake/index.ts';
import { type MarketDeps, spendTarget } from './server/import-spend.ts';

export { MARKET_SAYS } from './domain/market-sayings.ts';
export type { MarketDeps } from './server/import-spend.ts';

/** The stage that knows whom to serve and what reaching them costs: so far, spend lines. */
export const createMarket = (deps: MarketDeps) => ({
  importTargets: [spendTarget(deps)] satisfies readonly ImportTarget[],
});

export type Market = ReturnType<typeof createMarket>;
