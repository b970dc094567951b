import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import type { Segment, SegmentUse } from '../../segment-contracts.ts';
import { newestChecks } from '../../store/segments/checks.ts';
import { type StoredSegment, segmentsOf } from '../../store/segments/segments.ts';
import { changesIn, sizesNow } from '../../store/segments/stays.ts';
import type { SegmentsDeps, SegmentWorkspace } from './deps.ts';
import { usesOfSegments } from './segment-uses.ts';

const TREND_DAYS = 30;

/** A day with how many were in a segment at its end, or now. */
export interface DaySize {
  readonly date: string;
  readonly size: number;
}

/** All segments with their sizes, as pages show them. */
export const presentSegments = async (deps: SegmentsDeps, workspace: SegmentWorkspace): Promise<readonly Segment[]> => {
  const { ws } = workspace;
  const { postgres, clock } = deps;
  const segments = await segmentsOf(postgres.db, ws);
  if (segments.length === 0) return [];
  const days = daysUpTo(clock.now(), workspace.timeZone, TREND_DAYS);
  const [sizes, changes, checks, uses] = await Promise.all([
    sizesNow(postgres.db, ws),
    changesIn(postgres.db, ws, days.bounds),
    newestChecks(postgres.db, ws),
    usesOfSegments(deps, ws, segments),
  ]);
  return segments.map((segment) => {
    const size = sizes.get(segment.num) ?? 0;
    const trend = sizesBack(segment, days, { size, changes: changes.get(segment.num) }).map((day) => day.size);
    return { ...shown(segment, uses.get(segment.id)), size, trend, check: checks.get(segment.num) ?? null };
  });
};

/** How many were in a segment at the end of each of the last days since it was made, today as it is now. */
export const sizesOf = async (
  { postgres, clock }: SegmentsDeps,
  workspace: SegmentWorkspace,
  segment: StoredSegment,
  count: number,
): Promise<readonly DaySize[]> => {
  const days = daysUpTo(clock.now(), workspace.timeZone, count);
  const [sizes, changes] = await Promise.all([sizesNow(postgres.db, workspace.ws), changesIn(postgres.db, workspace.ws, days.bounds)]);
  return sizesBack(segment, days, { size: sizes.get(segment.num) ?? 0, changes: changes.get(segment.num) });
};

const shown = (segment: StoredSegment, usedBy: readonly SegmentUse[] = []): Omit<Segment, 'size' | 'trend' | 'check'> => {
  const { id, name, note, unit, condition, version, createdAt, changedAt, changedBy, lookedAt } = segment;
  return {
    ...{ id, name, note, unit, condition, version, createdAt, changedAt, changedBy, lookedAt },
    usedBy: [...usedBy],
  };
};

interface Days {
  readonly dates: readonly string[];
  /** Where each begins, and the end of the last (UTC ms). */
  readonly bounds: readonly number[];
}

// Backwards from now: what came in on a day was not there before it. What was before the segment was made is not known.
const sizesBack = (
  { createdAt }: StoredSegment,
  { dates, bounds }: Days,
  { size, changes }: { readonly size: number; readonly changes: readonly number[] | undefined },
): readonly DaySize[] => {
  const after = (index: number): number => dates.slice(index + 1).reduce((sum, _, at) => sum + (changes?.[index + 1 + at] ?? 0), 0);
  return dates.flatMap((date, index) => (bounds[index + 1]! > createdAt ? [{ date, size: size - after(index) }] : []));
};

const daysUpTo = (now: number, zone: string, count: number): Days => {
  const today = dateOf(now, zone);
  const dates = Array.from({ length: count }, (_, index) => addDays(today, index - count + 1));
  return { dates, bounds: [...dates, addDays(today, 1)].map((date) => startOfDate(date, zone)) };
};
