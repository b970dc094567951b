import { join } from 'node:path';
import { type ClickHouse, connectClickHouse, migrateClickHouse, startEmbeddedClickHouse } from '#platform/clickhouse.ts';
import type { Config } from '#platform/config.ts';
import type { Log } from '#platform/log.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { connectPostgres, migratePostgres, type Postgres } from '#platform/postgres.ts';

/** How one of the two stores is: for the health page. */
export interface StoreState {
  readonly engine: 'embedded' | 'server';
  readonly state: string;
}

/** Both stores, migrated and connected. */
export interface Stores {
  readonly postgres: Postgres;
  readonly postgresUrl: string;
  readonly clickhouse: ClickHouse;
  states(): { readonly postgres: StoreState; readonly clickhouse: StoreState };
  close(): Promise<void>;
}

const MIGRATIONS = join(import.meta.dirname, '../../migrations');
const EVENT_DATABASE = 'perennial';

// A server's address may name the database in its path, as in http://host:8123/perennial.
const eventDatabase = (url: URL): string => url.pathname.replaceAll('/', '') || EVENT_DATABASE;

/** Starts the embedded stores below `home`, or connects to the servers that the configuration names, and brings both up to date. */
export const openStores = async (config: Config, home: string, log: Log): Promise<Stores> => {
  const [records, events] = await bothOrNone(openPostgres(config, home, log), openClickHouse(config, home, log));
  return {
    postgres: records.postgres,
    postgresUrl: records.url,
    clickhouse: events.clickhouse,
    states: () => ({ postgres: records.state(), clickhouse: events.state() }),
    close: async () => {
      await Promise.all([records.close(), events.close()]);
    },
  };
};

interface Opened {
  state(): StoreState;
  close(): Promise<void>;
}

const openPostgres = async (config: Config, home: string, log: Log): Promise<Opened & { postgres: Postgres; url: string }> => {
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ folder: join(home, 'postgres'), log });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  try {
    const postgres = await connectPostgres({ url, poolSize: 12 });
    const close = async () => {
      await postgres.close();
      await embedded?.stop();
    };
    try {
      const { applied } = await migratePostgres(postgres, join(MIGRATIONS, 'postgres'));
      if (applied.length > 0) log.info({ applied: applied.length }, 'records: migrated');
    } catch (error) {
      await postgres.close();
      throw error;
    }
    return {
      postgres,
      url,
      state: () => ({ engine: embedded ? 'embedded' : 'server', state: embedded?.state().state ?? 'connected' }),
      close,
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
};

const openClickHouse = async (config: Config, home: string, log: Log): Promise<Opened & { clickhouse: ClickHouse }> => {
  let state = 'starting';
  const embedded = config.clickhouseUrl
    ? undefined
    : await startEmbeddedClickHouse({
        folder: join(home, 'events'),
        log,
        memoryBytes: config.eventStoreMemoryBytes,
        onState: (now) => {
          state = now;
        },
      });
  try {
    const address = new URL(config.clickhouseUrl ?? embedded?.url ?? '');
    const database = eventDatabase(address);
    address.pathname = '/';
    const clickhouse = await connectClickHouse({ url: address.href, database });
    const { applied } = await migrateClickHouse(clickhouse, join(MIGRATIONS, 'events'));
    if (applied.length > 0) log.info({ applied: applied.length }, 'events: migrated');
    const close = async () => {
      await clickhouse.close();
      await embedded?.stop();
    };
    return { clickhouse, state: () => ({ engine: embedded ? 'embedded' : 'server', state: embedded ? state : 'connected' }), close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
};

// When one store fails to open, the other must not be left running.
const bothOrNone = async <A extends Opened, B extends Opened>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> => {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
  if (a.status === 'fulfilled') await a.value.close();
  if (b.status === 'fulfilled') await b.value.close();
  throw a.status === 'rejected' ? a.reason : (b as PromiseRejectedResult).reason;
};
