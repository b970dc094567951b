import { median } from '#kernel/interval.ts';

/** A day on which an event came much more or much less often than on the same weekdays before. */
export interface UnusualDay {
  /** Index into the counts. */
  readonly index: number;
  readonly count: number;
  readonly usual: number;
  /** Modified z-score: how many robust deviations away. */
  readonly score: number;
}

/** Beyond this a modified z-score is an outlier (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993). */
const OUTLIER = 3.5;
/** The median absolute deviation of a normal variable is 0.6745 of its standard deviation. */
const NORMAL_MAD = 0.6745;
const LEAST_WEEKS = 4;
const LEAST_USUAL = 10;
/** Smaller swings are nobody's business, however regular the event is. */
const LEAST_CHANGE = 0.4;

/**
 * Which of the last `judged` days are unusual? `counts` holds whole days, the newest last. Each day is held against the same weekday of up to eight weeks before:
 * median and median absolute deviation, the latter at least what chance alone gives (Poisson). Rare events (usually under 10 a day) and short histories are
 * not judged.
 */
export const unusualDays = (counts: readonly number[], judged = 7): readonly UnusualDay[] =>
  counts.flatMap((count, index) => {
    if (index < counts.length - judged) return [];
    const before = WEEKS.map((week) => counts[index - 7 * week]).filter((one) => one !== undefined);
    if (before.length < LEAST_WEEKS) return [];
    const usual = median(before)!;
    const deviation = Math.max(median(before.map((one) => Math.abs(one - usual)))!, NORMAL_MAD * Math.sqrt(usual));
    const score = (NORMAL_MAD * (count - usual)) / deviation;
    const isUnusual = usual >= LEAST_USUAL && Math.abs(score) > OUTLIER && Math.abs(count - usual) >= LEAST_CHANGE * usual;
    return isUnusual ? [{ index, count, usual, score }] : [];
  });

const WEEKS = [1, 2, 3, 4, 5, 6, 7, 8];
