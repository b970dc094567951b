import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { type AdoptionCount, adoptionReference } from '../../domain/questions/adoption/adoption-reference.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import type { AdoptionQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { adoptionCounts } from './adoption.ts';
import { adoptionCase } from './testing/any-usage.ts';
import { type Answers, firstDisagreement } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

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
    const cases = fc.sample(adoptionCase, { numRuns: 2_000 / STREAMS, seed: 61 });
    expect(await firstDisagreement(clickhouse, cases, counts)).toBe(null);
  }, 300_000);
});
