import { AppError } from '#kernel/app-error.ts';
import { type MergedNames, mergedNames } from '../../domain/tracking-plan/merged-names.ts';
import { planChanges, planProblems } from '../../domain/tracking-plan/plan.ts';
import { PLAN_SAYS } from '../../domain/tracking-plan/plan-sayings.ts';
import type { PlanChange, PlannedEvent } from '../../plan-contracts.ts';
import { lockPlan, readPlan, removePlanned, writePlanned } from '../../store/tracking-plan/planned-events.ts';
import type { TrackingPlanDeps } from './deps.ts';

/** Makes the plan what `wish` says of the present one, unless it contradicts itself; a dry run only says what would change. */
export const keepPlan = async (
  { postgres, mergesChanged }: Pick<TrackingPlanDeps, 'postgres' | 'mergesChanged'>,
  { ws, dryRun = false }: { readonly ws: number; readonly dryRun?: boolean },
  wish: (before: readonly PlannedEvent[]) => readonly PlannedEvent[],
): Promise<readonly PlanChange[]> => {
  const { changes, before, after } = await postgres.transaction(async (tx) => {
    await lockPlan(tx, ws);
    const before = await readPlan(tx, ws);
    const after = wish(before);
    refuseProblems(after);
    const changes = planChanges(before, after);
    if (dryRun) return { changes, before, after: before };
    const touched = new Set(changes.filter(({ change }) => change !== 'removed').map(({ event }) => event));
    await writePlanned(
      tx,
      ws,
      after.filter((event) => touched.has(event.name)),
    );
    await removePlanned(
      tx,
      ws,
      changes.filter(({ change }) => change === 'removed').map(({ event }) => event),
    );
    return { changes, before, after };
  });
  const [merged, mergedNow] = [mergedNames(before), mergedNames(after)];
  if (!sameMerges(merged, mergedNow)) await mergesChanged?.(ws, merged, mergedNow);
  return changes;
};

const sameMerges = (one: MergedNames, other: MergedNames): boolean =>
  one.size === other.size && [...one].every(([name, into]) => other.get(name) === into);

const refuseProblems = (events: readonly PlannedEvent[]): void => {
  const problems = planProblems(events);
  if (problems.length === 0) return;
  const fields = problems.map(({ path, problem, name }) => ({ field: path, code: problem, said: SAID[problem]({ name }) }));
  throw new AppError('invalid', PLAN_SAYS.plan_contradicts_itself(), { fields });
};

const SAID = {
  named_twice: PLAN_SAYS.planned_event_named_twice,
  property_named_twice: PLAN_SAYS.planned_property_named_twice,
  merged_into_itself: PLAN_SAYS.event_merged_into_itself,
  merged_twice: PLAN_SAYS.event_merged_twice,
};
