import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { type PathEdge, type PathFollowed, pathEdges, pathFollowed, pathSequences } from '../../domain/questions/paths/paths-reference.ts';
import { STREAMS } from '../../domain/questions/testing/any-world.ts';
import type { PathsQuestion } from '../../question-contracts.ts';
import { rowsOf } from '../statement.ts';
import { hasNumbers, isVague, numberedPathCounts, pathNames } from './path-numbers.ts';
import { pathCounts, pathFollowers } from './paths.ts';
import { pathsCase } from './testing/any-usage.ts';
import { type Answers, firstDisagreement } from './testing/held-to-reference.ts';
import { frameOf, rounded, scopeOf } from './testing/scope.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const edges: Answers<PathsQuestion> = {
  reference: ({ world, question }) => {
    const sequences = pathSequences(world, question, frameOf(question));
    const followed = pathFollowed(sequences, question).filter((step) => step.sequences > 0);
    return [...rounded(pathEdges(sequences, question)), ...rounded(followed)];
  },
  engine: async ({ world, question }, ws) => {
    const [scope, frame] = [scopeOf(world, question, ws), frameOf(question)];
    const followed = rowsOf<PathFollowed>(clickhouse, pathFollowers(scope, question, frame));
    return [...rounded(await rowsOf<PathEdge>(clickhouse, pathCounts(scope, question, frame))), ...rounded(await followed)];
  },
};

// Small ids look alike when they are cut off.
let [vague, missed] = [0, 0];
const numbered: Answers<PathsQuestion> = {
  reference: ({ world, question }) => rounded(pathEdges(pathSequences(world, question, frameOf(question)), question)),
  engine: async ({ world, question }, ws) => {
    const [scope, frame] = [scopeOf(world, question, ws), frameOf(question)];
    const [found] = await rowsOf<{ readonly names: readonly string[] }>(clickhouse, pathNames(scope, question, frame));
    const all = found?.names ?? [];
    const counted = (names: readonly string[], isOld: boolean, isWide: boolean) =>
      rowsOf<PathEdge>(clickhouse, numberedPathCounts(scope, question, { frame, names, isOld, isWide }));
    const narrow = await counted(all, false, false);
    vague += isVague(narrow) ? 1 : 0;
    const told = isVague(narrow) ? await counted(all, false, true) : narrow;
    // Old names tell all, whatever else there was, or do not and say so.
    const [more, less] = [await counted(['gone', ...all], true, true), await counted(all.slice(1), true, true)];
    missed += isVague(less) ? 1 : 0;
    const said = [told, more, ...(isVague(less) ? [] : [less])].map(rounded);
    return said.find((one) => JSON.stringify(one) !== JSON.stringify(said[0])) ?? said[0];
  },
};

describe('paths in SQL', () => {
  it('have the edges of the reference, and follow names as it does, over 2,000 streams', async () => {
    const cases = fc.sample(pathsCase, { numRuns: 2_000 / STREAMS, seed: 51 });
    expect(await firstDisagreement(clickhouse, cases, edges)).toBe(null);
  }, 300_000);

  it('have the same edges where names are numbers, over 2,000 streams', async () => {
    const cases = fc.sample(pathsCase, { numRuns: 4_000 / STREAMS, seed: 52 }).filter(({ question }) => hasNumbers(question));
    expect(cases.length).toBeGreaterThan(2_000 / STREAMS);
    expect(await firstDisagreement(clickhouse, cases, numbered)).toBe(null);
    expect(vague).toBeGreaterThan(10);
    expect(missed).toBeGreaterThan(50);
    expect(cases.length - vague).toBeGreaterThan(50);
  }, 300_000);
});
