import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { isLostRace, isUnreachable, meaningOf } from './errors.ts';
import { valueTypes } from './value-types.ts';

/** Where a store sends its queries: the pool, or a transaction. A store sees its own tables by `db.withTables<Tables>()`. */
export type Db = Kysely<Record<never, never>>;

export interface Postgres {
  readonly db: Db;
  /** For libraries that bring their own SQL; our stores use `db`. */
  readonly pool: pg.Pool;
  /** All of `work` or nothing of it; run again up to 3 times when it loses a race, so it must not act outside of the database. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface PostgresOptions {
  readonly url: string;
  /** Connections at most; 10 when absent. */
  readonly poolSize?: number;
  readonly applicationName?: string;
}

/** Which database is at this address? Connects once to find out now, and fails with `unavailable` when it does not answer. */
export const connectPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    application_name: options.applicationName ?? 'perennial',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: valueTypes,
    // Dates are cut from instants in UTC unless a query names a zone, whatever the server's default is.
    onConnect: async (client) => void (await client.query("set time zone 'UTC'")),
  });
  // A connection that breaks, at rest or in use, would end the process; whoever queries next is told what is wrong.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const db: Db = new Kysely({ dialect: dialectOver(pool) });
  await reach(pool);
  return { db, pool, transaction: (work) => inTransaction(db, work), close: () => closePool(pool) };
};

const dialectOver = (pool: pg.Pool): PostgresDialect =>
  new PostgresDialect({
    pool: { connect: () => takeClient(pool), end: () => closePool(pool), options: pool.options },
    controlClient: pg.Client,
  });

/** The one point that every query of `db` passes, so that no store has to translate errors or to sort out broken connections. */
const takeClient = async (pool: pg.Pool): Promise<PostgresPoolClient> => {
  const client = await pool.connect().catch(rethrow);
  let isBroken = false;
  const query = async (text: string, parameters: readonly unknown[]): Promise<pg.QueryResult> => {
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      // The server says that it hangs up before it does: given back, such a connection would fail its next user too.
      isBroken ||= isUnreachable(error);
      throw meaningOf(error);
    }
  };
  return {
    // The overload with a cursor is left out: without `cursor` in its options the dialect never calls it.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || isBroken),
  };
};

const rethrow = (error: unknown): never => {
  throw meaningOf(error);
};

const reach = async (pool: pg.Pool): Promise<void> => {
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw meaningOf(error);
  }
};

const ATTEMPTS = 3;

const inTransaction = async <T>(db: Db, work: (tx: Db) => Promise<T>, attempt = 1): Promise<T> => {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    if (attempt >= ATTEMPTS || !isLostRace(error)) throw error;
    return inTransaction(db, work, attempt + 1);
  }
};

const closePool = async (pool: pg.Pool): Promise<void> => {
  if (!pool.ended && !pool.ending) await pool.end();
};
