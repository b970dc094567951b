import { chanceOf, fitLogistic } from '#kernel/statistics/logistic.ts';
import { Z95 } from '#kernel/statistics/normal.ts';
import { quadratic } from '#kernel/statistics/symmetric.ts';

/** A difference of chances with its 95 % interval. */
export interface Effect {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * By how much more do customers alike stay with the behaviour than without (−1..1)? Everybody's chance with it less the same customers' chance without,
 * on average, by a logistic regression; interval by the delta method. Null when it cannot be told from what makes customers alike.
 */
export const standardisedEffect = (
  alike: readonly ArrayLike<number>[],
  shown: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): Effect | null => {
  const columns = [...alike, shown];
  const fit = fitLogistic({ columns, outcomes, method: 'firth' });
  if (fit === null) return null;
  const gradient = new Float64Array(columns.length);
  const own = fit.coefficients.at(-1)!;
  let value = 0;
  for (let row = 0; row < outcomes.length; row++) {
    let logits = 0;
    for (let index = 0; index < alike.length; index++) logits += fit.coefficients[index]! * alike[index]![row]!;
    const [without, with_] = [chanceOf(logits), chanceOf(logits + own)];
    value += with_ - without;
    const slopeWith = with_ * (1 - with_);
    const slope = slopeWith - without * (1 - without);
    for (let index = 0; index < alike.length; index++) gradient[index]! += slope * alike[index]![row]!;
    gradient[alike.length]! += slopeWith;
  }
  const n = outcomes.length;
  const error = Math.sqrt(quadratic(gradient, fit.covariance, gradient)) / n;
  return { value: value / n, low: Math.max(-1, value / n - Z95 * error), high: Math.min(1, value / n + Z95 * error) };
};
