import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { type LifecycleCount, lifecycleReference } from '../../domain/questions/lifecycle/lifecycle-reference.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import type { LifecycleQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { lifecycleCounts } from './lifecycle.ts';
import { lifecycleCase } from './testing/any-usage.ts';
import { type Answers, firstDisagreement } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const states: Answers<LifecycleQuestion> = {
  reference: ({ world, question }) => rounded(lifecycleReference(world, question, frameOf(question))),
  hours: 'too',
  engine: async ({ world, question }, ws, byHours) =>
    rounded(await rowsOf<LifecycleCount>(clickhouse, lifecycleCounts(scopeOf(world, question, ws, byHours), question, frameOf(question)))),
};

describe('a lifecycle in SQL', () => {
  it('has the states of the reference over 2,000 streams', async () => {
    const cases = fc.sample(lifecycleCase, { numRuns: 2_000 / STREAMS, seed: 31 });
    expect(await firstDisagreement(clickhouse, cases, states)).toBe(null);
  }, 300_000);
});
