/** What has a time at which it happened and one at which it was known (UTC ms). */
export interface Dated {
  readonly at: number;
  readonly known: number;
}

/** A stretch of time, `to` exclusive and null while it lasts. */
export interface Stretch {
  readonly from: number;
  readonly to: number | null;
}

/** From when on could one know that it happened? Nothing counts before it has happened, however early it was announced. */
export const countsFrom = ({ at, known }: Dated): number => Math.max(at, known);

/** Which of these had happened and were known by `now`? */
export const visibleAt = <T extends Dated>(dated: readonly T[], now: number): readonly T[] => dated.filter((one) => countsFrom(one) <= now);

/** In order of time; of several steps at one instant the one known last counts (of equals, the later in the list). */
export const inOrder = <T extends Dated>(steps: readonly T[]): readonly T[] => {
  const sorted = [...steps].sort((a, b) => a.at - b.at || a.known - b.known);
  return sorted.filter((step, index) => sorted[index + 1]?.at !== step.at);
};

/** Is the instant inside the stretch? */
export const isWithin = (at: number, { from, to }: Stretch): boolean => at >= from && (to === null || at < to);
