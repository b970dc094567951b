import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { anyAsked, anyMatch, anyWorld, STREAMS } from '../../domain/questions/testing/any-world.ts';
import {
  AdoptionQuestion,
  type Answer,
  FunnelQuestion,
  LifecycleQuestion,
  PathsQuestion,
  type Question,
  SessionsQuestion,
  StickinessQuestion,
  TrendQuestion,
} from '../../question-contracts.ts';
import { insertWorlds } from '../../store/questions/testing/held-to-reference.ts';
import { frameOf, scopeOf } from '../../store/questions/testing/scope.ts';
import { rowsOf } from '../../store/statement.ts';
import { adoptionEngine } from './adoption-engine.ts';
import { funnelEngine } from './funnel-engine.ts';
import { lifecycleEngine } from './lifecycle-engine.ts';
import { pathsEngine } from './paths-engine.ts';
import type { QuestionEngine } from './question-engine.ts';
import { sessionsEngine } from './sessions-engine.ts';
import { stickinessEngine } from './stickiness-engine.ts';
import { trendEngine } from './trend-engine.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

/** Who did this in the range? The same by a trend, the first step of a funnel, the beginning of a path … */
const anyCase = fc.record({
  world: anyWorld,
  asked: anyAsked.map((asked) => ({ ...asked, breakdown: null })),
  interval: fc.constantFrom('day', 'day', 'week'),
  match: anyMatch,
});

const only = <Kind extends Answer['kind']>(answer: Answer, kind: Kind): Extract<Answer, { kind: Kind }> => {
  if (answer.kind !== kind) throw new Error(`asked for ${kind}, answered ${answer.kind}`);
  return answer as Extract<Answer, { kind: Kind }>;
};

describe('one question', () => {
  it('has one answer, however it is asked', async () => {
    const cases = fc.sample(anyCase, { numRuns: 400 / STREAMS, seed: 71 });
    const wss = await insertWorlds(
      clickhouse,
      cases.map(({ world }) => world),
    );
    const holds = async ({ world, asked, interval, match }: (typeof cases)[number], ws: number): Promise<void> => {
      const answerOf = <Q extends Question>(engine: QuestionEngine<Q>, question: Q): Promise<Answer> =>
        engine.answer((statement) => rowsOf(clickhouse, statement), {
          question,
          scope: scopeOf(world, question, ws),
          frame: frameOf(question),
        });
      const every = { ...asked, interval };
      const counted = ['units', 'events'].map((of) => ({ ...match, count: { of } }));
      const trend = only(await answerOf(trendEngine, TrendQuestion.parse({ kind: 'trend', ...every, series: counted })), 'trend');
      const [units, facts] = trend.series.map(({ total }) => total.value ?? 0);
      const funnel = only(await answerOf(funnelEngine, FunnelQuestion.parse({ kind: 'funnel', ...every, steps: [match] })), 'funnel');
      const paths = only(await answerOf(pathsEngine, PathsQuestion.parse({ kind: 'paths', ...every, match })), 'paths');
      const sticky = only(
        await answerOf(stickinessEngine, StickinessQuestion.parse({ kind: 'stickiness', ...every, match, cumulative: true })),
        'stickiness',
      );
      const features = [{ ...match, label: 'Feature' }];
      const adoption = only(await answerOf(adoptionEngine, AdoptionQuestion.parse({ kind: 'adoption', ...every, features })), 'adoption');
      const sessions = only(await answerOf(sessionsEngine, SessionsQuestion.parse({ kind: 'sessions', ...every, match })), 'sessions');
      const lifecycle = only(await answerOf(lifecycleEngine, LifecycleQuestion.parse({ kind: 'lifecycle', ...every, match })), 'lifecycle');
      const actives = only(
        await answerOf(
          stickinessEngine,
          StickinessQuestion.parse({ kind: 'stickiness', ...every, interval: 'day', match, view: 'actives' }),
        ),
        'stickiness',
      );
      expect({
        funnel: funnel.slices[0]?.steps[0]?.units ?? 0,
        paths: paths.units,
        stickiness: sticky.distribution![0]!.counts[0] ?? 0,
        adoption: adoption.features[0]!.share.numerator,
      }).toEqual({ funnel: units, paths: units, stickiness: units, adoption: units });
      // A trend of facts counts those of nobody too.
      expect(adoption.features[0]!.facts).toBeLessThanOrEqual(facts!);
      expect(sessions.slices[0]!.points.reduce((sum, point) => sum + point.facts, 0)).toBe(adoption.features[0]!.facts);
      const lives = lifecycle.slices[0]!.points;
      for (const { period, value } of trend.series[0]!.points) {
        const { fresh, returning, resurrecting } = lives.find((point) => point.period === period)!;
        expect(fresh + returning + resurrecting).toBe(value ?? 0);
        if (interval === 'day') expect(actives.actives!.find((point) => point.period === period)!.day).toBe(value ?? 0);
      }
    };
    for (let first = 0; first < cases.length; first += 8)
      await Promise.all(cases.slice(first, first + 8).map((one, index) => holds(one, wss[first + index]!)));
  }, 300_000);
});
