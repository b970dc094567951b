import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId } from '#platform/clock.ts';
import { addImport, copyOf } from './add-import.ts';
import { type Engine, type ImportWorkspace, targetOf } from './engine.ts';
import { queueImport } from './queue-import.ts';

const FOLDER = fileURLToPath(new URL('../../../../../samples/ravenstack/', import.meta.url));

/** The files of the sample company and what each holds, what others refer to first. */
export const SAMPLE_FILES = [
  ['ravenstack_accounts.csv', 'account'],
  ['ravenstack_subscriptions.csv', 'subscription'],
  ['ravenstack_feature_usage.csv', 'feature_usage'],
  ['ravenstack_support_tickets.csv', 'ticket'],
  ['ravenstack_churn_events.csv', 'churn'],
] as const;

/** Brings the sample company RavenStack into a workspace as one batch; a second time changes nothing. */
export const importSample = async (engine: Engine, workspace: ImportWorkspace, createdBy: string): Promise<string> => {
  for (const [, kind] of SAMPLE_FILES) targetOf(engine, kind);
  const batch = newId('import', engine.clock.now());
  for (const [fileName, kind] of SAMPLE_FILES) {
    const file = { fileName, kind, source: 'ravenstack', batch, createdBy, store: copyOf(join(FOLDER, fileName)) };
    await queueImport(engine, await addImport(engine, workspace, file));
  }
  return batch;
};
