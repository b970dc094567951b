import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval, median, quantile, ratio, wilson } from './interval.ts';

describe('ratio', () => {
  it('keeps its parts and is null, not 0, without a denominator', () => {
    expect(ratio(3, 4)).toEqual({ numerator: 3, denominator: 4, value: 0.75 });
    expect(ratio(0, 0)).toEqual({ numerator: 0, denominator: 0, value: null });
  });
});

describe('wilson', () => {
  it('gives the published bounds', () => {
    // 81 of 263: Newcombe (1998), Statistics in Medicine 17, table I, method 3: 0.2553 to 0.3662.
    expect(wilson(81, 263)!.low).toBeCloseTo(0.2553, 4);
    expect(wilson(81, 263)!.high).toBeCloseTo(0.3662, 4);
    // 15 of 148, the same table: 0.0624 to 0.1605.
    expect(wilson(15, 148)!.low).toBeCloseTo(0.0624, 4);
    expect(wilson(15, 148)!.high).toBeCloseTo(0.1605, 4);
    // 0 of 20, the same table: 0.0000 to 0.1611.
    expect(wilson(0, 20)!.low).toBe(0);
    expect(wilson(0, 20)!.high).toBeCloseTo(0.1611, 4);
  });

  it('holds the share, stays within 0 and 1, and mirrors for failures', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (successes, failures) => {
        const n = successes + failures;
        const interval = wilson(successes, n);
        expect(interval === null).toBe(n === 0);
        if (interval === null) return;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(interval.estimate);
        expect(interval.high).toBeGreaterThanOrEqual(interval.estimate);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(wilson(failures, n)!.low).toBeCloseTo(1 - interval.high, 12);
      }),
    );
  });
});

describe('meanInterval', () => {
  it('uses the quantiles of Student, as in any table of t', () => {
    const tabled = { 1: 12.7062, 2: 4.3027, 3: 3.1824, 4: 2.7764, 5: 2.5706, 10: 2.2281, 30: 2.0423, 100: 1.984 };
    for (const [freedom, t] of Object.entries(tabled)) {
      const n = Number(freedom) + 1;
      // Values 0, 1, … n − 1 have the variance n(n + 1)/12, so the half width is t · √((n + 1)/12).
      const interval = meanInterval(Array.from({ length: n }, (_, i) => i))!;
      expect((interval.high - interval.estimate) / Math.sqrt((n + 1) / 12)).toBeCloseTo(t, 4);
      expect(interval.estimate).toBe((n - 1) / 2);
    }
  });

  it('is null where there is no spread to see', () => {
    expect([meanInterval([]), meanInterval([4])]).toEqual([null, null]);
    expect(meanInterval([4, 4, 4])).toEqual({ estimate: 4, low: 4, high: 4, n: 3 });
  });
});

describe('quantile', () => {
  it('is linear between neighbours, in whatever order the values come', () => {
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75);
    expect(quantile([15, 20, 35, 40, 50], 0.4)).toBe(29);
    expect([quantile([3, 1], 0), quantile([3, 1], 1)]).toEqual([1, 3]);
    expect([median([5, 1, 3]), median([1, 2]), median([])]).toEqual([3, 1.5, null]);
    expect(() => quantile([1], 1.2)).toThrow(RangeError);
  });

  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
