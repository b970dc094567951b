import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import { type Answer, AnswerPart, type Question } from '../../question-contracts.ts';
import { adoptionCase, lifecycleCase, pathsCase, sessionsCase, stickinessCase } from '../../store/questions/testing/any-usage.ts';
import { type Held, insertWorlds } from '../../store/questions/testing/held-to-reference.ts';
import { frameOf, scopeOf } from '../../store/questions/testing/scope.ts';
import { rowsOf } from '../../store/statement.ts';
import { adoptionEngine } from './adoption-engine.ts';
import { lifecycleEngine } from './lifecycle-engine.ts';
import { pathsEngine } from './paths-engine.ts';
import type { QuestionEngine } from './question-engine.ts';
import { sessionsEngine } from './sessions-engine.ts';
import { stickinessEngine } from './stickiness-engine.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

/** A part of an answer with the number of units that the answer gives it. */
type Counted = readonly [part: Partial<AnswerPart>, units: number];

/** Every part of every answer lists as many units as it counts, each once; `units` beyond a page come on the next. */
const expectUnitsOfParts = async <Q extends Question>(
  engine: QuestionEngine<Q>,
  held: readonly Held<Q>[],
  partsOf: (answer: Answer) => readonly Counted[],
): Promise<void> => {
  const wss = await insertWorlds(
    clickhouse,
    held.map(({ world }) => world),
  );
  const listOf = async ({ world, question }: Held<Q>, ws: number): Promise<number> => {
    const asked = { question, scope: scopeOf(world, question, ws), frame: frameOf(question) };
    const answer = await engine.answer((statement) => rowsOf(clickhouse, statement), asked);
    const parts = partsOf(answer).filter(([, units]) => units > 0);
    const listed = parts.filter((_, place) => place % Math.ceil(parts.length / 4) === 0);
    for (const [part, units] of listed) {
      const page = (offset: number, limit: number) =>
        rowsOf<{ unit: string }>(clickhouse, engine.units(asked, { part: AnswerPart.parse(part), offset, limit }));
      const rows = (await Promise.all([page(0, 2), page(2, 1_000)])).flat();
      expect(new Set(rows.map(({ unit }) => unit)).size, JSON.stringify({ question, part })).toBe(units);
      expect(rows).toHaveLength(units);
    }
    return listed.length;
  };
  const counts = await Promise.all(held.map((one, index) => listOf(one, wss[index]!)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(7);
};

const plain = <Q extends Question>({ world, question }: Held<Q>): Held<Q> => ({ world, question: { ...question, breakdown: null } });
const sampled = <Q extends Question>(cases: fc.Arbitrary<Held<Q>>, seed: number): readonly Held<Q>[] =>
  fc.sample(cases, { numRuns: 200 / STREAMS, seed });

describe('the units behind a part', () => {
  it('are those of a number of intervals', async () => {
    await expectUnitsOfParts(stickinessEngine, sampled(stickinessCase, 1), (answer) =>
      answer.kind === 'stickiness' && answer.distribution
        ? answer.distribution.flatMap(({ key, counts }) => counts.map((units, k): Counted => [{ slice: key, index: k + 1 }, units]))
        : [],
    );
  }, 300_000);

  it('are those active on a day, in 7 and in 28 days', async () => {
    const cases = sampled(stickinessCase, 2).map(plain);
    const held = cases.map(({ world, question }) => ({ world, question: { ...question, view: 'actives' as const } }));
    await expectUnitsOfParts(stickinessEngine, held, (answer) =>
      answer.kind === 'stickiness' && answer.actives
        ? answer.actives.flatMap(({ period, day, week, month }) =>
            [day, week, month].map((units, index): Counted => [{ period, index }, units]),
          )
        : [],
    );
  }, 300_000);

  it('are those in a state of the lifecycle', async () => {
    await expectUnitsOfParts(lifecycleEngine, sampled(lifecycleCase, 3), (answer) =>
      answer.kind === 'lifecycle'
        ? answer.slices.flatMap(({ key, points }) =>
            points.flatMap(({ period, fresh, returning, resurrecting, dormant }): Counted[] => [
              [{ slice: key, period, outcome: 'fresh' }, fresh],
              [{ slice: key, period, outcome: 'returning' }, returning],
              [{ slice: key, period, outcome: 'resurrecting' }, resurrecting],
              [{ slice: key, period, outcome: 'dormant' }, dormant ?? 0],
              [{ slice: key, period }, fresh + returning + resurrecting],
            ]),
          )
        : [],
    );
  }, 300_000);

  it('are those of a way', async () => {
    await expectUnitsOfParts(pathsEngine, sampled(pathsCase, 4).map(plain), (answer) =>
      answer.kind === 'paths'
        ? [
            ...answer.followed.map(({ units }, index): Counted => [{ index, outcome: 'reached' }, units]),
            [{}, answer.units],
            ...answer.edges.map(({ step, from, to, units }): Counted => [{ index: step, from, to: to ?? '' }, units]),
          ]
        : [],
    );
  }, 300_000);

  it('are those with sessions in a period, or in a module', async () => {
    await expectUnitsOfParts(sessionsEngine, sampled(sessionsCase, 5), (answer) =>
      answer.kind === 'sessions'
        ? [
            ...answer.slices.flatMap(({ key, points }) => points.map(({ period, units }): Counted => [{ slice: key, period }, units])),
            ...(answer.modules ?? []).map(({ module, units }): Counted => [{ from: module }, units]),
          ]
        : [],
    );
  }, 300_000);

  it('are those who may use a feature, those who do and those who do not', async () => {
    await expectUnitsOfParts(adoptionEngine, sampled(adoptionCase, 6).map(plain), (answer) =>
      answer.kind === 'adoption'
        ? answer.features.flatMap(({ share: { numerator = 0, denominator = 0 } }, index): Counted[] => [
            [{ index, outcome: 'reached' }, numerator],
            [{ index, outcome: 'eligible' }, denominator],
            [{ index, outcome: 'dropped' }, denominator - numerator],
          ])
        : [],
    );
  }, 300_000);
});
