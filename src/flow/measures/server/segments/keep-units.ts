import type { FieldTest } from '#kernel/condition.ts';
import {
  type Behaviour,
  isBehaviour,
  type SegmentCondition,
  type SegmentTest,
  type SegmentUnit,
  testsOf,
} from '../../condition-contracts.ts';
import { readsAccounts } from '../../domain/segments/due.ts';
import { membersOf } from '../../domain/segments/members.ts';
import { hasNum, type NumSet, numSet } from '../../domain/segments/num-set.ts';
import { inOrderOfNeed } from '../../domain/segments/segment-order.ts';
import { isLiving, type LivingSegment, segmentsOf } from '../../store/segments/segments.ts';
import { membersNow, type StayCause } from '../../store/segments/stays.ts';
import type { SegmentsDeps, SegmentWorkspace } from './deps.ts';
import { behaviourSetsOf } from './segment-members.ts';
import { writeStays } from './write-stays.ts';

/** Of which accounts or people is something new known? */
export interface KnownUnits {
  readonly unit: SegmentUnit;
  readonly nums: readonly number[];
  readonly by: StayCause;
}

/**
 * Makes the membership of these accounts or people what is known now, in every segment of them; where accounts are looked at, of their people too, in segments
 * that read accounts. Bears repetition.
 */
export const keepUnits = async (deps: SegmentsDeps, workspace: SegmentWorkspace, { unit, nums, by }: KnownUnits): Promise<void> => {
  const segments = inOrderOfNeed((await segmentsOf(deps.postgres.db, workspace.ws)).filter(isLiving));
  const own = segments.filter((segment) => segment.unit === unit);
  if (own.length > 0 && nums.length > 0) await keepIn(deps, workspace, own, { unit, nums, by });
  const behind = unit === 'account' ? segments.filter((segment) => segment.unit === 'person' && readsAccounts(segment.condition)) : [];
  if (behind.length === 0) return;
  const people = await deps.directory.peopleOf(workspace.ws, nums);
  if (people.length > 0) await keepIn(deps, workspace, behind, { unit: 'person', nums: people, by });
};

const keepIn = async (
  deps: SegmentsDeps,
  workspace: SegmentWorkspace,
  segments: readonly LivingSegment[],
  { unit, nums, by }: KnownUnits,
): Promise<void> => {
  const { ws } = workspace;
  const all = await deps.directory.withMerged(ws, unit, nums);
  const look = await lookAt(deps, workspace, { unit, nums: all, conditions: segments.map(({ condition }) => condition) });
  for (const segment of segments) {
    const members = await look.membersOf(segment.condition);
    const before = numSet(await membersNow(deps.postgres.db, { ws, num: segment.num }, all));
    const entered = all.filter((num) => hasNum(members, num) && !hasNum(before, num));
    const left = all.filter((num) => !hasNum(members, num) && hasNum(before, num));
    await writeStays(deps, { ws, segment }, { entered, left, turn: { at: look.now, by } });
  }
};

interface Looked {
  readonly unit: SegmentUnit;
  readonly nums: readonly number[];
  readonly conditions: readonly SegmentCondition[];
  /** From where windows look back, where that is not now (UTC ms). */
  readonly lookingFrom?: number;
}

/** Looks at some units for several conditions at once: what they did is one question for all of them. Segments are read when they are asked for. */
export const lookAt = async (deps: SegmentsDeps, workspace: SegmentWorkspace, { unit, nums, conditions, lookingFrom }: Looked) => {
  const now = deps.clock.now();
  const asked = { workspace, unit, now: lookingFrom ?? now, only: nums };
  const standing = await deps.units.numsWhere(asked, null);
  const universe = numSet(standing);
  const behaviours = new Map<string, Behaviour>(
    conditions.flatMap((condition) =>
      testsOf(condition)
        .filter(isBehaviour)
        .map((test) => [JSON.stringify(test), test]),
    ),
  );
  const moment = { now, zone: workspace.timeZone, ...(lookingFrom !== undefined && { lookingFrom }) };
  const sets: readonly NumSet[] =
    standing.length === 0
      ? []
      : await behaviourSetsOf(
          deps.clickhouse,
          { ws: workspace.ws, unit, moment, only: standing, merged: await deps.mergedNamesOf(workspace.ws) },
          [...behaviours.values()],
        );
  const known = new Map<string, NumSet>([...behaviours.keys()].map((key, index) => [key, sets[index] ?? numSet([])]));
  const fieldSet = async (test: FieldTest): Promise<NumSet> =>
    standing.length === 0 ? numSet([]) : numSet(await deps.units.numsWhere(asked, test));
  return {
    now,
    membersOf: async (condition: SegmentCondition): Promise<NumSet> => {
      for (const test of testsOf(condition)) {
        const key = JSON.stringify(test);
        if (!isBehaviour(test) && !known.has(key)) known.set(key, await fieldSet(test));
      }
      return membersOf(condition, universe, (test: SegmentTest) => known.get(JSON.stringify(test))!).members;
    },
  };
};
