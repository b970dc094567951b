import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { DidTest } from '../../condition-contracts.ts';
import type { QuestionWorld } from '../../domain/questions/question-world.ts';
import { AS_OF, anyMatch, anyWorld, STREAMS, ZONES } from '../../domain/questions/testing/any-world.ts';
import { numSet, sizeOf } from '../../domain/segments/num-set.ts';
import { type Answer, AnswerPart, Question } from '../../question-contracts.ts';
import { insertWorlds } from '../../store/questions/testing/held-to-reference.ts';
import { frameOf, scopeOf } from '../../store/questions/testing/scope.ts';
import { rowsOf } from '../../store/statement.ts';
import { segmentMembers } from '../segments/segment-members.ts';
import { questionEngineOf } from './ask-question.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const anyCase = fc.record({
  world: anyWorld,
  match: anyMatch,
  unit: fc.constantFrom('person' as const, 'account' as const),
  timeZone: fc.constantFrom(...ZONES),
  filter: fc.constantFrom(null, { field: 'account.plan', op: 'is', value: 'pro' } as const),
});
type Asked = typeof anyCase extends fc.Arbitrary<infer Case> ? Case : never;
type Kind<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

// The days of the question, both inside.
const WITHIN = { kind: 'between', from: '2024-03-30', to: '2024-04-07' } as const;

const segmentSize = async (
  world: QuestionWorld,
  { unit, timeZone, filter, match }: Pick<Asked, 'unit' | 'timeZone' | 'filter' | 'match'>,
  ws: number,
): Promise<number> => {
  const where = { all: [match.where, filter].filter((one) => one !== null) };
  const test = DidTest.parse({ did: { events: match.events, where }, within: WITHIN });
  const { members } = await segmentMembers(clickhouse, {
    ...{ scope: { ws, unit, moment: { now: AS_OF, zone: timeZone } }, condition: test },
    universe: numSet(
      world.facts.flatMap(({ person, account }) => [person, account, world.stands.get(account) ?? 0]).concat([...world.belongs.values()]),
    ),
    fieldSet: async () => numSet([]),
  });
  return sizeOf(members);
};

describe('the same question', () => {
  it('has one answer: trend total, funnel entrants, cohort sizes, active units, path starts, the size of a segment and the list of units agree', async () => {
    const cases = fc.sample(anyCase, { numRuns: 240 / STREAMS, seed: 5 });
    const wss = await insertWorlds(
      clickhouse,
      cases.map(({ world }) => world),
    );
    for (const [index, { world, match, ...shared }] of cases.entries()) {
      const asking = { ...shared, range: { from: '2024-03-30', to: '2024-04-08' }, asOf: AS_OF };
      const askedOf = (question: unknown) => {
        const parsed = Question.parse({ ...asking, ...(question as object) });
        return { question: parsed, scope: scopeOf(world, parsed, wss[index]!), frame: frameOf(parsed) };
      };
      const ask = async <K extends Answer['kind']>(kind: K, question: object): Promise<Kind<K>> => {
        const asked = askedOf({ kind, ...question });
        return (await questionEngineOf(asked.question).answer((statement) => rowsOf(clickhouse, statement), asked)) as Kind<K>;
      };
      const trend = await ask('trend', { series: [match] });
      const total = trend.series[0]!.total.value;
      const funnel = await ask('funnel', { steps: [match, { events: ['c'] }] });
      const anyOrder = await ask('funnel', { steps: [match], order: 'any' });
      const cohorts = await ask('retention', { start: match, cohort: 'first_in_range' });
      const sticky = await ask('stickiness', { match });
      const paths = await ask('paths', { match });
      const sessions = await ask('sessions', { match, interval: 'year' });
      const asked = askedOf({ kind: 'trend', series: [match] });
      const listed = await rowsOf(
        clickhouse,
        questionEngineOf(asked.question).units(asked, { part: AnswerPart.parse({ index: 0 }), offset: 0, limit: 500 }),
      );
      const said = {
        funnel: funnel.slices[0]!.steps[0]!.units,
        anyOrder: anyOrder.slices[0]!.steps[0]!.units,
        cohorts: cohorts.slices[0]!.rows.reduce((sum, { size }) => sum + size, 0),
        sticky: sticky.distribution![0]!.counts.reduce((sum, count) => sum + count, 0),
        paths: paths.units,
        sessions: sessions.slices[0]!.points.reduce((sum, { units }) => sum + units, 0),
        listed: listed.length,
        // A segment counts every fact, never a unit's first alone.
        ...(match.occurrence === 'every' && { segment: await segmentSize(world, { ...shared, match }, wss[index]!) }),
      };
      const agreed = Object.fromEntries(Object.keys(said).map((key) => [key, total]));
      expect(said, JSON.stringify({ match, asking, ws: wss[index] })).toEqual(agreed);
    }
  }, 240_000);
});
