import { ratio, wilson } from '#kernel/interval.ts';
import type { Figure } from '../contracts.ts';

/** What cannot be said: nothing was there to measure. */
export const NOTHING: Figure = { value: null };

/** A share with its numerator, denominator and 95 % Wilson interval; null without a denominator. */
export function share(numerator: number, denominator: number): Figure {
  const bounds = wilson(numerator, denominator);
  return { ...ratio(numerator, denominator), n: denominator, ...(bounds && { low: bounds.low, high: bounds.high }) };
}

/** Sums over units of which each has x (what there was) and y (what became of it). */
export interface PairSums {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/**
 * Σy ÷ Σx with a 95 % interval by the delta method (Cochran, Sampling Techniques, 3rd ed., 6.13): variance n ÷ (n − 1) · Σ(y − Rx)² ÷ (Σx)².
 * No interval below two units; null when Σx is 0. `most` caps the upper bound, 0 is the lowest.
 */
export function ratioOfSums(sums: PairSums, most = Number.POSITIVE_INFINITY): Figure {
  const { n, x, y, xx, xy, yy } = sums;
  const made = { ...ratio(y, x), n };
  if (made.value === null || n < 2) return made;
  const R = made.value;
  const squares = Math.max(0, yy - 2 * R * xy + R * R * xx);
  const half = 1.96 * Math.sqrt((n / (n - 1)) * (squares / (x * x)));
  return { ...made, low: Math.max(0, R - half), high: Math.min(most, R + half) };
}

/** The mean of n values from their sum and sum of squares, with a 95 % interval from 30 values on; null without any. */
export function mean(n: number, sum: number, squares: number): Figure {
  const made: Figure = { ...ratio(sum, n), n };
  if (made.value === null || made.value === undefined || n < 30) return made;
  const variance = Math.max(0, squares - n * made.value * made.value) / (n - 1);
  const half = 1.96 * Math.sqrt(variance / n);
  return { ...made, low: made.value - half, high: made.value + half };
}

/** The figure of a period that was not over yet: kept, and marked as not yet known in full. */
export function marked(figure: Figure, isComplete: boolean): Figure {
  return isComplete ? figure : { ...figure, immature: true };
}
