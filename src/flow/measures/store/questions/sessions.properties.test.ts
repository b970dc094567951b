import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import {
  type ModuleTime,
  moduleReference,
  type SessionCount,
  sessionsReference,
} from '../../domain/questions/sessions/sessions-reference.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import type { SessionsQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { moduleTimes, sessionCounts } from './sessions.ts';
import { sessionsCase } from './testing/any-usage.ts';
import { type Answers, firstDisagreement } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

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
    const cases = fc.sample(sessionsCase, { numRuns: 2_000 / STREAMS, seed: 41 });
    expect(await firstDisagreement(clickhouse, cases, sessions)).toBe(null);
  }, 300_000);
});
