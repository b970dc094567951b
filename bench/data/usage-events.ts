import { setTimeout as sleep } from 'node:timers/promises';
import type { ClickHouse } from '#platform/clickhouse.ts';

/** How much happened at a company of the analytics bench. */
export interface UsagePlan {
  readonly ws: number;
  readonly events: number;
  /** UTC ms: the last thing happened shortly before. */
  readonly now: number;
}

export const PEOPLE = 100_000;
export const ACCOUNTS = 2_000;
export const DAYS = 180;
const PER_SESSION = 11;
const CHUNK = 2_000_000;
const DAY_MS = 86_400_000;
const MERGING_BYTES = 150_000_000;

/** Something that people do, and how often among 1,000 of their facts. */
const SHARES: readonly (readonly [event: string, share: number])[] = [
  ['page_viewed', 400],
  ['feature_used', 250],
  ['signed_in', 80],
  ['report_viewed', 60],
  ['project_opened', 50],
  ['search_made', 30],
  ['comment_written', 20],
  ['report_exported', 15],
  ['project_created', 10],
  ['teammate_invited', 6],
  ['integration_connected', 4],
  ['plan_compared', 4],
  ['help_opened', 12],
  ...Array.from({ length: 25 }, (_, n): readonly [string, number] => [`tool_${n + 1}_used`, n < 9 ? 3 : 2]),
];

/**
 * Fills the event store with what people of a software company do: sessions of some eleven facts, half of them by an eighth of the people, who stay for
 * longer or shorter; everybody's sign-up first; and the snapshots of accounts and people. Made inside the engine.
 */
export const fillUsage = async (clickhouse: ClickHouse, { ws, events, now }: UsagePlan): Promise<void> => {
  // A session is eleven rows: blocks that the views sum up within the memory of a product at work.
  const settings = 'settings max_insert_threads = 1, max_block_size = 5000, min_insert_block_size_rows = 250000, max_execution_time = 600';
  const start = Math.floor(now / DAY_MS) * DAY_MS - DAYS * DAY_MS;
  const params = { ws, now, start };
  await clickhouse.command(`insert into events ${snapshotsSql} ${settings}`, params);
  const sessions = Math.ceil((events - 2 * PEOPLE - ACCOUNTS) / PER_SESSION);
  const perChunk = Math.floor(CHUNK / PER_SESSION);
  for (let from = 0; from < sessions; from += perChunk) {
    await clickhouse.command(`insert into events ${sessionsSql} ${settings}`, {
      ...params,
      from,
      count: Math.min(perChunk, sessions - from),
    });
    await merged(clickhouse);
  }
};

// Merges share the engine's memory with the insert that feeds them: where they fall behind, the insert is refused for want of it.
const merged = async (clickhouse: ClickHouse): Promise<void> => {
  const busy = 'select sum(memory_usage) as bytes from system.merges';
  while (Number((await clickhouse.query<{ bytes: number }>(busy))[0]?.bytes) > MERGING_BYTES) await sleep(250);
};

// The account, and the beginning, of a person: the same wherever they are asked for. A tenth of all accounts has a third of the people.
const accountOf = (person: string): string => `toUInt32(1 + floor(${ACCOUNTS} * pow(cityHash64(${person}, 'account') % 1000000 / 1e6, 2)))`;
const beginningOf = (person: string): string =>
  `toInt64({start:Int64} + floor((${DAYS} - 1) * pow(cityHash64(${person}, 'start') % 1000000 / 1e6, 1.5)) * ${DAY_MS} + cityHash64(${person}, 'hour') % ${DAY_MS})`;
const instant = (ms: string): string => `fromUnixTimestamp64Milli(toInt64(${ms}), 'UTC')`;
const columns = (of: Readonly<Record<string, string>>): string =>
  COLUMNS.map((column) => `${of[column] ?? DEFAULTS[column] ?? "''"} as ${column}`).join(', ');

const COLUMNS = [
  'ws',
  'event',
  'person',
  'account',
  'alias',
  'at',
  'known',
  'id',
  'session',
  'source',
  'subject',
  'import',
  'amount',
  'feature',
  'path',
  'channel',
  'props',
];
const DEFAULTS: Readonly<Record<string, string>> = {
  ws: '{ws:UInt32}',
  person: '0',
  alias: '0',
  session: '0',
  import: '0',
  amount: '0',
  known: 'at',
  props: 'map()',
};

const snapshotsSql = `select * from (
  select ${columns({
    event: "'account_created'",
    account: 'toUInt32(number + 1)',
    at: instant('{start:Int64}'),
    id: "cityHash64(number, 'account')",
    source: "'record'",
    props: `map('name', concat('Account ', toString(number + 1)), 'plan', ['free', 'starter', 'pro', 'enterprise'][1 + cityHash64(number) % 4], 'country', ['DE', 'ES', 'US', 'CN', 'FR', 'GB'][1 + cityHash64(number, 'c') % 6], 'industry', ['retail', 'health', 'software', 'media'][1 + cityHash64(number, 'i') % 4], 'seats', toString(1 + cityHash64(number, 's') % 200))`,
  })} from numbers(${ACCOUNTS})
  union all
  select ${columns({
    event: "'person_created'",
    person: 'toUInt32(number + 1)',
    account: accountOf('number + 1'),
    alias: 'person',
    at: instant(beginningOf('number + 1')),
    id: "cityHash64(number, 'person')",
    source: "'record'",
    props: `map('title', ['CEO', 'Head of data', 'Engineer', 'Analyst', 'Support'][1 + cityHash64(number, 't') % 5])`,
  })} from numbers(${PEOPLE})
  union all
  select ${columns({
    event: "'signed_up'",
    person: 'toUInt32(number + 1)',
    account: accountOf('number + 1'),
    alias: 'person',
    at: instant(`${beginningOf('number + 1')} + 60000`),
    id: "cityHash64(number, 'signed_up')",
    session: "cityHash64(number, 'first')",
    source: "'web'",
    channel: "['paid_search', 'organic', 'referral', 'direct'][1 + cityHash64(number, 'ch') % 4]",
  })} from numbers(${PEOPLE}))`;

const names = SHARES.map(([event]) => `'${event}'`).join(', ');
const bounds = SHARES.map((_, n) => SHARES.slice(0, n + 1).reduce((sum, [, share]) => sum + share, 0));
const whole = bounds.at(-1) ?? 1;

const sessionsSql = `select ${columns({
  event: `if(step = 1, 'signed_in', [${names}][arrayFirstIndex(bound -> cityHash64(number, step, 'event') % ${whole} < bound, [${bounds.join(', ')}])])`,
  person: 'who',
  account: accountOf('who'),
  alias: 'who',
  at: instant('begun + (step - 1) * (20000 + cityHash64(number) % 90000) + cityHash64(number, step) % 15000'),
  known: 'at + interval 2 second',
  id: 'cityHash64(number, step)',
  session: "cityHash64(number, 'session')",
  source: "'web'",
  amount: "if(event = 'feature_used', toInt64(cityHash64(number, step, 'amount') % 5000), 0)",
  feature:
    "if(event = 'feature_used', concat('feature ', toString(1 + toUInt8(floor(24 * pow(cityHash64(number, step, 'f') % 1000 / 1000, 2))))), '')",
  path: "if(event = 'page_viewed', concat('/', ['home', 'projects', 'reports', 'pricing', 'settings', 'team', 'billing', 'docs'][1 + toUInt8(floor(8 * pow(cityHash64(number, step, 'p') % 1000 / 1000, 2)))], if(cityHash64(number, step, 'q') % 3 = 0, concat('/', toString(cityHash64(number, step, 'r') % 20)), '')), '')",
  props:
    "if(cityHash64(number, step, 'x') % 4 = 0, map('country', ['DE', 'ES', 'US', 'CN', 'FR', 'GB'][1 + cityHash64(who) % 6], 'device', ['desktop', 'phone'][1 + cityHash64(number) % 2]), map('country', ['DE', 'ES', 'US', 'CN', 'FR', 'GB'][1 + cityHash64(who) % 6]))",
})} from (
  select number, who, arrayJoin(range(1, 2 + cityHash64(number, 'length') % 20)) as step,
    least({now:Int64} - 7200000, began + toInt64(floor(greatest(0, {now:Int64} - 7200000 - began) * sqrt(cityHash64(who, 'life') % 1000 / 1000) * (cityHash64(number, 'when') % 1000000 / 1e6) / ${DAY_MS})) * ${DAY_MS} + cityHash64(number, 'minute') % 36000000) as begun
  from (select number, who, ${beginningOf('who')} + 120000 as began
    from (select number, toUInt32(1 + toUInt32(floor(${PEOPLE} * pow(cityHash64(number, 'who') % 100000000 / 1e8, 3)))) as who from numbers({from:UInt64}, {count:UInt64}))))`;
