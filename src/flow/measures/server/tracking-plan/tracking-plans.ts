import { AppError } from '#kernel/app-error.ts';
import { type Route, route } from '#platform/http.ts';
import { type PlannedNames, plannedNames } from '../../domain/tracking-plan/merged-names.ts';
import { planFile } from '../../domain/tracking-plan/plan.ts';
import { PLAN_SAYS } from '../../domain/tracking-plan/plan-sayings.ts';
import * as contracts from '../../plan-contracts.ts';
import { ignoreFinding, readDisplayNames, readMergedNames, readPlan } from '../../store/tracking-plan/planned-events.ts';
import type { MergedNamesOf } from '../deps.ts';
import { comparePlans } from './compare-plans.ts';
import type { TrackingPlanDeps } from './deps.ts';
import { keepPlan } from './keep-plan.ts';

/** The plan of what is tracked: its routes, and the names that it merges and hides. */
export interface TrackingPlans {
  readonly routes: readonly Route[];
  readonly mergedNamesOf: MergedNamesOf;
  plannedNamesOf(ws: number): Promise<PlannedNames>;
}

/** Makes the keeper of tracking plans. */
export const createTrackingPlans = (deps: TrackingPlanDeps): TrackingPlans => ({
  routes: [...planRoutes(deps), ...seenRoutes(deps)],
  mergedNamesOf: (ws) => readMergedNames(deps.postgres.db, ws),
  plannedNamesOf: async (ws) => plannedNames(await readPlan(deps.postgres.db, ws)),
});

const planRoutes = (deps: TrackingPlanDeps): readonly Route[] => [
  route(contracts.getTrackingPlan, async (_, { workspace }) => planFile(await readPlan(deps.postgres.db, workspace.ws))),
  route(contracts.listDisplayNames, (_, { workspace }) => readDisplayNames(deps.postgres.db, workspace.ws)),
  route(contracts.putTrackingPlan, async ({ body, query }, { workspace: { ws } }) => {
    const dryRun = query.dryRun === 'true';
    return { changes: [...(await keepPlan(deps, { ws, dryRun }, () => body.events))], applied: !dryRun };
  }),
  route(contracts.putPlannedEvent, async ({ params: { name }, body }, { workspace: { ws } }) => {
    const event = { ...body, name };
    await keepPlan(deps, { ws }, (before) => [...before.filter((one) => one.name !== name), event]);
    return event;
  }),
  route(contracts.removePlannedEvent, async ({ params: { name } }, { workspace: { ws } }) => {
    const changes = await keepPlan(deps, { ws }, (before) => before.filter((one) => one.name !== name));
    if (changes.length === 0) throw new AppError('not_found', PLAN_SAYS.event_not_planned({ name }));
    return { ok: true } as const;
  }),
];

const seenRoutes = (deps: TrackingPlanDeps): readonly Route[] => {
  const plans = comparePlans(deps);
  return [
    route(contracts.listSeenEvents, async (_, { workspace }) => {
      const rows = await plans.seen(workspace);
      return { rows: [...rows], plannedEvents: rows.filter(({ planned }) => planned !== null).length };
    }),
    route(contracts.getSeenEvent, ({ params: { name } }, { workspace }) => plans.seenEvent(workspace, name)),
    route(contracts.listPlanFindings, (_, { workspace }) => plans.findings(workspace)),
    route(contracts.ignorePlanFinding, async ({ body }, { workspace }) => {
      await ignoreFinding(deps.postgres.db, workspace.ws, body);
      return { ok: true } as const;
    }),
    route(contracts.adoptSeenEvents, async (_, { workspace }) => ({ added: await plans.adopt(workspace) })),
  ];
};
