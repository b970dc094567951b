import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { readTimeline, type TimelineRow } from './timeline.ts';
import { daysReached, reachesOf, type TimelineOwner } from './timeline-reach.ts';

const START = Date.UTC(2026, 2, 1);
const DAY_MS = 86_400_000;
const DAYS = 120;
const END = START + DAYS * DAY_MS;

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  // A person of a busy and one of a quiet account: features used every hour and every third day, in the dark of many zones too.
  const told = (person: number, everyMs: number) =>
    clickhouse.command(
      `insert into events (ws, event, person, alias, account, at, known, id, feature)
       select 1, 'feature_used', {person:UInt32}, {person:UInt32}, {person:UInt32}, fromUnixTimestamp64Milli({start:Int64} + number * {every:Int64}) as at, at,
         cityHash64(number, {person:UInt32}), toString(number % 5) from numbers(toUInt64({end:Int64} - {start:Int64}) div {every:Int64})`,
      { person, start: START, end: END, every: everyMs },
    );
  await told(1, 3_600_000);
  await told(2, 3 * DAY_MS);
});
afterAll(() => clickhouse.drop());

const page = (owner: TimelineOwner, before: number, limit: number) => ({
  ...{ ws: 1, owner, groups: [], asOf: END, before, limit, timeZone: 'America/St_Johns' },
});

it('finds days with facts enough for a page, from the latest backwards', () => {
  const days = [4, 3, 2, 1].map((day) => ({ day, told: 10 }));
  expect([1, 5, 10, 20].map((limit) => daysReached(days, limit))).toEqual([[4, 3], [3], [2], []]);
});

it.each([{ accounts: [1] }, { person: 1 }, { accounts: [2] }, { person: 2 }])(
  'reads the pages of %o from the days that fill them, as if it read all',
  async (owner) => {
    for (const before of [END + 1, END - 30 * DAY_MS + 1234, START + 20 * DAY_MS]) {
      const all = await readTimeline(clickhouse, page(owner, before, 10_000));
      const rows = await readTimeline(clickhouse, page(owner, before, 40));
      expect(rows.length).toBeGreaterThan(6);
      expect(rows).toEqual(all.slice(0, 40));
    }
  },
);

it('tells every entry once, whole, however its pages are cut: within a day, among facts of one instant', async () => {
  // Records of one instant, and use of the same days by another person of the account.
  await clickhouse.command(
    `insert into events (ws, event, person, alias, account, at, known, id, subject)
     select 1, 'ticket_opened', 1, 1, 1, fromUnixTimestamp64Milli({at:Int64}) as at, at, cityHash64(number, 'ticket'), toString(number) from numbers(9)`,
    { at: END - 2 * DAY_MS },
  );
  const all = await readTimeline(clickhouse, page({ accounts: [1] }, END + 1, 10_000));
  for (const limit of [7, 8, 40]) {
    const told: TimelineRow[] = [];
    for (let after: { at: number; id: string } | undefined; told.length < 120; after = told.at(-1)) {
      told.push(...(await readTimeline(clickhouse, { ...page({ accounts: [1] }, END + 1, limit), ...(after && { after }) })));
    }
    expect(told).toEqual(all.slice(0, told.length));
  }
});

it('opens the last days first where these are full, all that there is where little was done', async () => {
  const [busy, quiet] = [
    await reachesOf(clickhouse, page({ accounts: [1] }, END, 40)),
    await reachesOf(clickhouse, page({ person: 2 }, END, 40)),
  ];
  expect(busy.map((since) => (END - since) / DAY_MS)).toEqual(
    [6 - 2.5 / 24, 26 - 2.5 / 24, END / DAY_MS].map((days) => expect.closeTo(days)),
  );
  expect(quiet).toEqual([0]);
});
