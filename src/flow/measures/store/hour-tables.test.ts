import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { createFactMarks } from '../server/watermarks.ts';
import { areHoursExact } from './hour-tables.ts';
import { insertFacts } from './testing/event-lines.ts';

let clickhouse: TestClickHouse;
let marks: ReturnType<typeof createFactMarks>;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  marks = createFactMarks(clickhouse);
});
afterAll(() => clickhouse.drop());

const NOON = Date.UTC(2024, 5, 3, 12);
const HOUR = 3_600_000;
const read = async (ws: number, asOf: number, events: readonly string[] | null = null) =>
  (await marks(ws)).hourTablesOf({ ws, events, asOf });

describe('the tables of hours', () => {
  it('are whole after every insert, for all facts and for those of a name', async () => {
    await insertFacts(clickhouse, [
      { ws: 1, event: 'report_viewed', at: NOON, person: 4 },
      { ws: 1, event: 'ticket_opened', at: NOON, person: 4 },
      { ws: 1, event: 'report_viewed', at: NOON + HOUR },
    ]);
    expect(await read(1, NOON + 9 * HOUR)).toEqual({ facts: 3, isWhole: true, aheadFrom: null });
    expect(await read(1, NOON + 9 * HOUR, ['report_viewed'])).toEqual({ facts: 2, isWhole: true, aheadFrom: null });
    expect(await read(2, NOON)).toEqual({ facts: 0, isWhole: true, aheadFrom: null });
  });

  it('are not whole while one of them tells of more or of fewer facts', async () => {
    await insertFacts(clickhouse, [{ ws: 3, event: 'report_viewed', at: NOON, person: 4 }]);
    await clickhouse.command('insert into person_days select * from person_days where ws = 3');
    expect(areHoursExact(await read(3, NOON), NOON)).toBe(false);
    await insertFacts(clickhouse, [{ ws: 4, event: 'report_viewed', at: NOON, person: 4 }]);
    await clickhouse.command('delete from event_hours where ws = 4');
    expect(areHoursExact(await read(4, NOON), NOON)).toBe(false);
    expect(areHoursExact(await read(4, NOON, ['report_viewed']), NOON)).toBe(false);
  });

  it('are exact only before a day of UTC with something that is dated later', async () => {
    await insertFacts(clickhouse, [
      { ws: 5, event: 'report_viewed', at: NOON + 10, person: 4 },
      { ws: 5, event: 'report_viewed', at: NOON + 24 * HOUR + 20, person: 4 },
    ]);
    const tables = await read(5, NOON + 15);
    expect(tables.aheadFrom).toBe(NOON + 12 * HOUR);
    expect(areHoursExact(tables, NOON + 15)).toBe(true);
    expect(areHoursExact(tables, NOON + 12 * HOUR)).toBe(false);
    expect((await read(5, NOON + 5)).aheadFrom).toBe(NOON - 12 * HOUR);
    expect((await read(5, NOON + 24 * HOUR + 20)).aheadFrom).toBe(null);
  });
});
