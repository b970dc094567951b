import { wilson } from '#kernel/interval.ts';

export interface Share {
  readonly successes: number;
  readonly n: number;
}

/** The 97.5 % quantile of the normal distribution: 95 % lie between it and its opposite. */
const NORMAL_975 = 1.959963984540054;

/**
 * By how much is the first share larger than the second, and between which bounds does the true difference lie with 95 %? Null when an arm is
 * empty. Hybrid of the two Wilson score intervals without continuity correction: Newcombe 1998, Statistics in Medicine 17, p. 873, method 10.
 */
export const differenceOfShares = (
  first: Share,
  second: Share,
): { readonly value: number; readonly low: number; readonly high: number } | null => {
  const [a, b] = [wilson(first.successes, first.n, NORMAL_975), wilson(second.successes, second.n, NORMAL_975)];
  if (!a || !b) return null;
  const value = a.estimate - b.estimate;
  return {
    value,
    low: value - Math.hypot(a.estimate - a.low, b.high - b.estimate),
    high: value + Math.hypot(a.high - a.estimate, b.estimate - b.low),
  };
};
