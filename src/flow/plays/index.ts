export { PLAY_SAYS } from './domain/play-sayings.ts';

import type { Replacing } from '#flow/measures/index.ts';
import type { Route } from '#platform/http.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Db } from '#platform/postgres.ts';
import type { PlayChanges } from './domain/play-changes.ts';
import type { Desk, PlaysDeps } from './server/deps.ts';
import { playRoutes } from './server/play-routes.ts';
import { playCard, playsOf, shippedPlays } from './server/plays-of.ts';
import { react } from './server/react.ts';
import { replaceSegmentOfPlays } from './server/replace-segment.ts';
import { sweep, sweepDue } from './server/sweep.ts';
import { taskRoutes } from './server/task-routes.ts';
import { firstRuns } from './store/runs.ts';

export type { CrossingScore, NumberedAccount, PlayChanges, SignalCrossing } from './domain/play-changes.ts';
export type { AccountDirectory, PlaysDeps } from './server/deps.ts';
export type { FirstRun } from './store/runs.ts';

const SWEEP = 'plays-sweep';
const SWEEP_DUE = 'plays-sweep-due';

/** What we do about what signals found: plays that open tasks once for each cause, and the tasks themselves. */
export const createPlays = (deps: PlaysDeps) => {
  let jobs: Jobs | null = null;
  const requestSweep = async (ws: number): Promise<void> => {
    await jobs?.send(SWEEP, { ws }, { singletonKey: String(ws) });
  };
  const desk: Desk = { ...deps, shipped: shippedPlays(deps.manifests), requestSweep };
  const sweepWorkspace = async (ws: number): Promise<void> => {
    const workspace = (await deps.workspaces()).find((one) => one.ws === ws);
    if (workspace) await sweep(desk, workspace);
  };
  return {
    routes: [...taskRoutes(desk), ...playRoutes(desk)] satisfies readonly Route[],
    react: (ws: number, changes: PlayChanges) => react(desk, ws, changes),
    /** Dates that came near, causes that were missed, goals: as of the clock's now. */
    sweep: sweepWorkspace,
    /** Sweeps every workspace once a local day, from six in the morning on. */
    sweepDue: () => sweepDue(desk),
    /** Asks for a sweep by a job, as after an import; without effect before `work`. */
    requestSweep,
    /** Declares the jobs; they run when `jobs` starts. */
    work: async (given: Jobs): Promise<void> => {
      await given.define<{ ws: number }>(SWEEP, { retries: 3 }, ({ ws }) => sweepWorkspace(ws));
      await given.define(SWEEP_DUE, { retries: 0 }, () => sweepDue(desk));
      await given.schedule(SWEEP_DUE, '*/10 * * * *');
      jobs = given;
    },
    /** What may name segments: the plays as they run here. */
    namingSegments: async (ws: number) =>
      (await playsOf(desk, ws)).map(({ definition: { id, name, audience, trigger } }) => ({
        ...{ kind: 'play' as const, id, name },
        // A turn of a segment is told by its id alone.
        of: [audience, trigger.kind === 'fact' && trigger.subject !== undefined ? `segment.${trigger.subject}` : null],
      })),
    /** Puts one segment in the place of another in plays as the workspace changed them. */
    replaceSegment: (tx: Db, ws: number, replacing: Replacing) => replaceSegmentOfPlays(tx, ws, replacing),
    card: (ws: number, playId: string) => playCard(desk, ws, playId),
    firstRuns: (ws: number, playId: string) => firstRuns(deps.postgres.db, ws, playId),
  };
};

export type Plays = ReturnType<typeof createPlays>;
