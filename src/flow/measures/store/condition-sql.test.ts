import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Condition, holds } from '#kernel/condition.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { conditionSql } from './condition-sql.ts';
import { bindings } from './statement.ts';

const NOW = Date.parse('2024-05-20T12:00:00Z');
const FIELDS = ['industry', 'x.since', 'x.note', 'seats'];
const TEXTS = ['', 'EdTech', 'edtech', 'Ünï', 'ed', '7', '12', '2024-05-01', '2024-05-20', '2024-06-01'];

const scalar = fc.constantFrom<string | number>('EdTech', 'ed', 'ÜN', '7', '2024-05-10', 7, 12, 0);
const fieldTest: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom(...FIELDS),
    op: fc.constantFrom('is', 'is_not', 'contains', 'starts_with', 'gt', 'gte', 'lt', 'lte'),
    value: scalar,
  }),
  fc.record({ field: fc.constantFrom(...FIELDS), op: fc.constantFrom('in', 'not_in'), value: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({
    field: fc.constant('x.since'),
    op: fc.constantFrom('within_days', 'older_than_days', 'in_next_days'),
    value: fc.constantFrom(0, 7, 30),
  }),
  fc.record({ field: fc.constantFrom(...FIELDS), op: fc.constantFrom('exists', 'missing') }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fieldTest,
    fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));
// Dates are asked of a field of dates, and seats are numbers: what `holds` reads from a text that is neither is its own affair.
const records = fc.array(
  fc.record({
    industry: fc.constantFrom(...TEXTS.slice(0, 7)),
    'x.since': fc.constantFrom('', ...TEXTS.slice(7)),
    'x.note': fc.constantFrom(...TEXTS.slice(0, 5)),
    seats: fc.constantFrom('', '0', '7', '12'),
  }),
  { minLength: 6, maxLength: 6 },
);

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

describe('a condition in SQL', () => {
  it('holds for the same records as it does in memory', async () => {
    const cases = fc.sample(fc.tuple(fc.array(condition, { minLength: 20, maxLength: 20 }), records), { numRuns: 25, seed: 7 });
    for (const [conditions, rows] of cases) {
      const { bind, params } = bindings();
      const reader = { field: (name: string) => `r['${name}']`, isNumber: (name: string) => name === 'seats', bind, now: NOW };
      const columns = conditions.map((one, index) => `toUInt8(${conditionSql(one, reader)}) as c${index}`);
      const table = bind('Array(Map(String, String))', rows);
      const answers = await clickhouse.query<Record<string, number>>(
        `select ${columns.join(', ')} from (select arrayJoin(${table}) as r)`,
        params,
      );
      for (const [at, row] of rows.entries()) {
        const read = (field: string) => fieldValue(row[field as keyof typeof row], field);
        const wanted = conditions.map((one) => (holds(one, read, NOW) ? 1 : 0));
        expect(
          conditions.map((_, index) => answers[at]![`c${index}`]),
          JSON.stringify({ row, conditions }),
        ).toEqual(wanted);
      }
    }
  });
});

const fieldValue = (text: string, field: string): string | number => (field === 'seats' && text !== '' ? Number(text) : text);
