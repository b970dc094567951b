import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { type PathEdge, pathEdges, pathSequences } from '../../domain/questions/paths/paths-reference.ts';
import { anyAsked, anyMatch, anyWorld, STREAMS } from '../../domain/questions/testing/any-world.ts';
import { PathsQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { pathCounts } from './paths.ts';
import { type Answers, firstDisagreement, type Held } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

const anyPaths: fc.Arbitrary<PathsQuestion> = anyAsked.chain((asked) =>
  fc
    .record({
      match: fc.oneof(fc.constant({ events: [] }), anyMatch),
      name: fc.constantFrom('event.name', 'event.name', 'event.path', 'event.feature'),
      groups: fc.constantFrom(
        ...[[], []],
        [
          { pattern: '/a*', name: 'A' },
          { pattern: '*', name: 'rest' },
        ],
        [
          { pattern: '*_%', name: 'odd' },
          { pattern: 'b', name: 'a' },
        ],
      ),
      gapMinutes: fc.constantFrom(30, 60, 120, 1_440),
      collapse: fc.constantFrom(true, true, false),
      startsAt: fc.constantFrom(null, null, 'a', 'b', '/a/1'),
      endsAt: fc.constantFrom(null, null, 'a', 'c', 'A'),
      steps: fc.constantFrom(1, 2, 3, 5, 5),
      names: fc.constantFrom(1, 2, 12),
    })
    .map((paths) => PathsQuestion.parse({ kind: 'paths', ...asked, ...paths })),
);
const page = fc.constantFrom('', '/a/1', '/a/2', '/b_%', '/bx');
/** Facts of pages whose names groups put together. */
const anyCase: fc.Arbitrary<Held<PathsQuestion>> = fc
  .record({ world: anyWorld, question: anyPaths, pages: fc.array(page, { minLength: 7, maxLength: 7 }) })
  .map(({ world, question, pages }) => ({
    question,
    world: { ...world, facts: world.facts.map((fact, index) => ({ ...fact, path: pages[index % 7]! })) },
  }));

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const edges: Answers<PathsQuestion> = {
  reference: ({ world, question }) => rounded(pathEdges(pathSequences(world, question, frameOf(question)), question)),
  engine: async ({ world, question }, ws) =>
    rounded(await rowsOf<PathEdge>(clickhouse, pathCounts(scopeOf(world, question, ws), question, frameOf(question)))),
};

describe('paths in SQL', () => {
  it('have the edges of the reference over 2,000 streams', async () => {
    const cases = fc.sample(anyCase, { numRuns: 2_000 / STREAMS, seed: 51 });
    expect(await firstDisagreement(clickhouse, cases, edges)).toBe(null);
  }, 300_000);
});
