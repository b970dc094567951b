import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import { type Answer, AnswerPart, type FunnelQuestion, type Question } from '../../question-contracts.ts';
import { anyCase as anyFunnel } from '../../store/questions/testing/any-funnel.ts';
import { anyCase as anyRetention } from '../../store/questions/testing/any-retention.ts';
import { anyCase as anyTrend } from '../../store/questions/testing/any-trend.ts';
import { type Held, insertWorlds } from '../../store/questions/testing/held-to-reference.ts';
import { frameOf, scopeOf } from '../../store/questions/testing/scope.ts';
import { rowsOf } from '../../store/statement.ts';
import { questionEngineOf } from './ask-question.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

type Counted = readonly [part: Partial<AnswerPart>, units: number];

/** Some parts of every answer list as many units as it counts, each once. */
const expectUnits = async (
  held: readonly Held<Question>[],
  partsOf: (answer: Answer, question: Question) => readonly Counted[],
): Promise<void> => {
  const wss = await insertWorlds(
    clickhouse,
    held.map(({ world }) => world),
  );
  let listed = 0;
  for (const [index, { world, question }] of held.entries()) {
    const asked = { question, scope: scopeOf(world, question, wss[index]!), frame: frameOf(question) };
    const answer = await questionEngineOf(question).answer((statement) => rowsOf(clickhouse, statement), asked);
    const parts = partsOf(answer, question).filter(([, units]) => units > 0);
    for (const [part, units] of parts.filter((_, place) => place % Math.ceil(parts.length / 4) === 0)) {
      const rows = await rowsOf<{ unit: string }>(
        clickhouse,
        questionEngineOf(question).units(asked, { part: AnswerPart.parse(part), offset: 0, limit: 500 }),
      );
      expect(rows.length, JSON.stringify({ question, part })).toBe(units);
      expect(new Set(rows.map(({ unit }) => unit)).size).toBe(units);
      listed += 1;
    }
  }
  expect(listed).toBeGreaterThan(8);
};

// Only what a reader can ask: exclusions and attributions name steps that the funnel has.
const sound = (question: FunnelQuestion): FunnelQuestion => ({
  ...question,
  exclusions: question.exclusions.filter(({ to }) => to < question.steps.length),
  attribution: typeof question.attribution === 'object' ? 'last' : question.attribution,
});

const sampled = <Q extends Question>(cases: fc.Arbitrary<Held<Q>>, seed: number): readonly Held<Q>[] =>
  fc.sample(cases, { numRuns: 200 / STREAMS, seed });

describe('the units behind a part', () => {
  it('are those who reached a step, dropped after it or still have time', async () => {
    const held = sampled(anyFunnel, 3).map(({ world, question }) => ({ world, question: sound(question) }));
    await expectUnits(held, (answer) =>
      answer.kind === 'funnel'
        ? answer.slices.flatMap(({ key, steps }) =>
            steps.flatMap((step, index): Counted[] => {
              const stopped = step.units - (steps[index + 1]?.units ?? step.units);
              return [
                [{ slice: key, index }, step.units],
                [{ slice: key, index, outcome: 'open' }, step.open],
                [{ slice: key, index, outcome: 'dropped' }, stopped - step.open],
              ];
            }),
          )
        : [],
    );
  }, 120_000);

  it('are those who took so long', async () => {
    // Anything after anything, with all the time there is, so that many get through.
    const anything = { events: [], where: null, occurrence: 'every' as const };
    const patient = {
      windowSeconds: 400 * 86_400,
      stepWindowSeconds: null,
      exclusions: [],
      holdConstant: null,
      breakdown: null,
      filter: null,
    };
    const held = sampled(anyFunnel, 6).map(({ world, question }) => ({
      world,
      question: { ...question, ...patient, view: 'times' as const, between: null, steps: [anything, anything] },
    }));
    await expectUnits(held, (answer) => {
      const times = answer.kind === 'funnel' ? answer.times : null;
      return (times?.bins ?? []).map(([from, units]): Counted => [{ from: String(from), to: String(from + times!.widthSeconds) }, units]);
    });
  }, 120_000);

  it('are those of a cohort who were back, or lost', async () => {
    await expectUnits(sampled(anyRetention, 4), (answer) =>
      answer.kind === 'retention'
        ? answer.slices.flatMap(({ key, rows }) =>
            rows.flatMap(({ cohort, size, cells }) =>
              cells.flatMap(({ numerator }, index): Counted[] =>
                numerator === undefined
                  ? []
                  : [
                      [{ slice: key, period: cohort, index, outcome: 'back' }, numerator],
                      [{ slice: key, period: cohort, index, outcome: 'lost' }, size - numerator],
                    ],
              ),
            ),
          )
        : [],
    );
  }, 120_000);

  it('are those who are counted in a period and slice', async () => {
    const held = sampled(anyTrend, 5).map(({ world, question }) => ({
      world,
      question: {
        ...question,
        series: question.series.map((one) => ({ ...one, count: { of: 'units' as const, field: null, level: 0.5 } })),
      },
    }));
    await expectUnits(held, (answer) =>
      answer.kind === 'trend'
        ? answer.series.flatMap(({ key, points }) =>
            points.map(({ period, value }): Counted => [{ slice: key, period, index: 0 }, value ?? 0]),
          )
        : [],
    );
  }, 120_000);
});
