import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { segmentsNamed } from '../../condition-contracts.ts';
import type { Segment } from '../../segment-contracts.ts';
import { newestChecks } from '../../store/segments/checks.ts';
import { type StoredSegment, segmentsOf } from '../../store/segments/segments.ts';
import { changesIn, sizesNow } from '../../store/segments/stays.ts';
import type { SegmentsDeps, SegmentWorkspace } from './deps.ts';

const TREND_DAYS = 30;

/** A day with how many were in a segment at its end, or now. */
export interface DaySize {
  readonly date: string;
  readonly size: number;
}

/** All segments with their sizes, as pages show them. */
export const presentSegments = async ({ postgres, clock }: SegmentsDeps, workspace: SegmentWorkspace): Promise<readonly Segment[]> => {
  const { ws } = workspace;
  const segments = await segmentsOf(postgres.db, ws);
  if (segments.length === 0) return [];
  const { bounds } = daysUpTo(clock.now(), workspace.timeZone, TREND_DAYS);
  const [sizes, changes, checks] = await Promise.all([
    sizesNow(postgres.db, ws),
    changesIn(postgres.db, ws, bounds),
    newestChecks(postgres.db, ws),
  ]);
  return segments.map((segment) => {
    const size = sizes.get(segment.num) ?? 0;
    return {
      ...shown(segment, segments),
      ...{ size, trend: sizesBack(size, changes.get(segment.num) ?? []), check: checks.get(segment.num) ?? null },
    };
  });
};

/** How many were in a segment at the end of each of the last days, today as it is now. */
export const sizesOf = async (
  { postgres, clock }: SegmentsDeps,
  workspace: SegmentWorkspace,
  num: number,
  days: number,
): Promise<readonly DaySize[]> => {
  const { dates, bounds } = daysUpTo(clock.now(), workspace.timeZone, days);
  const [sizes, changes] = await Promise.all([sizesNow(postgres.db, workspace.ws), changesIn(postgres.db, workspace.ws, bounds)]);
  const back = sizesBack(sizes.get(num) ?? 0, changes.get(num) ?? []);
  return dates.map((date, index) => ({ date, size: back.length === 0 ? (sizes.get(num) ?? 0) : back[index]! }));
};

const shown = (segment: StoredSegment, all: readonly StoredSegment[]): Omit<Segment, 'size' | 'trend' | 'check'> => {
  const { id, name, note, unit, condition, version, createdAt, changedAt, changedBy, lookedAt } = segment;
  const usedBy = all.filter((other) => other.condition !== null && segmentsNamed(other.condition).includes(id));
  return {
    ...{ id, name, note, unit, condition, version, createdAt, changedAt, changedBy, lookedAt },
    usedBy: usedBy.map((other) => ({ id: other.id, name: other.name })),
  };
};

// Backwards from now: what came in on a day was not there before it.
const sizesBack = (now: number, changes: readonly number[]): number[] => {
  const sizes: number[] = [];
  for (let index = changes.length - 1, size = now; index >= 0; index -= 1) {
    sizes.unshift(size);
    size -= changes[index]!;
  }
  return sizes;
};

const daysUpTo = (now: number, zone: string, days: number): { readonly dates: readonly string[]; readonly bounds: readonly number[] } => {
  const today = dateOf(now, zone);
  const dates = Array.from({ length: days }, (_, index) => addDays(today, index - days + 1));
  return { dates, bounds: [...dates, addDays(today, 1)].map((date) => startOfDate(date, zone)) };
};
