import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { OperatorError } from '#kernel/app-error.ts';
import { type Log, silentLog } from '#platform/log.ts';
import { maskRows, storeFailure } from './failures.ts';
import { withRetries } from './retries.ts';

export interface QueryOptions {
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly queryId?: string;
  /** Aborting it also stops the query in the engine. */
  readonly signal?: AbortSignal;
}

export interface InsertOptions {
  /** Names the batch: the same token inserts once, however often it is sent. Never shared by two different batches. */
  readonly token: string;
  /** Given, each line is an array of their values in this order. */
  readonly columns?: readonly string[];
}

export interface InsertOutcome {
  /** The batch was sent more than once: the engine went away while it had it, and may have kept the token without all of the rows. */
  readonly isRepeat: boolean;
}

/** The event store as every room sees it. */
export interface ClickHouse {
  readonly database: string;
  /**
   * Rows of a reading statement, with `{name:Type}` placeholders bound to `params`. 64-bit integers and decimals come as numbers
   * (exact up to 2^53), DateTime and DateTime64 as ISO 8601 text in UTC ("2026-01-31T12:00:00.123Z"), Date as "2026-01-31".
   * A Date given as a parameter fits DateTime64(3). Repeated for a few seconds while the engine restarts.
   */
  query<T>(sql: string, params?: Readonly<Record<string, unknown>>, options?: QueryOptions): Promise<T[]>;
  /** Runs one statement that returns nothing (DDL, ALTER, OPTIMIZE). Never repeated by itself. */
  command(sql: string, params?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Inserts lines of JSON, one object a line (or an array, when columns are named); unknown fields are refused. Repeated under the same token while the engine restarts. */
  insertLines(table: string, lines: string | Buffer, options: InsertOptions): Promise<InsertOutcome>;
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

export interface ClickHouseOptions {
  readonly url: string;
  readonly database?: string;
  /** Told when calls wait for the engine to come back. */
  readonly log?: Log;
}

const QUERY_SECONDS = 60;
const REQUEST_LIMIT_MS = 90_000;
const READ_SETTINGS = {
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 0,
  date_time_output_format: 'iso',
  max_execution_time: QUERY_SECONDS,
  // It looks for a < b and b < 5 in every condition: a quarter of the time that the engine takes to understand a funnel (measured), and our statements have none.
  optimize_and_compare_chain: 0,
} as const;
const INSERT_SETTINGS = {
  async_insert: 0,
  deduplicate_blocks_in_dependent_materialized_views: 1,
  date_time_input_format: 'best_effort',
  input_format_skip_unknown_fields: 0,
  // A file may tell of every month since 1995, and a shipment that is refused once is refused for ever.
  max_partitions_per_insert_block: '0',
  // One thread is as quick for what fits into a shipment, and leaves the other cores to those who wait for an answer.
  max_threads: 1,
  input_format_parallel_parsing: 0,
} as const;

/** Connects to an event store by URL, embedded or a server, and creates the database when it is absent. */
export const connectClickHouse = async ({ url, database = 'default', log = silentLog }: ClickHouseOptions): Promise<ClickHouse> => {
  refuseOddName(database);
  await createDatabase(url, database, log);
  const client = openClient(url, database);
  const link: Link = { client, log };
  return {
    database,
    query: (sql, params = {}, options = {}) => readRows(link, { sql, params, options }),
    command: async (sql, params = {}) => {
      await client
        .command({ query: sql, query_params: { ...params } })
        .catch((error: unknown) => Promise.reject(storeFailure(error, Object.values(params))));
    },
    insertLines: (table, lines, options) => insert(link, table, { lines, ...options }),
    ping: async () => (await client.ping({ select: true })).success,
    close: () => client.close(),
  };
};

const openClient = (url: string, database: string): ClickHouseClient =>
  createClient({
    url,
    database,
    application: 'perennial',
    request_timeout: REQUEST_LIMIT_MS,
    max_open_connections: 32,
    use_multipart_params_auto: true,
    // Its log repeats bound values; every failure reaches the caller as an error anyway.
    log: { level: ClickHouseLogLevel.OFF },
  });

const createDatabase = async (url: string, database: string, log: Log): Promise<void> => {
  if (database === 'default') return;
  const client = openClient(url, 'default');
  try {
    await withRetries(() => client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}` }), log);
  } catch (error) {
    throw storeFailure(error);
  } finally {
    await client.close();
  }
};

interface Link {
  readonly client: ClickHouseClient;
  readonly log: Log;
}

interface Question {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: QueryOptions;
}

const readRows = async <T>({ client, log }: Link, { sql, params, options }: Question): Promise<T[]> => {
  const ask = async (): Promise<T[]> => {
    const answer = await client.query({
      query: sql,
      format: 'JSONEachRow',
      query_params: { ...params },
      query_id: options.queryId ?? randomUUID(),
      abort_signal: options.signal,
      clickhouse_settings: { ...READ_SETTINGS, ...options.settings },
    });
    return answer.json<T>();
  };
  try {
    return await withRetries(ask, log, options.signal);
  } catch (error) {
    if (options.signal?.aborted) throw new OperatorError('unavailable', 'The question was cancelled.', { cause: options.signal.reason });
    throw storeFailure(error, Object.values(params));
  }
};

const insert = async (
  { client, log }: Link,
  table: string,
  batch: InsertOptions & { readonly lines: string | Buffer },
): Promise<InsertOutcome> => {
  const { lines, token, columns } = batch;
  for (const name of [...table.split('.'), ...(columns ?? [])]) refuseOddName(name);
  const bytes = typeof lines === 'string' ? Buffer.from(lines) : lines;
  if (bytes.length === 0) return { isRepeat: false };
  let sends = 0;
  const head = columns
    ? `INSERT INTO ${table} (${columns.join(', ')}) FORMAT JSONCompactEachRow`
    : `INSERT INTO ${table} FORMAT JSONEachRow`;
  const send = async (): Promise<void> => {
    sends += 1;
    const sent = await client.exec({
      query: head,
      values: Readable.from([bytes], { objectMode: false }),
      clickhouse_settings: { ...INSERT_SETTINGS, insert_deduplication_token: token },
    });
    for await (const _ of sent.stream);
  };
  try {
    await withRetries(send, log);
    return { isRepeat: sends > 1 };
  } catch (error) {
    throw storeFailure(error instanceof ClickHouseError ? Object.assign(error, { message: maskRows(error.message) }) : error);
  }
};

const refuseOddName = (name: string): void => {
  if (!/^[A-Za-z_]\w*$/.test(name))
    throw new OperatorError('invalid', 'A table, column or database name may only have letters, digits and _.');
};
