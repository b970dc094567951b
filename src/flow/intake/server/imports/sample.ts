import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dateOf, daysBetween } from '#kernel/calendar.ts';
import { newId } from '#platform/clock.ts';
import { newestImports } from '../../store/imports-list.ts';
import type { Engine, ImportWorkspace } from './engine.ts';
import { importBatch } from './import-batch.ts';

const FOLDER = fileURLToPath(new URL('../../../../../samples/ravenstack/', import.meta.url));

/** The files of the sample company and what each holds, what others refer to first. */
const SAMPLE_FILES = [
  ['ravenstack_accounts.csv', 'account'],
  ['ravenstack_subscriptions.csv', 'subscription'],
  ['ravenstack_feature_usage.csv', 'feature_usage'],
  ['ravenstack_support_tickets.csv', 'ticket'],
  ['ravenstack_churn_events.csv', 'churn'],
] as const;

/** The last day that the sample's files tell of. */
const SAMPLE_ENDS_ON = '2024-12-31';

/**
 * Brings the sample company RavenStack into a workspace as one batch, its dates moved by whole weeks so that it lives until about now; the
 * import's format says so. A second time changes nothing, since it moves them as the first did.
 */
export const importSample = async (engine: Engine, workspace: ImportWorkspace, createdBy: string): Promise<string> => {
  const now = engine.clock.now();
  const batch = newId('import', now);
  const moveDays = await moveOfSample(engine, workspace, now);
  const files = SAMPLE_FILES.map(([fileName, kind]) => ({ fileName, kind, moveDays, path: join(FOLDER, fileName) }));
  await importBatch(engine, workspace, { batch, source: SOURCE, createdBy, files });
  return batch;
};

const moveOfSample = async (engine: Engine, { ws, timeZone }: ImportWorkspace, now: number): Promise<number> => {
  const before = (await newestImports(engine.postgres.db, { ws, source: SOURCE })).find(
    (one) => one.batch !== null && one.status !== 'undone',
  );
  if (before) return before.format.moveDays;
  return Math.max(0, Math.floor(daysBetween(SAMPLE_ENDS_ON, dateOf(now, timeZone)) / 7) * 7);
};

const SOURCE = 'ravenstack';
