import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { type ActivesChange, activesPoints } from '../../domain/questions/stickiness/actives-points.ts';
import { activesReference } from '../../domain/questions/stickiness/actives-reference.ts';
import { type StickinessCount, stickinessReference } from '../../domain/questions/stickiness/stickiness-reference.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import type { StickinessQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { activesChanges } from './actives.ts';
import { stickinessCounts } from './stickiness.ts';
import { stickinessCase } from './testing/any-usage.ts';
import { type Answers, firstDisagreement } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const distribution: Answers<StickinessQuestion> = {
  reference: ({ world, question }) => rounded(stickinessReference(world, question, frameOf(question))),
  hours: 'too',
  engine: async ({ world, question }, ws, byHours) =>
    rounded(
      await rowsOf<StickinessCount>(clickhouse, stickinessCounts(scopeOf(world, question, ws, byHours), question, frameOf(question))),
    ),
};
const actives: Answers<StickinessQuestion> = {
  reference: ({ world, question }) => rounded(activesReference(world, question, frameOf(question))),
  hours: 'too',
  engine: async ({ world, question }, ws, byHours) => {
    const frame = frameOf(question);
    const changes = await rowsOf<ActivesChange>(clickhouse, activesChanges(scopeOf(world, question, ws, byHours), question, frame));
    return rounded(activesPoints(changes, frame, question.weekdaysOnly));
  },
};

describe('stickiness in SQL', () => {
  it('has the distribution of the reference over 2,000 streams', async () => {
    const cases = fc.sample(stickinessCase, { numRuns: 2_000 / STREAMS, seed: 21 });
    expect(await firstDisagreement(clickhouse, cases, distribution)).toBe(null);
  }, 300_000);

  it('has the daily, weekly and monthly actives of the reference over 2,000 streams', async () => {
    const cases = fc.sample(stickinessCase, { numRuns: 2_000 / STREAMS, seed: 22 });
    expect(await firstDisagreement(clickhouse, cases, actives)).toBe(null);
  }, 300_000);
});
