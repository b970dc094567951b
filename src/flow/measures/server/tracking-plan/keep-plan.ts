import { AppError } from '#kernel/app-error.ts';
import type { Postgres } from '#platform/postgres.ts';
import { planChanges, planProblems } from '../../domain/tracking-plan/plan.ts';
import type { PlanChange, PlannedEvent } from '../../plan-contracts.ts';
import { lockPlan, readPlan, removePlanned, writePlanned } from '../../store/tracking-plan/planned-events.ts';

/** Makes the plan what `wish` says of the present one, unless it contradicts itself; a dry run only says what would change. */
export const keepPlan = async (
  postgres: Postgres,
  { ws, dryRun = false }: { readonly ws: number; readonly dryRun?: boolean },
  wish: (before: readonly PlannedEvent[]) => readonly PlannedEvent[],
): Promise<readonly PlanChange[]> =>
  postgres.transaction(async (tx) => {
    await lockPlan(tx, ws);
    const before = await readPlan(tx, ws);
    const after = wish(before);
    refuseProblems(after);
    const changes = planChanges(before, after);
    if (dryRun) return changes;
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
    return changes;
  });

const refuseProblems = (events: readonly PlannedEvent[]): void => {
  const problems = planProblems(events);
  if (problems.length === 0) return;
  const fields = problems.map(({ path, problem, name }) => ({ field: path, code: problem, message: WORDS[problem](name) }));
  throw new AppError('invalid', fields[0]!.message, { remedy: 'Mend what is named and send the plan again; nothing was changed.', fields });
};

const WORDS = {
  named_twice: (name: string) => `The event “${name}” stands twice in the plan.`,
  property_named_twice: (name: string) => `The property “${name}” stands twice in its event.`,
  merged_into_itself: (name: string) => `The event “${name}” cannot be merged into itself.`,
  merged_twice: (name: string) => `The event “${name}” is itself merged into another: name that one.`,
};
