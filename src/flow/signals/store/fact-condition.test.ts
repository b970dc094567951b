import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Condition, type FieldTest, holds, OPERATORS } from '#kernel/condition.ts';
import { createTestClickHouse } from '#platform/clickhouse/testing.ts';
import { factCondition } from './fact-condition.ts';

let clickhouse: Awaited<ReturnType<typeof createTestClickHouse>>;
const AT = Date.UTC(2026, 2, 15, 10);
const PATHS = ['', '/pricing', '/Pricing?plan=Pro', 'Ärger', 'true', '2026-03-10', '2026-03-20T08:00:00Z', '2026-02-01'];
const PLANS = ['', 'Pro', '7', '7.5', '-3', 'true'];
const facts = PATHS.flatMap((path) => PLANS.map((plan) => ({ path, plan })));

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  const times = { at: '2026-03-15 10:00:00.000', known: '2026-03-15 10:00:00.000' };
  const lines = facts.map(({ path, plan }, id) =>
    JSON.stringify({ ws: 1, event: 'e', id, ...times, path, props: plan === '' ? {} : { plan } }),
  );
  await clickhouse.insertLines('events', lines.join('\n'), { token: 'facts' });
});
afterAll(() => clickhouse.drop());

const value = fc.constantFrom<FieldTest['value']>('/pricing', 'PRO', 'ä', '7', 7, 7.5, 0, true, 'x', ['7', '/pricing'], [7, -3], []);
// Days are asked of the field that has dates: JavaScript reads a date into many a bare number, the event store does not.
const test = fc.record({ field: fc.constantFrom('path', 'plan'), op: fc.constantFrom(...OPERATORS), value }).map((one): FieldTest => {
  if (!one.op.endsWith('_days')) return one;
  return { ...one, field: 'path', value: typeof one.value === 'number' ? one.value : 30 };
});
const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    test,
    fc.array(tie('node'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node;

describe('a condition on facts', () => {
  it('is met in SQL by exactly the facts that meet it', async () => {
    await fc.assert(
      fc.asyncProperty(condition, async (asked) => {
        const { sql, params } = factCondition(asked, 'c');
        const rows = await clickhouse.query<{ id: number }>(`select id from events where ws = 1 and ${sql} order by id`, params);
        const expected = facts.flatMap((fact, id) => (holds(asked, (field) => fact[field as 'path'] || undefined, AT) ? [id] : []));
        expect(rows.map((row) => Number(row.id))).toEqual(expected);
      }),
      { numRuns: 250 },
    );
  }, 60_000);
});
