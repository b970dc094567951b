import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import { firstDisagreement } from '../questions/testing/held-to-reference.ts';
import { answersOf, anyCase } from './testing/any-segment.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

describe('a segment in SQL', () => {
  it('has the members and values of the reference over 2,500 streams, all at once and one by one', async () => {
    const cases = fc.sample(anyCase, { numRuns: 2_500 / STREAMS, seed: 21 });
    expect(await firstDisagreement(clickhouse, cases, answersOf(clickhouse))).toBe(null);
  }, 240_000);
});
