import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createAppendFacts, createFacts, insertEventLines } from '#flow/facts/index.ts';
import { createIdentity } from '#flow/identity/index.ts';
import { createImports, type KeptMessage, type MessageOwner } from '#flow/intake/index.ts';
import { createExchangeRates } from '#flow/measures/index.ts';
import { createSignals } from '#flow/signals/index.ts';
import { recallFrom } from '#kernel/saying.ts';
import { allWorkspaces } from '#platform/access.ts';
import { systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import { openDataFolder } from '#platform/data-folder.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import { openJobs } from '#platform/jobs.ts';
import { createLog } from '#platform/log.ts';
import { refreshStatistics } from '#platform/postgres.ts';
import { openStores } from '#platform/stores.ts';
import { createEngage } from '#stages/engage/index.ts';
import { createGrow } from '#stages/grow/index.ts';
import { createMarket } from '#stages/market/index.ts';
import { createRetain } from '#stages/retain/index.ts';
import { createSell } from '#stages/sell/index.ts';
import { SAYINGS } from '../../src/sayings.ts';

/** The rooms that a bulk load needs, without the reactor: what came is worked out once, when all of it is there. */
export const openLoadingRooms = async (config: Config, home: string) => {
  const folder = await openDataFolder(home);
  const log = createLog('warn');
  const clock = systemClock;
  const stores = await openStores(config, folder.path, log);
  const { postgres, clickhouse } = stores;
  const jobs = await openJobs({ url: stores.postgresUrl, log });
  const workspaces = () => allWorkspaces(postgres.db);
  const appendFacts = createAppendFacts(clock);
  const identity = createIdentity({
    postgres,
    clickhouse,
    clock,
    log,
    appendFacts,
    touchAccounts: (ws, nums) => facts.touchAccounts(ws, nums),
  });
  const facts = createFacts({ ...identity, postgres, clickhouse, log, onShipped: () => undefined });
  const rates = createExchangeRates({ postgres, clickhouse, onChange: async () => undefined });
  const signals = createSignals({
    ...{ ...identity, postgres, clickhouse, clock, log, jobs, workspaces },
    ...{ touchAccounts: facts.touchAccounts, leavePast: facts.leavePast, ratesOf: rates.ratesOf, newestKnown: facts.newestKnown },
  });
  const records = { ...identity, postgres, appendFacts };
  const grow = createGrow(records);
  const engage = createEngage({ ...records, subscriptionSpans: grow.subscriptionSpans });
  const owners = [identity, createMarket(records), createSell(records), engage, createRetain(records), grow];
  const imports = createImports({
    ...{ postgres, jobs, clock, log, folder: join(folder.path, 'imports') },
    ...{
      targets: owners.flatMap((owner) => owner.importTargets),
      hasRoom: () => true,
      recall: recallFrom(SAYINGS),
      forgetFacts: facts.forgetImport,
      onProgress: () => undefined,
    },
  });
  await imports.start();
  await jobs.start();
  facts.shipper.start();
  // Ids of messages are kept for a few days against repetition; a bulk load repeats nothing, and fifty million would stay in memory.
  const [view] = await clickhouse.query<{ made: string }>(
    "select create_table_query as made from system.tables where name = 'message_ids_of_events'",
  );
  await clickhouse.command('drop view if exists message_ids_of_events');
  return {
    postgres,
    addRates: rates.addRates,
    importFile: async (workspace: WorkspaceContext, path: string, kind: string): Promise<void> => {
      const { status, failed } = await imports.importFile({ workspace, path, kind, source: 'demo', wait: true, createdBy: 'bench' });
      if (status !== 'done') throw new Error(`${path} was not imported: it is ${status}`);
      if (failed > 0) process.stderr.write(`${path}: ${failed} rows failed\n`);
      await facts.shipper.drain();
    },
    resolve: (workspace: WorkspaceContext, messages: readonly KeptMessage[]): Promise<readonly MessageOwner[]> =>
      postgres.transaction((tx) => identity.resolveMessages(tx, workspace, messages)),
    insert: async (lines: Uint8Array<ArrayBuffer>): Promise<void> => {
      await insertEventLines(clickhouse, Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength), randomUUID());
    },
    settle: async (): Promise<void> => {
      await facts.shipper.drain();
      await identity.flushStandingChanges();
      await refreshStatistics(postgres.db);
    },
    judgePast: signals.judgePast,
    close: async (): Promise<void> => {
      if (view) await clickhouse.command(view.made);
      imports.stop();
      await facts.shipper.stop();
      await identity.stop();
      await jobs.stop();
      await stores.close();
      await folder.close();
    },
  };
};
