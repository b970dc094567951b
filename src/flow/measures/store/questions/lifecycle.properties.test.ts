import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { type LifecycleCount, lifecycleReference } from '../../domain/questions/lifecycle/lifecycle-reference.ts';
import { anyAsked, anyMatch, anyWorld, STREAMS } from '../../domain/questions/testing/any-world.ts';
import { LifecycleQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { lifecycleCounts } from './lifecycle.ts';
import { type Answers, firstDisagreement, type Held } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

const anyLifecycle: fc.Arbitrary<LifecycleQuestion> = anyAsked.chain((asked) =>
  fc
    .record({
      match: anyMatch,
      interval: fc.constantFrom('hour', 'day', 'day', 'week', 'month'),
      newBy: fc.constantFrom('first_fact', 'first_fact', { field: 'event.first' }, { field: 'event.n' }),
    })
    .map((lifecycle) => LifecycleQuestion.parse({ kind: 'lifecycle', ...asked, ...lifecycle })),
);
const first = fc.constantFrom('', '1711843200000', '1712016000000', '1712361600000', 'soon');
/** Facts that say when their unit began. */
const anyCase: fc.Arbitrary<Held<LifecycleQuestion>> = fc
  .record({ world: anyWorld, question: anyLifecycle, firsts: fc.array(first, { minLength: 5, maxLength: 5 }) })
  .map(({ world, question, firsts }) => ({
    question,
    world: { ...world, facts: world.facts.map((fact, index) => ({ ...fact, props: { ...fact.props, first: firsts[index % 5]! } })) },
  }));

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const states: Answers<LifecycleQuestion> = {
  reference: ({ world, question }) => rounded(lifecycleReference(world, question, frameOf(question))),
  engine: async ({ world, question }, ws) =>
    rounded(await rowsOf<LifecycleCount>(clickhouse, lifecycleCounts(scopeOf(world, question, ws), question, frameOf(question)))),
};

describe('a lifecycle in SQL', () => {
  it('has the states of the reference over 2,000 streams', async () => {
    const cases = fc.sample(anyCase, { numRuns: 2_000 / STREAMS, seed: 31 });
    expect(await firstDisagreement(clickhouse, cases, states)).toBe(null);
  }, 300_000);
});
