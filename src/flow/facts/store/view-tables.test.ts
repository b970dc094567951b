import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FactDraft } from '#kernel/fact.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { eventLine, insertEventLines } from './event-line.ts';
import { forgetImport } from './forget.ts';
import { HOUR_TABLES, keepAnew } from './view-tables.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const START = Date.UTC(2024, 2, 30, 22, 59, 59, 999);
let ws = 0;
beforeEach(() => {
  ws += 1;
});

const fact = (n: number, more: Partial<FactDraft> = {}): FactDraft => ({
  ...{ event: n % 3 === 0 ? 'ticket_opened' : `tool_${n % 2}_used`, key: `fact ${n}`, source: 'web' },
  ...{ at: START + n * 1_700_000, known: START + n * 1_700_000, person: n % 4, alias: n % 5, account: n % 2, props: {} },
  ...more,
});
const send = async (facts: readonly FactDraft[], token: string = randomUUID()): Promise<void> => {
  await insertEventLines(clickhouse, facts.map((one) => eventLine(ws, one)).join('\n'), token);
};
const facts = (count: number, more: (n: number) => Partial<FactDraft> = () => ({})): readonly FactDraft[] =>
  Array.from({ length: count }, (_, n) => fact(n, more(n)));

const SUMMED = {
  person_days:
    'person, alias, account, day, groupBitOr(hours) as hours, sum(n) as n, max(latest) as latest, hex(sum(night)) as night, hex(sum(morning)) as morning, hex(sum(evening)) as evening',
  event_hours: 'event, hour, sum(n) as n, groupBitmapMerge(people) as people, groupBitmapMerge(accounts) as accounts',
};
const GROUPED = { person_days: 'person, alias, account, day', event_hours: 'event, hour' };

/** What the tables have, and what they should: the rows that their statements make of the events. */
const kept = async (): Promise<{ readonly has: unknown; readonly should: unknown }> => {
  const read = (table: 'person_days' | 'event_hours', from: string) =>
    clickhouse.query(`select ${SUMMED[table]} from ${from} where ws = {ws:UInt32} group by ${GROUPED[table]} order by ${GROUPED[table]}`, {
      ws,
    });
  const both = (from: (table: 'person_days' | 'event_hours') => string) =>
    Promise.all([read('person_days', from('person_days')), read('event_hours', from('event_hours'))]);
  return { has: await both((table) => table), should: await both((table) => `(${HOUR_TABLES[table].replace('WHICH', 'true')})`) };
};
const expectKept = async (): Promise<void> => {
  const { has, should } = await kept();
  expect(has).toEqual(should);
};

describe('the tables of hours', () => {
  it('hold what their statements make of the events, also of old ones and of the last millisecond of an hour', async () => {
    await send(facts(60));
    await send([fact(1, { key: 'old', at: Date.UTC(1969, 11, 31, 23, 30) }), fact(2, { key: 'late', at: START, known: START + 9e9 })]);
    const [row] = await clickhouse.query<{ n: number }>('select sum(n) as n from person_days where ws = {ws:UInt32} and day = -1', {
      ws,
    });
    expect(Number(row?.n)).toBe(1);
    await expectKept();
  });

  it('count what is sent twice under one token once', async () => {
    const batch = facts(30);
    await send(batch, `again ${ws}`);
    await send(batch, `again ${ws}`);
    await expectKept();
    const [row] = await clickhouse.query<{ n: number }>('select sum(n) as n from event_hours where ws = {ws:UInt32}', { ws });
    expect(Number(row?.n)).toBe(30);
  });

  it('lose what an undone import told, and have it again when it comes again', async () => {
    await send(facts(60, (n) => ({ importNumber: n % 2 === 0 ? 7 : 8 })));
    await forgetImport(clickhouse, ws, 7);
    await expectKept();
    await forgetImport(clickhouse, ws, 8);
    await expectKept();
    await send(facts(60, (n) => ({ importNumber: n % 2 === 0 ? 7 : 8 })));
    await forgetImport(clickhouse, ws, 7);
    await expectKept();
    const [row] = await clickhouse.query<{ n: number }>('select sum(n) as n from event_hours where ws = {ws:UInt32}', { ws });
    expect(Number(row?.n)).toBe(30);
  });

  it('are made anew where a crash left them wrong, hour by hour', async () => {
    await send(facts(40));
    await clickhouse.command('insert into person_days select * from person_days where ws = {ws:UInt32} limit 3', { ws });
    await clickhouse.command('delete from event_hours where ws = {ws:UInt32} and hour % 3 = 0', { ws });
    const before = await kept();
    expect(before.has).not.toEqual(before.should);
    await keepAnew(clickhouse, ws, { from: START, to: START + 40 * 1_700_000 });
    await expectKept();
  });

  it('are kept by views with the statements by which they are made anew', async () => {
    const views = await clickhouse.query<{ name: string; as_select: string }>(
      "select name, as_select from system.tables where database = currentDatabase() and name in ('person_days_of_events', 'event_hours_of_events') order by name",
    );
    for (const { name, as_select } of views) {
      const select = HOUR_TABLES[name === 'person_days_of_events' ? 'person_days' : 'event_hours'].replace(/ and WHICH|where WHICH/, '');
      const [told] = await clickhouse.query<{ text: string }>('select formatQuerySingleLine({select:String}) as text', { select });
      const [own] = await clickhouse.query<{ text: string }>('select formatQuerySingleLine({select:String}) as text', {
        select: as_select.replaceAll(/FROM \w+\.events/g, 'FROM events'),
      });
      expect(own?.text).toBe(told?.text);
    }
    expect(views).toHaveLength(2);
  });
});
