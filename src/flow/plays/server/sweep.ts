import { dateOf, startOfDate } from '#kernel/calendar.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import { noteSweep, sweptOn } from '../store/sweeps.ts';
import { act } from './act.ts';
import { type Desk, sceneOf } from './deps.ts';
import { playsOf } from './plays-of.ts';
import { settleAll } from './settle-goals.ts';
import { standingCauses } from './standing-causes.ts';

const SWEEP_HOUR = 6;
const HOUR_MS = 3_600_000;

/** Goes through all accounts of a workspace for dates that came near and for causes that were missed, and settles goals. Repeated, it acts once. */
export const sweep = async (desk: Desk, workspace: WorkspaceContext): Promise<void> => {
  const scene = sceneOf(workspace, desk.clock.now());
  for (const { on, definition } of await playsOf(desk, workspace.ws)) {
    if (!on) continue;
    for await (const occasion of standingCauses(desk, scene, { play: definition, bands: false }))
      await act(desk, scene, definition, occasion);
  }
  await settleAll(desk, scene);
  await noteSweep(desk.postgres.db, workspace.ws, scene.today);
};

/** Sweeps the workspaces in which it is past six in the morning and that were not swept today. One that fails is tried again at the next call. */
export const sweepDue = async (desk: Desk): Promise<void> => {
  const swept = await sweptOn(desk.postgres.db);
  for (const workspace of await desk.workspaces()) {
    const today = dateOf(desk.clock.now(), workspace.timeZone);
    const isDue = desk.clock.now() >= startOfDate(today, workspace.timeZone) + SWEEP_HOUR * HOUR_MS && swept.get(workspace.ws) !== today;
    if (!isDue) continue;
    await sweep(desk, workspace).catch((error: unknown) =>
      desk.log.error(
        { ws: workspace.ws, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
        'plays could not be swept',
      ),
    );
  }
};
