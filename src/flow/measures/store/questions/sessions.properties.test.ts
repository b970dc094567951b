import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import {
  type ModuleTime,
  moduleReference,
  type SessionCount,
  sessionsReference,
} from '../../domain/questions/sessions/sessions-reference.ts';
import { anyAsked, anyMatch, anyWorld, STREAMS } from '../../domain/questions/testing/any-world.ts';
import { SessionsQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { moduleTimes, sessionCounts } from './sessions.ts';
import { type Answers, firstDisagreement, type Held } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

const anySessions: fc.Arbitrary<SessionsQuestion> = anyAsked.chain((asked) =>
  fc
    .record({
      match: anyMatch,
      interval: fc.constantFrom('hour', 'day', 'week'),
      // Facts lie on whole hours, so pauses of exactly the gap are many.
      gapMinutes: fc.constantFrom(30, 60, 60, 120, 1_440),
      module: fc.constantFrom('event.feature', 'event.p', 'event.name', null),
    })
    .map((sessions) => SessionsQuestion.parse({ kind: 'sessions', ...asked, ...sessions })),
);
const anyCase: fc.Arbitrary<Held<SessionsQuestion>> = fc.record({ world: anyWorld, question: anySessions });

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const sessions: Answers<SessionsQuestion> = {
  reference: ({ world, question }) => [
    ...rounded(sessionsReference(world, question, frameOf(question))),
    ...rounded(moduleReference(world, question, frameOf(question))),
  ],
  engine: async ({ world, question }, ws) => {
    const [scope, frame] = [scopeOf(world, question, ws), frameOf(question)];
    const counts = rowsOf<SessionCount>(clickhouse, sessionCounts(scope, question, frame));
    const modules = rowsOf<ModuleTime>(clickhouse, moduleTimes(scope, question, frame));
    return [...rounded(await counts), ...rounded(await modules)];
  },
};

describe('sessions in SQL', () => {
  it('are those of the reference, with the time per module, over 2,000 streams', async () => {
    const cases = fc.sample(anyCase, { numRuns: 2_000 / STREAMS, seed: 41 });
    expect(await firstDisagreement(clickhouse, cases, sessions)).toBe(null);
  }, 300_000);
});
