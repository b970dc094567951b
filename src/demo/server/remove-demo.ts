import { rm } from 'node:fs/promises';
import { AppError } from '#kernel/app-error.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import { DEMO_SAYS } from '../domain/demo-sayings.ts';
import { emptyEvents, emptyRecords, hasLiveMessages, keptMessages, otherImports, ownRecords } from '../store/demo-ground.ts';
import { type DemoRun, dropRun } from '../store/demo-runs.ts';
import { folderOf } from './bring-demo.ts';
import type { DemoDeps } from './deps.ts';
import { clearDesk } from './desk.ts';

/**
 * Refuses to take the demo company out of a workspace to which anything else came: files, live events, accounts and people typed in by hand.
 * Notes and tasks about the demo's own accounts go with these.
 */
export const refuseMixed = async ({ postgres, clickhouse }: DemoDeps, run: DemoRun): Promise<void> => {
  const { ws, id, sent, accepted, startedAt } = run;
  const others = (await otherImports(postgres.db, ws, id)) + (await ownRecords(postgres.db, ws, startedAt));
  const isLive = await hasLiveMessages(clickhouse, ws, startedAt);
  // Of a batch that was cut off the answer may have been lost: what was sent is then the better count.
  const messages = (await keptMessages(clickhouse, ws)) - Math.max(sent, accepted) - LOST_ANSWERS;
  if (others === 0 && !isLive && messages <= 0) return;
  throw new AppError('conflict', DEMO_SAYS.demo_mixed());
};

/** Messages of one batch at most. */
const LOST_ANSWERS = 5_000;

/** Takes the demo company out: everything in the workspace but its settings and its members. Bears repetition after a crash. */
export const takeOutDemo = async (deps: DemoDeps, workspace: WorkspaceContext, run: DemoRun): Promise<void> => {
  const { ws } = workspace;
  await clearDesk(deps, workspace, run);
  await deps.ship();
  await emptyEvents(deps.clickhouse, ws);
  await deps.postgres.transaction(async (tx) => {
    await emptyRecords(tx, ws);
    await dropRun(tx, run);
  });
  deps.forgetWorkspace(ws);
  await rm(folderOf(deps, run), { recursive: true, force: true });
};
