import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { insertFacts } from '../store/testing/event-lines.ts';
import { createFactMarks } from './watermarks.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const AT = Date.UTC(2024, 5, 3, 12);
const LATER = AT + 86_400_000;
const asked = { ws: 1, events: null, asOf: LATER, isNow: true };

describe('what is known of facts', () => {
  it('is the same whether it was followed part by part or is read anew', async () => {
    const followed = createFactMarks(clickhouse);
    const expectSame = async (facts: number): Promise<void> => {
      const [one, anew] = [await followed(1), await createFactMarks(clickhouse)(1)];
      expect(await one.watermarkOf(asked)).toEqual(await anew.watermarkOf(asked));
      expect(await one.hourTablesOf(asked)).toEqual({ facts, isWhole: true, aheadFrom: null });
    };
    await expectSame(0);
    await insertFacts(clickhouse, [{ ws: 1, event: 'report_viewed', at: AT, person: 4 }]);
    await expectSame(1);
    await insertFacts(clickhouse, [
      { ws: 1, event: 'report_viewed', at: AT + 5, person: 4 },
      { ws: 2, event: 'report_viewed', at: AT + 5, person: 4 },
    ]);
    await expectSame(2);
    for (const table of ['facts_heard', 'event_hours', 'person_days']) await clickhouse.command(`optimize table ${table} final`);
    await expectSame(2);
  });

  it('changes its mark with every fact and every merge', async () => {
    const marks = createFactMarks(clickhouse);
    const markOf = async (): Promise<string> => (await (await marks(1)).watermarkOf(asked)).mark;
    const first = await markOf();
    expect(await markOf()).toBe(first);
    await insertFacts(clickhouse, [{ ws: 1, event: 'ticket_opened', at: AT, person: 4 }]);
    const second = await markOf();
    expect((await marks(1)).isNobodyMerged).toBe(true);
    await clickhouse.insertLines('alias_person', JSON.stringify({ ws: 1, alias: 4, person: 5, version: 3 }), { token: 'merge' });
    expect(new Set([first, second, await markOf()]).size).toBe(3);
    expect((await marks(1)).isNobodyMerged).toBe(false);
  });
});
