import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/postgres.ts';
import { sortKeyOf } from '../../store/lists/columns.ts';
import { listPage } from '../../store/lists/list-page.ts';
import { accountRecord, NOW, type OpenLists, openLists } from '../../testing/open-lists.ts';
import { createSortIndexes } from './sort-indexes.ts';

let open: OpenLists;
const DAY_MS = 86_400_000;
const TIER = { list: 'accounts', key: "it's a tier", numeric: false } as const;
const SIZE = { list: 'accounts', key: 'size', numeric: true } as const;

beforeAll(async () => {
  open = await openLists();
  const sized = (n: number) => ({ size: n % 3 === 0 ? 'many' : n % 17, [TIER.key]: `T${n % 5}` });
  const records = Array.from({ length: 60 }, (_, n) => accountRecord(open.one.ws, n + 1, { attributes: n % 7 === 0 ? {} : sized(n) }));
  await open.insert('account', records);
  await sql`analyze account`.execute(open.postgres.db);
});
afterAll(() => open.close());

const indexes = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ made: string }>`
    select indexdef as made from pg_indexes where indexname like 'list_sort_%' order by indexname`.execute(open.postgres.db);
  return rows.map(({ made }) => (made.includes('jsonb_typeof') ? 'size' : 'tier')).sort();
};
const sorted = (order: 'asc' | 'desc', { key, numeric }: typeof TIER | typeof SIZE) =>
  listPage(
    open.postgres.db,
    'accounts',
    { ws: open.one.ws, search: '', filter: { all: [] }, now: NOW },
    { sort: `x.${key}`, numeric, order, limit: 100, after: null },
  );
it('are made for long lists, followed by pages in the same order, and dropped when nobody sorted by them for a month', async () => {
  const before = [await sorted('asc', TIER), await sorted('desc', TIER), await sorted('asc', SIZE)];
  await createSortIndexes(open, 1_000).build(TIER);
  expect(await indexes()).toEqual([]);
  const all = createSortIndexes(open, 1);
  await all.build(TIER);
  await all.build(SIZE);
  await all.build(SIZE);
  expect(await indexes()).toEqual(['size', 'tier']);
  expect([await sorted('asc', TIER), await sorted('desc', TIER), await sorted('asc', SIZE)]).toEqual(before);
  open.clock.set(NOW + 31 * DAY_MS);
  await all.build(SIZE);
  expect(await indexes()).toEqual(['size']);
});

it('are known until they are dropped, so that one that could not be is dropped the next time', async () => {
  const { db } = open.postgres;
  await sql`insert into sorted_attribute (list, key, is_numeric, asked_on) values ('people', 'old', false, '2020-01-01')`.execute(db);
  const name = sql.ref(`list_sort_${createHash('md5').update('people false old').digest('hex').slice(0, 20)}`);
  // A table of that name is no index, and refuses to be dropped as one.
  await sql`create table ${name} (one int)`.execute(db);
  const known = async () => (await sql`select from sorted_attribute where key = 'old'`.execute(db)).rows.length;
  await expect(createSortIndexes(open, 1).build(SIZE)).rejects.toThrow('is not an index');
  expect(await known()).toBe(1);
  await sql`drop table ${name}`.execute(db);
  await createSortIndexes(open, 1).build(SIZE);
  expect(await known()).toBe(0);
});

it('give a page its order, so that nothing is sorted', async () => {
  await createSortIndexes(open, 1).build(TIER);
  const { by } = sortKeyOf('accounts', `x.${TIER.key}`, false)!;
  const plan = await open.postgres.transaction(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select num from account a where a.ws = ${open.one.ws} and a.merged_into is null and ${by} is not null
      order by ${by} desc, num desc limit 10`.execute(tx);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index .*Backward using list_sort_/);
  expect(plan).not.toMatch(/Sort/);
});
