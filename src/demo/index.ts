import { createDemoDesk } from './server/demo-desk.ts';
import type { DemoDeps } from './server/deps.ts';
import { demoRoutes } from './server/routes.ts';

export { accountStory } from './domain/account-story.ts';
export { writtenRates } from './domain/company/prices.ts';
export { companyStory } from './domain/company-story.ts';
export type { AccountStory, CompanyPlan, CompanyStory } from './domain/deliveries.ts';
export { DEMO_SAYS } from './domain/demo-sayings.ts';
export { DEMO_SIZES, type DemoSize, demoPlan } from './domain/plan.ts';
export type { AccountTruth, CompanyTruth } from './domain/truth.ts';
export { type BulkDeps, type BulkLoaded, loadBulk } from './server/bulk/load-bulk.ts';
export type { DemoDeps } from './server/deps.ts';

/** The demo company: a simulated SaaS business that comes in through the doors that anybody's data comes through. */
export const createDemo = (deps: DemoDeps) => {
  const desk = createDemoDesk(deps);
  return { ...desk, routes: demoRoutes(desk, deps.recall) };
};

export type Demo = ReturnType<typeof createDemo>;
