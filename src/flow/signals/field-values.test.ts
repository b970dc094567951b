import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFieldValues } from './server/field-values.ts';
import { accountRecord, figureRecord, NOW, type OpenLists, openLists, personRecord } from './testing/open-lists.ts';

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();
const date = (at: number): string => iso(at).slice(0, 10);

let open: OpenLists;
beforeAll(async () => {
  open = await openLists();
  const { ws } = open.one;
  const move = (account_num: number, n: number, stage: string, entered: number, left: number | null, more: object = {}) => ({
    ...{
      ws,
      account_num,
      n,
      stage,
      from_stage: null,
      to_stage: null,
      rule_version: 1,
      entered_on: date(entered),
      left_on: left && date(left),
    },
    ...{ entered_at: iso(entered), left_at: left && iso(left), known_from: iso(entered), known_to: null, mrr_minor: 0, ...more },
  });
  await open.insert('account', [accountRecord(ws, 1), accountRecord(ws, 2)]);
  await open.insert('account_figure', [figureRecord(ws, 1, { health: 80, health_band: 'good', mrr_minor: 900 }), figureRecord(ws, 2)]);
  await open.insert('lifecycle_move', [
    move(1, 1, 'captured', NOW - 40 * DAY, NOW - 10 * DAY, { to_stage: 'active' }),
    move(1, 2, 'active', NOW - 10 * DAY, null),
    move(2, 1, 'captured', NOW - 5 * DAY, null),
  ]);
  // That account 1 paid 700 from the eighth day on was known three days later.
  const paid = (n: number, minor: number, [from, to, known, until]: readonly (number | null)[]) => ({
    ...{ ws, account_num: 1, n, mrr_minor: minor, from_at: iso(from!), to_at: to === null ? null : iso(to!) },
    ...{ known_from: iso(known!), known_to: until === null ? null : iso(until!) },
  });
  await open.insert('account_mrr', [
    paid(1, 500, [NOW - 30 * DAY, null, NOW - 30 * DAY, NOW - 5 * DAY]),
    paid(2, 500, [NOW - 30 * DAY, NOW - 8 * DAY, NOW - 5 * DAY, null]),
    paid(3, 700, [NOW - 8 * DAY, null, NOW - 5 * DAY, null]),
  ]);
  const score = (day: number, value: number, band: string) => ({
    ...{ ws, signal: 'health', account_num: 1, day: date(day), score: value, band, confidence: 1, version: 1, points: [] },
  });
  await open.insert('score_day', [score(NOW - 20 * DAY, 30, 'bad'), score(NOW - 3 * DAY, 70, 'good')]);
  await open.insert('person', [
    personRecord(ws, 7, { email: 'ana@example.com', attributes: { role: 'admin' } }),
    personRecord(ws, 8, { email: null }),
  ]);
});
afterAll(() => open.close());

const values = async (field: string, asOf = NOW) => {
  const found = await createFieldValues(open)(open.one, field, asOf);
  return found && [found.of, ...[...found.values].sort(([a], [b]) => a - b)];
};

describe('the values of a field', () => {
  it('are the stage as believed then', async () => {
    expect(await values('stage')).toEqual(['account', [1, 'active'], [2, 'captured']]);
    expect(await values('stage', NOW - 20 * DAY)).toEqual(['account', [1, 'captured']]);
  });

  it('are scores as of that day', async () => {
    expect(await values('signal.health')).toEqual(['account', [1, '80']]);
    expect(await values('signal.health', NOW - 4 * DAY)).toEqual(['account', [1, '30']]);
    expect(await values('signal.health_band', NOW - 2 * DAY)).toEqual(['account', [1, 'good']]);
  });

  it('are what was paid then, by what was known then', async () => {
    expect(await values('revenue.mrr_minor', NOW - 4 * DAY)).toEqual(['account', [1, '700'], [2, '0']]);
    expect(await values('revenue.mrr_minor', NOW - 6 * DAY)).toEqual(['account', [1, '500'], [2, '0']]);
    expect(await values('revenue.mrr_minor', NOW - 40 * DAY)).toEqual(['account', [1, '0'], [2, '0']]);
  });

  it('are what people and accounts are now', async () => {
    expect(await values('revenue.mrr_minor')).toEqual(['account', [1, '900'], [2, '0']]);
    expect(await values('person.email')).toEqual(['person', [7, 'ana@example.com']]);
    expect(await values('person.x.role')).toEqual(['person', [7, 'admin']]);
    expect(await values('person.shoes')).toBe(null);
  });
});
