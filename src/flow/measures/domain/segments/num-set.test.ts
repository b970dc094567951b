import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both, either, hasNum, numSet, numsOf, sizeOf, without } from './num-set.ts';

const nums = fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 130 }), fc.constantFrom(31, 32, 63, 64, 70_000)), { maxLength: 60 });
const sorted = (list: Iterable<number>): number[] => [...list].sort((a, b) => a - b);

describe('a set of dense numbers', () => {
  it('joins, cuts and counts as sets do', () => {
    fc.assert(
      fc.property(nums, nums, (a, b) => {
        const [left, right, wanted] = [numSet(a), numSet(b), new Set(b)];
        expect(numsOf(left)).toEqual(sorted(a));
        expect(sizeOf(left)).toBe(a.length);
        expect(numsOf(both(left, right))).toEqual(sorted(a.filter((num) => wanted.has(num))));
        expect(numsOf(without(left, right))).toEqual(sorted(a.filter((num) => !wanted.has(num))));
        expect(numsOf(either(left, right))).toEqual(sorted(new Set([...a, ...b])));
        expect(b.every((num) => hasNum(right, num))).toBe(true);
      }),
    );
  });

  it('gives its first numbers', () => {
    expect(numsOf(numSet(Uint32Array.of(70, 3, 32)), 2)).toEqual([3, 32]);
    expect(hasNum(numSet([]), 4_000_000_000)).toBe(false);
  });
});
