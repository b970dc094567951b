import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow } from '#flow/intake/index.ts';
import { importContext, runImport, sampleRows, tally, undoImport } from '#flow/intake/testing/sample-import.ts';
import { sql } from '#platform/postgres.ts';
import { message, NOW, type OpenIdentity, openIdentity } from './testing/open-identity.ts';

let house: OpenIdentity;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const targetOf = (kind: string) => {
  const target = house.identity.importTargets.find((one) => one.kind.kind === kind);
  if (!target) throw new Error(`no target ${kind}`);
  return target;
};
const contextIn = (ws: number, source: string, importNumber: number) =>
  importContext(house.postgres.db, { ws, source, importNumber, now: house.clock.now() });
const bring = (kind: string, ws: number, importNumber: number, rows: readonly ImportRow[]) =>
  runImport(house.postgres, targetOf(kind), { context: contextIn(ws, 'crm', importNumber), rows });
const rowsOf = (values: readonly ImportRow['values'][]): readonly ImportRow[] =>
  values.map((one, i) => ({ line: i + 2, values: one, custom: {} }));
const people = async (ws: number) =>
  (
    await sql<Record<string, unknown>>`
      select person.num, person.name, email, title, phone, person.channel, person.attributes, account.name as account
      from person left join account on account.ws = person.ws and account.num = account_num
      where person.ws = ${ws} and person.merged_into is null order by person.num`.execute(house.postgres.db)
  ).rows;

describe('leads without addresses (X Education)', () => {
  const known = new Set(['Prospect ID', 'Lead Source', 'Lead Origin', 'Country', 'Converted']);
  const rows = sampleRows('lead_scoring/leads.csv').map((row, i): ImportRow => {
    const custom = Object.entries(row).filter(([column, value]) => !known.has(column) && column !== '' && value !== '');
    return {
      line: i + 2,
      values: {
        external_id: row['Prospect ID'],
        channel: row['Lead Source'] || null,
        form: row['Lead Origin'],
        country: row.Country || null,
        converted: row.Converted === '1',
      },
      custom: Object.fromEntries(custom),
    };
  });

  it('makes each a person with its outcome, captured once', async () => {
    const { ws } = house.one;
    const outcomes = await bring('lead', ws, 1, rows);
    expect(tally(outcomes)).toEqual({ created: 5564 });
    const { rows: counted } = await sql<{ converted: number; channels: number }>`
      select count(*) filter (where (attributes ->> 'converted')::boolean)::int as converted, count(channel)::int as channels
      from person where ws = ${ws}`.execute(house.postgres.db);
    const inFile = sampleRows('lead_scoring/leads.csv');
    expect(counted[0]).toEqual({
      converted: inFile.filter((row) => row.Converted === '1').length,
      channels: inFile.filter((row) => row['Lead Source'] !== '').length,
    });
    const captured = house.facts.filter((fact) => fact.event === 'lead_captured');
    expect(captured).toHaveLength(5564);
    expect(captured[0]).toMatchObject({ person: 1, alias: 1, props: { channel: 'Olark Chat', form: 'API', source: 'crm' } });
    expect(captured[0]?.props).not.toHaveProperty('email');

    house.facts.length = 0;
    expect(tally(await bring('lead', ws, 2, rows))).toEqual({ unchanged: 5564 });
    expect(house.facts).toEqual([]);
    await undoImport(house.postgres, targetOf('lead'), { context: contextIn(ws, 'crm', 1), outcomes });
    expect(await people(ws)).toEqual([]);
  });
});

describe('people', () => {
  it('meet by id, user id or address, and belong to accounts by id, name or domain', async () => {
    const { ws } = house.two;
    await bring('account', ws, 1, rowsOf([{ account_id: 'A1', name: 'Acme' }]));
    const outcomes = await bring(
      'person',
      ws,
      2,
      rowsOf([
        { external_id: 'p1', email: 'Ann@Acme.io', first_name: 'Ann', last_name: 'Lee', account_id: 'A1', title: 'CTO' },
        { external_id: 'p2', email: 'bo@globex.io', name: 'Bo', account_name: 'Globex' },
        { external_id: 'p3', email: 'cy@globex.io', name: 'Cy', account_name: 'globex' },
        { email: 'di@initech.io', name: 'Di' },
        { name: 'Ed', account_id: 'A9' },
        { external_id: 'p1', phone: '123' },
        { title: 'nobody' },
      ]),
    );
    expect(tally(outcomes)).toEqual({ created: 5, updated: 1, failed: 1, account_unknown: 1 });
    expect((await people(ws)).map(({ name, email, account }) => [name, email, account])).toEqual([
      ['Ann Lee', 'ann@acme.io', 'Acme'],
      ['Bo', 'bo@globex.io', 'Globex'],
      ['Cy', 'cy@globex.io', 'Globex'],
      ['Di', 'di@initech.io', 'initech.io'],
      ['Ed', null, null],
    ]);
    const found = await targetOf('person').accountsOf?.(house.postgres.db, contextIn(ws, 'crm', 2), ['p1', 'p9']);
    expect([...(found?.values() ?? [])].map((account) => (account as { name?: string }).name)).toEqual(['Acme']);
  });

  it('link to whom the product knows already, and an undo gives back exactly what was known', async () => {
    const { ws } = house.two;
    const [live] = await house.resolve(
      [message({ kind: 'identify', userId: 'U-5', email: 'flo@hooli.io', traits: { set: { name: 'Flo', plan: 'free' } } })],
      house.two,
    );
    const before = await people(ws);
    const outcomes = await bring(
      'person',
      ws,
      3,
      rowsOf([
        { external_id: 'p7', user_id: 'U-5', name: 'Florence', title: 'CEO', account_name: 'Hooli Inc' },
        { external_id: 'p8', user_id: 'U-6', email: 'flo@hooli.io', name: 'Other' },
        { external_id: 'p9', email: 'gus@umbrella.io', name: 'Gus', account_name: 'Umbrella' },
      ]),
    );
    expect(tally(outcomes)).toEqual({ updated: 2, created: 1, second_user_id: 1 });
    expect((await people(ws)).find((person) => person.num === live?.person)).toMatchObject({
      name: 'Other',
      title: 'CEO',
      account: 'Hooli Inc',
    });
    await undoImport(house.postgres, targetOf('person'), { context: contextIn(ws, 'crm', 3), outcomes });
    expect(await people(ws)).toEqual(before);
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from account where ws = ${ws} and name in ('Hooli Inc', 'Umbrella')`.execute(house.postgres.db);
    expect(rows[0]?.n).toBe(0);
    expect(NOW).toBeGreaterThan(0);
  });
});
