import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { lifecycleAnswer } from '../../domain/questions/lifecycle/lifecycle-answer.ts';
import { lifecycleReference } from '../../domain/questions/lifecycle/lifecycle-reference.ts';
import { pathsAnswer } from '../../domain/questions/paths/paths-answer.ts';
import { pathEdges, pathSequences } from '../../domain/questions/paths/paths-reference.ts';
import type { QuestionWorld } from '../../domain/questions/question-world.ts';
import { distributionAnswer } from '../../domain/questions/stickiness/stickiness-answer.ts';
import { stickinessReference } from '../../domain/questions/stickiness/stickiness-reference.ts';
import { type Answer, LifecycleQuestion, PathsQuestion, type Question, StickinessQuestion } from '../../question-contracts.ts';
import { insertWorlds } from '../../store/questions/testing/held-to-reference.ts';
import {
  conditionOf,
  matchOf,
  type PeerCase,
  type PeerEvent,
  type PeerFilter,
  peerCases,
  rangeOf,
  worldOfCase,
} from '../../store/questions/testing/peer-world.ts';
import { frameOf, scopeOf } from '../../store/questions/testing/scope.ts';
import { rowsOf } from '../../store/statement.ts';
import { lifecycleEngine } from './lifecycle-engine.ts';
import { pathsEngine } from './paths-engine.ts';
import type { QuestionEngine, Run } from './question-engine.ts';
import { stickinessEngine } from './stickiness-engine.ts';

interface Asked {
  readonly range: { readonly from: string; readonly to: string };
  readonly interval?: string;
  readonly timezone?: string;
  readonly filters?: readonly PeerFilter[];
  readonly event: PeerEvent;
}
type StickinessCase = PeerCase<
  Asked & { readonly interval_count?: number; readonly cumulative?: boolean },
  { readonly actors_by_number_of_periods: readonly number[] }
>;
type LifecycleCase = PeerCase<Asked, Readonly<Record<'new' | 'returning' | 'resurrecting' | 'dormant', readonly number[]>>>;
type PathCase = PeerCase<
  Asked & { readonly item: 'page' | 'screen' | 'custom_event'; readonly start_point?: string },
  { readonly edges: readonly { readonly from: string; readonly to: string; readonly count: number }[] }
>;

let clickhouse: TestClickHouse;
let run: Run;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  run = (statement) => rowsOf(clickhouse, statement);
});
afterAll(() => clickhouse.drop());

const asked = ({ range, interval = 'day', timezone = 'UTC', filters }: Omit<Asked, 'event'>) => ({
  ...{ range: rangeOf(range), interval, timeZone: timezone, filter: conditionOf(filters), asOf: Date.parse('2030-01-01') },
});

/** What the engine answers for a case: from facts in the event store. Weeks begin on Sunday there. */
const engineAnswer = async <Q extends Question>(engine: QuestionEngine<Q>, world: QuestionWorld, question: Q): Promise<Answer> => {
  const [ws] = await insertWorlds(clickhouse, [world]);
  return engine.answer(run, { question, scope: scopeOf(world, question, ws!), frame: frameOf(question, 7) });
};

const stickiness = ({ query }: StickinessCase): StickinessQuestion =>
  StickinessQuestion.parse({
    ...{ kind: 'stickiness', ...asked(query), match: matchOf(query.event) },
    ...{ intervalCount: query.interval_count ?? 1, cumulative: query.cumulative ?? false },
  });

// New is who was first seen in the period; the cases without such a time take the first event.
const lifecycle = ({ query, persons }: LifecycleCase): LifecycleQuestion =>
  LifecycleQuestion.parse({
    ...{ kind: 'lifecycle', ...asked(query), match: matchOf(query.event) },
    newBy: persons.some(({ first_seen }) => first_seen) ? { field: 'person.first_seen' } : 'first_fact',
  });

const ITEMS = {
  page: { match: { events: ['$pageview'] }, name: 'event.$current_url' },
  screen: { match: { events: ['$screen'] }, name: 'event.$screen_name' },
  custom_event: { match: { where: { not: { field: 'event.name', op: 'starts_with', value: '$' } } }, name: 'event.name' },
} as const;

// A trailing slash is ignored there: pages with one are grouped with those without.
const paths = ({ query, events }: PathCase): PathsQuestion => {
  const urls = [...new Set(events.map(({ properties }) => String(properties?.$current_url ?? '')))];
  const groups = urls.filter((url) => url.length > 1 && url.endsWith('/')).map((url) => ({ pattern: url, name: url.slice(0, -1) }));
  return PathsQuestion.parse({
    kind: 'paths',
    ...asked(query),
    ...ITEMS[query.item],
    groups,
    startsAt: query.start_point ?? null,
    names: 100,
  });
};

describe('a case of a peer', () => {
  it.each(peerCases<StickinessCase['query'], StickinessCase['expected']>('product_stickiness').map((one) => [one.id, one] as const))(
    '%s is answered exactly, by reference and engine',
    async (_, one) => {
      const [world, question] = [worldOfCase(one), stickiness(one)];
      const frame = frameOf(question, 7);
      const expected = {
        kind: 'stickiness',
        distribution: [{ key: '*', counts: one.expected.actors_by_number_of_periods }],
        actives: null,
      };
      expect(distributionAnswer(stickinessReference(world, question, frame), question, frame)).toEqual(expected);
      expect(await engineAnswer(stickinessEngine, world, question)).toEqual(expected);
    },
  );

  it.each(peerCases<LifecycleCase['query'], LifecycleCase['expected']>('product_lifecycle').map((one) => [one.id, one] as const))(
    '%s is answered exactly, by reference and engine',
    async (_, one) => {
      const [world, question] = [worldOfCase(one), lifecycle(one)];
      const frame = frameOf(question, 7);
      const series = (answer: Answer) => {
        const points = answer.kind === 'lifecycle' ? answer.slices[0]!.points : [];
        return {
          new: points.map(({ fresh }) => fresh),
          returning: points.map(({ returning }) => returning),
          resurrecting: points.map(({ resurrecting }) => resurrecting),
          dormant: points.map(({ dormant }) => 0 - dormant!),
        };
      };
      expect(series(lifecycleAnswer(lifecycleReference(world, question, frame), question, frame))).toEqual(one.expected);
      expect(series(await engineAnswer(lifecycleEngine, world, question))).toEqual(one.expected);
    },
  );

  it.each(peerCases<PathCase['query'], PathCase['expected']>('product_paths').map((one) => [one.id, one] as const))(
    '%s is answered exactly, by reference and engine',
    async (_, one) => {
      const [world, question] = [worldOfCase(one), paths(one)];
      const listed = (answer: Answer) =>
        (answer.kind === 'paths' ? answer.edges : [])
          .filter(({ to }) => to !== null)
          .map(({ step, from, to, transitions }) => ({ from: `${step}:${from}`, to: `${step + 1}:${to}`, count: transitions }))
          .toSorted((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
      expect(listed(pathsAnswer(pathEdges(pathSequences(world, question, frameOf(question, 7)), question), [], question))).toEqual(
        one.expected.edges,
      );
      expect(listed(await engineAnswer(pathsEngine, world, question))).toEqual(one.expected.edges);
    },
  );
});
