import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '#kernel/condition.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { type AdoptionCount, adoptionReference } from '../../domain/questions/adoption/adoption-reference.ts';
import { anyAsked, anyMatch, anyWorld, STREAMS } from '../../domain/questions/testing/any-world.ts';
import { AdoptionQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { adoptionCounts } from './adoption.ts';
import { type Answers, firstDisagreement, type Held } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

const anyFeature = fc.record({
  match: anyMatch,
  label: fc.constantFrom('Reports', 'Exports'),
  eligible: fc.constantFrom<Condition | null>(
    null,
    { field: 'account.plan', op: 'is', value: 'pro' },
    { field: 'account.plan', op: 'exists' },
    { not: { field: 'person.email', op: 'is', value: 'lead' } },
  ),
});
const anyAdoption: fc.Arbitrary<AdoptionQuestion> = anyAsked.chain((asked) =>
  fc.array(anyFeature, { minLength: 1, maxLength: 3 }).map((features) =>
    AdoptionQuestion.parse({
      ...{ kind: 'adoption', ...asked },
      features: features.map(({ match, ...feature }) => ({ ...match, ...feature })),
    }),
  ),
);
const anyCase: fc.Arbitrary<Held<AdoptionQuestion>> = fc.record({ world: anyWorld, question: anyAdoption });

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const counts: Answers<AdoptionQuestion> = {
  reference: ({ world, question }) => rounded(adoptionReference(world, question, frameOf(question))),
  engine: async ({ world, question }, ws) =>
    rounded(await rowsOf<AdoptionCount>(clickhouse, adoptionCounts(scopeOf(world, question, ws), question, frameOf(question)))),
};

describe('adoption in SQL', () => {
  it('has the eligible and using units of the reference over 2,000 streams', async () => {
    const cases = fc.sample(anyCase, { numRuns: 2_000 / STREAMS, seed: 61 });
    expect(await firstDisagreement(clickhouse, cases, counts)).toBe(null);
  }, 300_000);
});
