import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createAppendFacts, createFacts, factId } from '#flow/facts/index.ts';
import { createIdentity } from '#flow/identity/index.ts';
import { createTracking, type KeepMessages } from '#flow/intake/index.ts';
import { createIngest } from '#flow/pipeline.ts';
import { insertWorkspace, issueKey } from '#platform/access.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import { type Log, silentLog } from '#platform/log.ts';
import type { Postgres } from '#platform/postgres.ts';

export interface DoorOptions {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly clock?: Clock;
  readonly log?: Log;
  /** Stands between the door and the river, to slow it down or to make it fail. */
  readonly around?: (keep: KeepMessages) => KeepMessages;
  readonly workspaces: ReadonlyMap<string, WorkspaceContext>;
  readonly onHistory?: (ws: number) => void;
}

/** The river from the event door to the event store, on the given stores: what the product mounts, without its pages. */
export const openDoor = async ({
  postgres,
  clickhouse,
  clock = systemClock,
  log = silentLog,
  around,
  workspaces,
  onHistory = () => undefined,
}: DoorOptions) => {
  const appendFacts = createAppendFacts(clock);
  const identity = createIdentity({ postgres, clickhouse, clock, appendFacts });
  const facts = createFacts({
    postgres,
    clickhouse,
    log,
    onShipped: () => undefined,
    accountNums: identity.accountNums,
    personNum: identity.personNum,
    peopleByNums: identity.peopleByNums,
  });
  const keep = createIngest({
    transaction: postgres.transaction,
    db: postgres.db,
    ownersInMemory: identity.ownersInMemory,
    resolveMessages: identity.resolveMessages,
    appendFacts,
    kickShipper: facts.shipper.kick,
  });
  const tracking = createTracking({
    log,
    clock,
    clickhouse,
    factId,
    waiting: facts.waitingMessages,
    keep: around ? around(keep) : keep,
    namesOf: async (ws, { people, accounts }) => ({
      people: await identity.peopleByNums(ws, people),
      accounts: await identity.accountNames(postgres.db, ws, accounts),
    }),
    workspaceOfWriteKey: async (secret) => workspaces.get(secret) ?? null,
    onHistory,
    buildSdk: async () => (await import('../../sdk/build.ts')).buildBrowserSdk(),
  });
  const app = new Hono();
  tracking.mount(app);
  await tracking.start();
  facts.shipper.start();
  return {
    app,
    tracking,
    facts,
    close: async () => {
      await tracking.stop();
      await facts.shipper.stop();
    },
  };
};

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** Puts the door on a free port of this machine. */
export const listen = async ({ app }: Door): Promise<{ readonly host: string; close(): Promise<void> }> => {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};

/** A workspace with a write key. */
export const workspaceWithKey = async (postgres: Postgres, name: string): Promise<{ workspace: WorkspaceContext; writeKey: string }> => {
  const settings = { name, timeZone: 'UTC', currency: 'USD', weekStart: 1, language: 'en' } as const;
  const workspace = await insertWorkspace(postgres.db, systemClock, settings, null);
  const { secret } = await issueKey(postgres.db, systemClock, { ws: workspace.ws, name: 'Web', kind: 'write', permissions: [], by: null });
  return { workspace, writeKey: secret };
};
