import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Columns, columnNames, recordFields, recordRows } from './record-rows.ts';
import { createTestPostgres, type TestPostgres } from './testing.ts';

interface Thing {
  readonly name: string;
  readonly note: string | null;
  readonly count: number | null;
  readonly cents: number;
  readonly stars: number;
  readonly good: boolean | null;
  readonly day: string;
  readonly at: number | null;
  readonly more: unknown;
}

const COLUMNS: Columns<Thing> = {
  name: ['called', 'text'],
  note: ['note', 'text'],
  count: ['count', 'integer'],
  cents: ['cents', 'bigint'],
  stars: ['stars', 'smallint'],
  good: ['is_good', 'boolean'],
  day: ['day', 'date'],
  at: ['happened_at', 'instant'],
  more: ['more', 'json'],
};

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await createTestPostgres();
  await sql`create table thing (seq integer generated always as identity, called text, note text, count integer, cents bigint, stars smallint,
    is_good boolean, day date, happened_at timestamptz, more jsonb)`.execute(postgres.db);
});
afterAll(() => postgres.drop());

const roundTrip = async (things: readonly Thing[]): Promise<readonly Thing[]> => {
  await sql`truncate thing`.execute(postgres.db);
  await sql`insert into thing (${columnNames(COLUMNS)}) select * from ${recordRows(COLUMNS, things)} as r`.execute(postgres.db);
  return (await sql<Thing>`select ${recordFields(COLUMNS)} from thing order by seq`.execute(postgres.db)).rows;
};

const text = fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0') && one.isWellFormed());
const thing: fc.Arbitrary<Thing> = fc.record({
  name: text,
  note: fc.oneof(fc.constant(null), text, fc.constantFrom('NULL', 'null', '', '{}', '{"a":1}', '\\', '"', "'", ',', ' x ')),
  count: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  cents: fc.maxSafeInteger(),
  stars: fc.integer({ min: -5, max: 5 }),
  good: fc.option(fc.boolean()),
  day: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  at: fc.option(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) })),
  more: fc.oneof(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), text), fc.array(fc.integer())),
});

describe('records as rows', () => {
  it('come back as they went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { minLength: 1, maxLength: 8 }), async (things) => {
        expect(await roundTrip(things)).toEqual(things);
      }),
      { numRuns: 60 },
    );
  });

  it('come back the same where all of them agree in some fields', async () => {
    await fc.assert(
      fc.asyncProperty(
        thing,
        fc.subarray(Object.keys(COLUMNS)),
        fc.array(thing, { minLength: 1, maxLength: 3 }),
        async (one, shared, others) => {
          const same = Object.fromEntries(Object.entries(one).filter(([field]) => shared.includes(field)));
          const things = [one, ...others.map((other) => ({ ...other, ...same }))];
          expect(await roundTrip(things)).toEqual(things);
        },
      ),
      { numRuns: 60 },
    );
    const bare = { name: '', note: null, count: null, cents: 0, stars: 0, good: null, day: '2024-01-01', at: null, more: {} };
    expect(await roundTrip([bare, bare, { ...bare, more: { a: [] } }])).toEqual([bare, bare, { ...bare, more: { a: [] } }]);
  });

  it('are none when there are none', async () => {
    expect(await roundTrip([])).toEqual([]);
  });
});
