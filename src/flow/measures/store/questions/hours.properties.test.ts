import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { type LifecycleCount, lifecycleReference } from '../../domain/questions/lifecycle/lifecycle-reference.ts';
import { type ActivesChange, activesPoints } from '../../domain/questions/stickiness/actives-points.ts';
import { activesReference } from '../../domain/questions/stickiness/actives-reference.ts';
import { type StickinessCount, stickinessReference } from '../../domain/questions/stickiness/stickiness-reference.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import type { LifecycleQuestion, StickinessQuestion } from '../../question-contracts.ts';
import { rowsOf, type Statement } from '../statement.ts';
import { activesChanges } from './actives.ts';
import { lifecycleCounts } from './lifecycle.ts';
import { stickinessCounts } from './stickiness.ts';
import * as retention from './testing/any-retention.ts';
import * as trend from './testing/any-trend.ts';
import { plainLifecycleCase, plainStickinessCase } from './testing/any-usage.ts';
import { type Answers, firstDisagreement, type Held } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

let clickhouse: TestClickHouse;
let asked: string[] = [];
let watched: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  watched = {
    ...clickhouse,
    query: (sql, ...more) => {
      asked.push(sql);
      return clickhouse.query(sql, ...more);
    },
  };
});
afterAll(() => clickhouse.drop());

/** Which share of the questions was asked of hours, and where do these disagree with the reference? */
const held = async <Q>(cases: fc.Arbitrary<Held<Q>>, seed: number, answers: Answers<Q>) => {
  asked = [];
  const disagreement = await firstDisagreement(watched, fc.sample(cases, { numRuns: 2_000 / STREAMS, seed }), {
    ...answers,
    hours: 'only',
  });
  return { disagreement, byHours: asked.filter((sql) => /from (person_days|event_hours)/.test(sql)).length / asked.length };
};
const rows = async <Row extends object>(statement: Statement): Promise<readonly Row[]> => rowsOf<Row>(watched, statement);

const stickiness: Answers<StickinessQuestion> = {
  reference: ({ world, question }) => rounded(stickinessReference(world, question, frameOf(question))),
  engine: async ({ world, question }, ws, byHours) =>
    rounded(await rows<StickinessCount>(stickinessCounts(scopeOf(world, question, ws, byHours), question, frameOf(question)))),
};
const actives: Answers<StickinessQuestion> = {
  reference: ({ world, question }) => rounded(activesReference(world, question, frameOf(question))),
  engine: async ({ world, question }, ws, byHours) => {
    const frame = frameOf(question);
    const changes = await rows<ActivesChange>(activesChanges(scopeOf(world, question, ws, byHours), question, frame));
    return rounded(activesPoints(changes, frame, question.weekdaysOnly));
  },
};
const lifecycle: Answers<LifecycleQuestion> = {
  reference: ({ world, question }) => rounded(lifecycleReference(world, question, frameOf(question))),
  engine: async ({ world, question }, ws, byHours) =>
    rounded(await rows<LifecycleCount>(lifecycleCounts(scopeOf(world, question, ws, byHours), question, frameOf(question)))),
};

describe('the tables of hours', () => {
  it('answer a retention of any activity like the reference, over 2,000 streams', async () => {
    const { disagreement, byHours } = await held(retention.anyPlainCase, 71, retention.answersOf(watched));
    expect(disagreement).toBe(null);
    expect(byHours).toBeGreaterThan(0.6);
  }, 300_000);

  it('answer a trend of any activity or of events like the reference, over 2,000 streams', async () => {
    const { disagreement, byHours } = await held(trend.anyPlainCase, 72, trend.answersOf(watched));
    expect(disagreement).toBe(null);
    expect(byHours).toBeGreaterThan(0.4);
  }, 300_000);

  it('answer two trends at once like the reference, over 2,000 streams', async () => {
    const { disagreement } = await held(trend.anyBesideCase, 76, trend.answersTogether(watched));
    expect(disagreement).toBe(null);
    expect(asked.filter((sql) => /select series/.test(sql)).length).toBeGreaterThan(15);
  }, 300_000);

  it('answer stickiness and daily, weekly and monthly actives like the reference, over 2,000 streams each', async () => {
    const counted = await held(plainStickinessCase, 73, stickiness);
    const daily = await held(plainStickinessCase, 74, actives);
    expect([counted.disagreement, daily.disagreement]).toEqual([null, null]);
    expect(Math.min(counted.byHours, daily.byHours)).toBeGreaterThan(0.6);
  }, 300_000);

  it('answer a lifecycle like the reference, over 2,000 streams', async () => {
    const { disagreement, byHours } = await held(plainLifecycleCase, 75, lifecycle);
    expect(disagreement).toBe(null);
    expect(byHours).toBeGreaterThan(0.6);
  }, 300_000);
});
