import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClickHouse, connectClickHouse, migrateClickHouse, startEmbeddedClickHouse } from '#platform/clickhouse.ts';
import { silentLog } from '#platform/log.ts';
import type { Figure } from '../harness.ts';
import { type ApiClient, apiClient } from '../machine/api-client.ts';
import { startProduct } from '../machine/product-process.ts';
import { fillUsage } from './usage-events.ts';
import { fillPeople } from './usage-people.ts';

const HOME = process.env.PERENNIAL_BENCH_HOME ?? join(import.meta.dirname, '../.data');
const MIGRATIONS = join(import.meta.dirname, '../../migrations/events');
const CLI = join(import.meta.dirname, '../../src/cli.ts');
const DAY_MS = 86_400_000;
/** The workspace that `init` makes in an empty installation. */
const WS = 1;

/** The product on millions of events, its event store in a process that the bench can ask by hand. */
export interface UsageProduct {
  readonly engine: { readonly pid: number };
  readonly api: ApiClient;
  readonly url: string;
  /** UTC ms: the midnight after the last event. */
  readonly now: number;
  byHand(sql: string): Promise<unknown>;
  /** Bytes an event on disk, and how long it took to insert. */
  sizes(): Promise<readonly Figure[]>;
  close(): Promise<void>;
}

interface Made {
  readonly now: number;
  readonly insertSeconds: number;
  readonly apiKey: string;
}

/** Opens the data of so many events, made when they are not there. */
export const openUsageProduct = async (events: number): Promise<UsageProduct> => {
  const folder = join(HOME, `usage-${events}`);
  await mkdir(folder, { recursive: true });
  const engine = await startEmbeddedClickHouse({ folder: join(folder, 'events'), log: silentLog });
  const clickhouse = await connectClickHouse({ url: engine.url, database: 'perennial' });
  await migrateClickHouse(clickhouse, MIGRATIONS);
  const home = join(folder, 'home');
  const env = { CLICKHOUSE_URL: `${engine.url}/perennial` };
  const made = await madeOnce(join(folder, 'made.json'), async () => {
    const apiKey = installed(home, env);
    await fillPeople(WS, { PERENNIAL_HOME: home, ...env });
    return { ...(await filled(clickhouse, events)), apiKey };
  });
  const product = await startProduct(home, env);
  const api = apiClient(product.url, made.apiKey);
  return {
    ...{ engine: { pid: engine.pid() ?? 0 }, api, url: product.url, now: made.now },
    byHand: (sql) => clickhouse.query(`${sql} settings log_comment = 'by hand'`),
    sizes: () => sizesOf(clickhouse, made),
    close: async () => {
      api.close();
      await product.stop();
      await clickhouse.close();
      await engine.stop();
    },
  };
};

const madeOnce = async (path: string, make: () => Promise<Made>): Promise<Made> => {
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(await make()));
  return JSON.parse(readFileSync(path, 'utf8')) as Made;
};

const filled = async (clickhouse: ClickHouse, events: number): Promise<Omit<Made, 'apiKey'>> => {
  const now = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const begun = performance.now();
  await clickhouse.command('truncate table events');
  await fillUsage(clickhouse, { ws: WS, events, now });
  const insertSeconds = (performance.now() - begun) / 1_000;
  // As merges leave it in time: a part or two a month.
  const months = await clickhouse.query<{ month: string }>(
    "select distinct partition_id as month from system.parts where active and database = currentDatabase() and table = 'events' order by month",
  );
  for (const { month } of months)
    await clickhouse.command(`optimize table events partition id '${month}' final settings max_execution_time = 1200`);
  for (const table of ['person_days', 'event_hours', 'facts_heard'])
    await clickhouse.command(`optimize table ${table} final settings max_execution_time = 1200`);
  return { now, insertSeconds };
};

const installed = (home: string, env: Readonly<Record<string, string>>): string => {
  const account = ['--email', 'bench@example.com', '--password', 'a long enough password', '--workspace', 'Bench', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'init', ...account], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PERENNIAL_HOME: home, LOG_LEVEL: 'warn', ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the product could not be set up: ${stdout}${stderr}`);
  return (JSON.parse(stdout.slice(stdout.indexOf('{'))) as { readonly apiKey: string }).apiKey;
};

const sizesOf = async (clickhouse: ClickHouse, { insertSeconds }: Made): Promise<readonly Figure[]> => {
  const [found] = await clickhouse.query<{ rows: number; bytes: number }>(
    "select sumIf(rows, table = 'events') as rows, sum(bytes_on_disk) as bytes from system.parts where active and database = currentDatabase() and table != 'message_ids'",
  );
  const [rows, bytes] = [Number(found?.rows), Number(found?.bytes)];
  return [
    { name: 'an event on disk, all tables', unit: 'B', median: bytes / rows, aim: 32, note: `${rows} events` },
    { name: 'made inside the engine', unit: 'per s', median: rows / insertSeconds },
  ];
};
