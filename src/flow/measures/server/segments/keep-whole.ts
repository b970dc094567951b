import { dateOf } from '#kernel/calendar.ts';
import { dueAfter, looksBackFinely } from '../../domain/segments/due.ts';
import { hasNum, numSet, numsOf, sizeOf, without } from '../../domain/segments/num-set.ts';
import { keepCheck } from '../../store/segments/checks.ts';
import { type LivingSegment, noteLook } from '../../store/segments/segments.ts';
import { membersNow, type StayCause } from '../../store/segments/stays.ts';
import type { SegmentsDeps, SegmentWorkspace } from './deps.ts';
import { keepUnits, lookAt } from './keep-units.ts';
import { segmentMembers } from './segment-members.ts';
import { type StayChanges, writeStays } from './write-stays.ts';

/** Looks at everybody: makes who is in a segment what holds now, lets the segments that name it follow, and says when to look again. */
export const keepWhole = async (
  deps: SegmentsDeps,
  workspace: SegmentWorkspace,
  segment: LivingSegment,
  by: Extract<StayCause, 'defined' | 'time'>,
): Promise<void> => {
  const { difference, now } = await differenceOf(deps, workspace, segment);
  await write(deps, workspace, segment, { ...difference, turn: { at: now, by } });
  await noteLook(deps.postgres.db, workspace.ws, segment.num, { at: now, dueAt: dueAfter(segment.condition, now, workspace.timeZone) });
};

/**
 * The nightly proof: works everything out anew, tells what time alone moved from what had been missed, keeps the finding, and puts it right. What somebody
 * is still to be looked at for is not held against anyone.
 */
export const checkWhole = async (deps: SegmentsDeps, workspace: SegmentWorkspace, segment: LivingSegment): Promise<void> => {
  const began = performance.now();
  const { difference, members, now } = await differenceOf(deps, workspace, segment);
  const missed = await missedOf(deps, workspace, segment, difference);
  const rest = (nums: readonly number[], among: readonly number[]) => numsOf(without(numSet(nums), numSet(among)));
  const byTime = { entered: rest(difference.entered, missed.entered), left: rest(difference.left, missed.left) };
  await write(deps, workspace, segment, { ...byTime, turn: { at: now, by: 'time' } });
  await write(deps, workspace, segment, { ...missed, turn: { at: now, by: 'check' } });
  const [missing, extra] = [missed.entered.length, missed.left.length];
  await keepCheck(
    deps.postgres.db,
    { ws: workspace.ws, num: segment.num },
    {
      ...{ at: now, members, missing, extra, byTime: byTime.entered.length + byTime.left.length },
      tookMs: Math.round(performance.now() - began),
    },
  );
  if (missing + extra > 0)
    deps.log.warn({ ws: workspace.ws, segment: segment.id, missing, extra }, 'a segment had not kept up; it was put right');
  await noteLook(deps.postgres.db, workspace.ws, segment.num, { at: now, dueAt: dueAfter(segment.condition, now, workspace.timeZone) });
};

/** Was everybody last looked at before today? */
export const isNewDay = ({ lookedAt }: LivingSegment, { timeZone }: SegmentWorkspace, now: number): boolean =>
  lookedAt === null || dateOf(lookedAt, timeZone) < dateOf(now, timeZone);

interface Difference {
  readonly difference: StayChanges;
  readonly members: number;
  readonly now: number;
}

const differenceOf = async (
  deps: SegmentsDeps,
  workspace: SegmentWorkspace,
  { unit, condition, num }: LivingSegment,
): Promise<Difference> => {
  const { ws, timeZone: zone } = workspace;
  const now = deps.clock.now();
  const asked = { workspace, unit, now };
  const { members } = await segmentMembers(deps.clickhouse, {
    scope: { ws, unit, moment: { now, zone }, merged: await deps.mergedNamesOf(ws) },
    condition,
    universe: numSet(await deps.units.numsWhere(asked, null)),
    fieldSet: async (test) => numSet(await deps.units.numsWhere(asked, test)),
  });
  const before = numSet(await membersNow(deps.postgres.db, { ws, num }));
  return {
    difference: { entered: numsOf(without(members, before)), left: numsOf(without(before, members)) },
    members: sizeOf(members),
    now,
  };
};

// Who would not differ had no time passed since everybody was last looked at differs by time. Windows of hours pass while single ones are looked at: there the
// two cannot be told apart.
const missedOf = async (
  deps: SegmentsDeps,
  workspace: SegmentWorkspace,
  { unit, condition, lookedAt }: LivingSegment,
  { entered, left }: StayChanges,
): Promise<StayChanges> => {
  const nums = [...entered, ...left];
  if (nums.length === 0 || lookedAt === null || looksBackFinely(condition)) return { entered: [], left: [] };
  const look = await lookAt(deps, workspace, { unit, nums, conditions: [condition], lookingFrom: lookedAt });
  const then = await look.membersOf(condition);
  const waiting = numSet(await deps.waiting(workspace.ws, unit));
  return {
    entered: entered.filter((num) => hasNum(then, num) && !hasNum(waiting, num)),
    left: left.filter((num) => !hasNum(then, num) && !hasNum(waiting, num)),
  };
};

const write = async (
  deps: SegmentsDeps,
  workspace: SegmentWorkspace,
  segment: LivingSegment,
  wanted: Parameters<typeof writeStays>[2],
): Promise<void> => {
  const { entered, left } = await writeStays(deps, { ws: workspace.ws, segment }, wanted);
  await keepUnits(deps, workspace, { unit: segment.unit, nums: [...entered, ...left], by: wanted.turn.by });
};
