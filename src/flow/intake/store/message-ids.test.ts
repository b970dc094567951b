import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse } from '#platform/clickhouse/testing.ts';
import { fingerprintsSince, knownMessageIds } from './message-ids.ts';

let clickhouse: Awaited<ReturnType<typeof createTestClickHouse>>;
const LARGE = '18446744073709551615';

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const insert = (token: string, rows: readonly object[]) =>
  clickhouse.insertLines('events', rows.map((row) => JSON.stringify({ ws: 1, event: 'e', source: 'web', ...row })).join('\n'), { token });
// The table forgets ids by the real clock.
const DAY = Math.floor(Date.now() / 86_400_000) - 5;
const on = (day: number) => new Date(day * 86_400_000 + 3_600_000).toISOString();

describe('message ids', () => {
  it('finds ids exactly, per workspace, also those beyond 2^53', async () => {
    await insert('a', [
      { id: LARGE, at: on(DAY), known: on(DAY) },
      { id: '5', at: on(DAY), known: on(DAY), ws: 2 },
      { id: '6', at: on(DAY), known: on(DAY), source: 'import' },
    ]);
    expect(await knownMessageIds(clickhouse, 1, [LARGE, '18446744073709551614', '5', '6'])).toEqual(new Set([LARGE]));
    expect(await knownMessageIds(clickhouse, 2, [LARGE, '5'])).toEqual(new Set(['5']));
  });

  it('remembers an id from the day on which it came, not from when it was known', async () => {
    await insert('b', [{ id: '77', ws: 3, at: on(DAY - 300), known: on(DAY - 300) }]);
    const days = await clickhouse.query<{ day: number }>('select toUInt16(received) as day from message_ids where ws = 3', {});
    expect(days).toHaveLength(1);
    expect(days[0]!.day).toBeGreaterThanOrEqual(DAY + 5);
  });

  it('reads the fingerprints of the last days only', async () => {
    await clickhouse.command('truncate table message_ids');
    const row = (id: bigint, day: number) => JSON.stringify({ ws: 1, id: String(id << 28n), received: day });
    await clickhouse.insertLines('message_ids', [row(5n, DAY + 2), row(7n, DAY + 3), row(2n ** 36n - 1n, DAY + 4)].join('\n'), {
      token: 'days',
    });
    const pages = [];
    for await (const page of fingerprintsSince(clickhouse, DAY + 3)) pages.push(page);
    expect(pages).toEqual([
      { day: DAY + 3, tops: [7] },
      { day: DAY + 4, tops: [2 ** 36 - 1] },
    ]);
  });
});
