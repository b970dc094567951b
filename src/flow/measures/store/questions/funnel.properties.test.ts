import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import { isPlainAnyOrder } from './funnel-any-order.ts';
import { isPlainFunnel } from './funnel-plain-lines.ts';
import { isStraightFunnel } from './funnel-straight.ts';
import { answersOf, anyCase, anyPlainCase } from './testing/any-funnel.ts';
import { firstDisagreement } from './testing/held-to-reference.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

describe('a funnel in SQL', () => {
  it('has the steps, times and open units of the reference over 2,000 streams', async () => {
    const cases = fc.sample(anyCase, { numRuns: 2_000 / STREAMS, seed: 11 });
    expect(await firstDisagreement(clickhouse, cases, answersOf(clickhouse))).toBe(null);
  }, 240_000);

  it('has the same where a faster line answers, over 1,500 streams', async () => {
    const cases = fc.sample(anyPlainCase, { numRuns: 1_500 / STREAMS, seed: 14 });
    expect(cases.filter(({ question }) => isPlainFunnel(question)).length).toBeGreaterThan(30);
    expect(cases.filter(({ question }) => isStraightFunnel(question)).length).toBeGreaterThan(10);
    expect(cases.filter(({ question }) => isPlainAnyOrder(question)).length).toBeGreaterThan(15);
    expect(await firstDisagreement(clickhouse, cases, answersOf(clickhouse))).toBe(null);
  }, 240_000);
});
