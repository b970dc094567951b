import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOfShares } from './difference-of-shares.ts';

describe('the difference of two shares', () => {
  // R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('has the published bounds for %i/%i against %i/%i', (a, m, b, n, low, high) => {
    const found = differenceOfShares({ successes: a, n: m }, { successes: b, n })!;
    expect(found.value).toBeCloseTo(a / m - b / n, 12);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('says nothing without observations', () => {
    expect(differenceOfShares({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull();
  });

  it('holds the estimate, stays within ±1 and turns around with the arms', () => {
    const share = fc.nat({ max: 200 }).chain((n) => fc.record({ n: fc.constant(n + 1), successes: fc.nat({ max: n + 1 }) }));
    fc.assert(
      fc.property(share, share, (first, second) => {
        const there = differenceOfShares(first, second)!;
        const back = differenceOfShares(second, first)!;
        expect(there.low).toBeLessThanOrEqual(there.value);
        expect(there.high).toBeGreaterThanOrEqual(there.value);
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
        expect(back.low).toBeCloseTo(-there.high, 12);
      }),
    );
  });
});
