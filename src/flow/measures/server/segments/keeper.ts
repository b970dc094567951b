import type { Turns } from '#platform/turns.ts';
import type { SegmentUnit } from '../../condition-contracts.ts';
import { inOrderOfNeed } from '../../domain/segments/segment-order.ts';
import { isLiving, segmentsOf, workspacesDue } from '../../store/segments/segments.ts';
import type { SegmentsDeps, SegmentWorkspace } from './deps.ts';
import { keepUnits } from './keep-units.ts';
import { checkWhole, isNewDay, keepWhole } from './keep-whole.ts';

const ROUND = 'segments-round';
const EVERY_MINUTE = '* * * * *';

/** Keeps who is in which segment, one piece of work at a time in a workspace. */
export interface Keeper {
  /** Something new is known about these accounts or people. */
  react(ws: number, unit: SegmentUnit, nums: readonly number[]): Promise<void>;
  /** A segment is new, or defined otherwise. */
  redefine(workspace: SegmentWorkspace, id: string): Promise<void>;
  /** Somebody was put in or taken out by hand; segments that name the list follow. */
  follow(workspace: SegmentWorkspace, unit: SegmentUnit, nums: readonly number[]): Promise<void>;
  /** Looks at what is due by the clock: windows that end, and the proof of each new day. Runs by itself every minute once started. */
  walk(): Promise<void>;
  /** Declares the queue; work begins when the queue of jobs does. */
  define(): Promise<void>;
}

/** Makes the keeper. */
export const createKeeper = (deps: SegmentsDeps, turns: Turns): Keeper => {
  const { db } = deps.postgres;
  const workspaceOf = async (ws: number) => (await deps.workspaces()).find((one) => one.ws === ws);
  const walkOf = async (workspace: SegmentWorkspace): Promise<void> => {
    const now = deps.clock.now();
    const due = (await segmentsOf(db, workspace.ws)).filter(isLiving).filter(({ dueAt }) => dueAt === null || dueAt <= now);
    for (const segment of inOrderOfNeed(due))
      await (isNewDay(segment, workspace, now) ? checkWhole(deps, workspace, segment) : keepWhole(deps, workspace, segment, 'time'));
  };
  const walk = async (): Promise<void> => {
    for (const ws of await workspacesDue(db, deps.clock.now())) {
      const workspace = await workspaceOf(ws);
      if (workspace) await turns.take(ws, () => walkOf(workspace));
    }
  };
  return {
    react: (ws, unit, nums) =>
      turns.take(ws, async () => {
        const workspace = await workspaceOf(ws);
        if (workspace) await keepUnits(deps, workspace, { unit, nums, by: 'known' });
      }),
    redefine: (workspace, id) =>
      turns.take(workspace.ws, async () => {
        const segments = (await segmentsOf(db, workspace.ws)).filter(isLiving);
        await deps.watchPeople(
          workspace.ws,
          segments.some((segment) => segment.unit === 'person'),
        );
        const segment = segments.find((one) => one.id === id);
        if (segment) await keepWhole(deps, workspace, segment, 'defined');
      }),
    follow: (workspace, unit, nums) => turns.take(workspace.ws, () => keepUnits(deps, workspace, { unit, nums, by: 'known' })),
    walk,
    define: async () => {
      await deps.jobs.define(ROUND, { expireMinutes: 60 }, walk);
      await deps.jobs.schedule(ROUND, EVERY_MINUTE);
    },
  };
};
