import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import { answersOf, anyCase } from './testing/any-trend.ts';
import { firstDisagreement } from './testing/held-to-reference.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

describe('a trend in SQL', () => {
  it('has the figures of the reference over 2,000 streams', async () => {
    const cases = fc.sample(anyCase, { numRuns: 2_000 / STREAMS, seed: 13 });
    expect(await firstDisagreement(clickhouse, cases, answersOf(clickhouse))).toBe(null);
  }, 240_000);
});
