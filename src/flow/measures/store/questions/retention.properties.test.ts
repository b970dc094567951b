import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import { isOfMarks } from './retention.ts';
import { answersOf, anyCase, anyMarkedCase } from './testing/any-retention.ts';
import { firstDisagreement } from './testing/held-to-reference.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

describe('a retention in SQL', () => {
  it('has the cohorts and cells of the reference over 2,000 streams', async () => {
    const cases = fc.sample(anyCase, { numRuns: 2_000 / STREAMS, seed: 12 });
    expect(await firstDisagreement(clickhouse, cases, answersOf(clickhouse))).toBe(null);
  }, 240_000);

  it('has the same where masks of periods answer, over 2,000 streams', async () => {
    const cases = fc.sample(anyMarkedCase, { numRuns: 2_000 / STREAMS, seed: 15 });
    expect(cases.filter(({ question }) => isOfMarks(question)).length).toBeGreaterThan(40);
    let listed = 0;
    const watched: TestClickHouse = {
      ...clickhouse,
      query: (sql, ...more) => {
        listed += sql.includes('has(returns, began)') ? 1 : 0;
        return clickhouse.query(sql, ...more);
      },
    };
    expect(await firstDisagreement(watched, cases, answersOf(watched))).toBe(null);
    expect(listed).toBeGreaterThan(20);
  }, 240_000);
});
