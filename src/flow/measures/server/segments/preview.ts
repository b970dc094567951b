import type { FieldTest } from '#kernel/condition.ts';
import { createRecent } from '#platform/recent.ts';
import {
  type Behaviour,
  isBehaviour,
  type SegmentCondition,
  type SegmentTest,
  type SegmentUnit,
  testsOf,
} from '../../condition-contracts.ts';
import { NEVER } from '../../domain/segments/behaviour-of.ts';
import { type NumSet, numSet, numsOf, sizeOf } from '../../domain/segments/num-set.ts';
import type { SegmentExplanation, SegmentPreview, TestValue } from '../../segment-contracts.ts';
import { createWatermarks } from '../watermarks.ts';
import type { SegmentsDeps, SegmentWorkspace } from './deps.ts';
import { behaviourValues, segmentMembers } from './segment-members.ts';

/** Which condition is asked about, in which workspace? */
export interface SegmentAsked {
  readonly workspace: SegmentWorkspace;
  readonly unit: SegmentUnit;
  readonly condition: SegmentCondition;
}

const FRESH_MS = 10_000;
const MOST_KEPT = 200;
const SAMPLE = 8;

/** Counts conditions while somebody writes them: what a test answered a moment ago is not asked again, so that only the test that changes is. */
export const createPreview = (deps: SegmentsDeps) => {
  const kept = createRecent<NumSet>({ ms: FRESH_MS, most: MOST_KEPT });
  const watermarkOf = createWatermarks(deps.clickhouse);
  const remembered = (key: string, find: () => Promise<NumSet>): Promise<NumSet> => kept.get(key, deps.clock.now(), find);
  return async ({ workspace, unit, condition }: SegmentAsked): Promise<SegmentPreview> => {
    const began = performance.now();
    const now = deps.clock.now();
    const asked = { workspace, unit, now };
    const key = (test: SegmentTest | null) => JSON.stringify([workspace.ws, workspace.timeZone, unit, test]);
    const fieldSet = (test: FieldTest | null) => remembered(key(test), async () => numSet(await deps.units.numsWhere(asked, test)));
    const [{ isAllKnown }, merged, universe] = await Promise.all([
      watermarkOf({ ws: workspace.ws, events: null, asOf: now, isNow: true }),
      deps.mergedNamesOf(workspace.ws),
      fieldSet(null),
      ...testsOf(condition).flatMap((test) => (isBehaviour(test) ? [] : [fieldSet(test)])),
    ]);
    const { members, parts } = await segmentMembers(deps.clickhouse, {
      scope: { ws: workspace.ws, unit, moment: { now, zone: workspace.timeZone }, merged, isAllKnown },
      ...{ condition, universe, fieldSet },
      behaviourSet: (test: Behaviour, find: () => Promise<NumSet>) => remembered(key(test), find),
    });
    const nums = numsOf(members, SAMPLE);
    const names = await namesOf(deps, workspace.ws, unit, nums);
    return {
      ...{ count: sizeOf(members), of: sizeOf(universe) },
      parts: parts.map((part) => ({ path: [...part.path], count: sizeOf(part.members) })),
      sample: nums.flatMap((num) => names.get(num) ?? []),
      tookMs: Math.round((performance.now() - began) * 10) / 10,
    };
  };
};

/** The names of accounts or people, by dense number. */
export const namesOf = (
  { directory }: Pick<SegmentsDeps, 'directory'>,
  ws: number,
  unit: SegmentUnit,
  nums: readonly number[],
): Promise<ReadonlyMap<number, { readonly id: string; readonly name: string | null }>> =>
  unit === 'account' ? directory.accountsByNums(ws, nums) : directory.peopleByNums(ws, nums);

/** Why is this unit in, or not: whom does each part of the condition hold for, and what did each test come to? */
export const explainUnit = async (
  deps: SegmentsDeps,
  { workspace, unit, condition }: SegmentAsked,
  num: number,
): Promise<Pick<SegmentExplanation, 'met' | 'parts'>> => {
  const now = deps.clock.now();
  const asked = { workspace, unit, now, only: [num] };
  const merged = await deps.mergedNamesOf(workspace.ws);
  const scope = { ws: workspace.ws, unit, moment: { now, zone: workspace.timeZone }, only: [num], merged };
  const tests = testsOf(condition);
  const behaviours = tests.filter(isBehaviour);
  const fields = tests.flatMap((test) => (isBehaviour(test) ? [] : [test.field]));
  const [membership, values, texts] = await Promise.all([
    segmentMembers(deps.clickhouse, {
      scope,
      condition,
      universe: numSet([num]),
      fieldSet: async (test) => numSet(await deps.units.numsWhere(asked, test)),
    }),
    behaviourValues(deps.clickhouse, scope, behaviours),
    deps.units.textsOf({ ...asked, num }, [...new Set(fields)]),
  ]);
  const testValue = (test: SegmentTest): TestValue =>
    isBehaviour(test) ? (values[behaviours.indexOf(test)]?.get(num) ?? NEVER) : { text: texts.get(test.field) ?? null };
  return {
    met: sizeOf(membership.members) > 0,
    parts: membership.parts.map(({ path, members }) => {
      const node = nodeAt(condition, path);
      return { path: [...path], met: sizeOf(members) > 0, value: isTest(node) ? testValue(node) : null };
    }),
  };
};

const isTest = (node: SegmentCondition): node is SegmentTest => !('all' in node || 'any' in node || 'not' in node);

const nodeAt = (condition: SegmentCondition, [index, ...rest]: readonly number[]): SegmentCondition => {
  if (index === undefined) return condition;
  if ('not' in condition) return nodeAt(condition.not, rest);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return nodeAt(parts[index]!, rest);
};
