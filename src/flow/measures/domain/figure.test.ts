import { describe, expect, it } from 'vitest';
import { mean, ratioOfSums, share } from './figure.ts';

const sumsOf = (pairs: readonly (readonly [number, number])[]) => {
  const sum = (read: (pair: readonly [number, number]) => number) => pairs.reduce((total, pair) => total + read(pair), 0);
  return {
    n: pairs.length,
    ...{ x: sum(([x]) => x), y: sum(([, y]) => y) },
    ...{ xx: sum(([x]) => x * x), xy: sum(([x, y]) => x * y), yy: sum(([, y]) => y * y) },
  };
};

describe('figures', () => {
  it('say n/a without a denominator', () => {
    expect(share(0, 0)).toEqual({ value: null, numerator: 0, denominator: 0, n: 0 });
    expect(ratioOfSums(sumsOf([]))).toEqual({ value: null, numerator: 0, denominator: 0, n: 0 });
    expect(mean(0, 0, 0).value).toBeNull();
  });

  it('bound a share by Wilson', () => {
    // Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263 gives 0.2553 to 0.3662 by the score method without continuity correction.
    const { low, high } = share(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('bound a ratio of sums by the delta method, with no width when every unit has the same', () => {
    expect(
      ratioOfSums(
        sumsOf([
          [2, 1],
          [4, 2],
          [10, 5],
        ]),
      ),
    ).toMatchObject({ value: 0.5, low: 0.5, high: 0.5 });
    // By hand: R = 9/14, residuals y − Rx of (1, 1), (5, 2), (8, 6) are 5/14, −17/14, 12/14; variance 3/2 · (458/196) ÷ 196.
    const { value, low, high } = ratioOfSums(
      sumsOf([
        [1, 1],
        [5, 2],
        [8, 6],
      ]),
    );
    const half = 1.96 * Math.sqrt((1.5 * (458 / 196)) / 196);
    expect(value).toBeCloseTo(9 / 14, 12);
    expect(low).toBeCloseTo(9 / 14 - half, 12);
    expect(high).toBeCloseTo(9 / 14 + half, 12);
    expect(
      ratioOfSums(
        sumsOf([
          [1, 0],
          [1, 1],
        ]),
        1,
      ).high,
    ).toBe(1);
    expect(ratioOfSums(sumsOf([[2, 1]]))).not.toHaveProperty('low');
  });

  it('bound a mean from thirty values on', () => {
    const values = Array.from({ length: 30 }, (_, i) => i);
    const [sum, squares] = [values.reduce((a, b) => a + b, 0), values.reduce((a, b) => a + b * b, 0)];
    expect(mean(30, sum, squares)).toMatchObject({ value: 14.5, n: 30 });
    expect(mean(30, sum, squares).high).toBeCloseTo(14.5 + (1.96 * Math.sqrt(77.5)) / Math.sqrt(30), 10);
    expect(mean(29, sum, squares)).not.toHaveProperty('low');
  });
});
