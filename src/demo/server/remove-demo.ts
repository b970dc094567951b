import { rm } from 'node:fs/promises';
import { AppError } from '#kernel/app-error.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import { DEMO_SAYS } from '../domain/demo-sayings.ts';
import { emptyEvents, emptyRecords, keptMessages, otherImports } from '../store/demo-ground.ts';
import { type DemoRun, dropRun } from '../store/demo-runs.ts';
import { folderOf } from './bring-demo.ts';
import type { DemoDeps } from './deps.ts';

/** Refuses to take the demo company out of a workspace to which anything else came: the two could not be told apart. */
export const refuseMixed = async ({ postgres, clickhouse }: DemoDeps, { ws, id, sent, accepted }: DemoRun): Promise<void> => {
  const imports = await otherImports(postgres.db, ws, id);
  // Of a batch that was cut off the answer may have been lost: what was sent is then the better count.
  const messages = (await keptMessages(clickhouse, ws)) - Math.max(sent, accepted) - LOST_ANSWERS;
  if (imports === 0 && messages <= 0) return;
  throw new AppError('conflict', DEMO_SAYS.demo_mixed());
};

/** Messages of one batch at most. */
const LOST_ANSWERS = 5_000;

/** Takes the demo company out: everything in the workspace but its settings and its members. Bears repetition after a crash. */
export const takeOutDemo = async (deps: DemoDeps, { ws }: WorkspaceContext, run: DemoRun): Promise<void> => {
  await deps.ship();
  await emptyEvents(deps.clickhouse, ws);
  await deps.postgres.transaction(async (tx) => {
    await emptyRecords(tx, ws);
    await dropRun(tx, run);
  });
  deps.forgetWorkspace(ws);
  await rm(folderOf(deps, run), { recursive: true, force: true });
};
