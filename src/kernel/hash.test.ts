import { describe, expect, it } from 'vitest';
import { bucketOf, hash53, murmur32 } from './hash.ts';

const units = Array.from({ length: 200_000 }, (_, i) => `acc_${i.toString(36)}`);

describe('murmur32', () => {
  it('gives the published values', () => {
    // Test vectors of MurmurHash3_x86_32 as collected at stackoverflow.com/a/31929528.
    expect(murmur32('')).toBe(0);
    expect(murmur32('', 1)).toBe(0x514e28b7);
    expect(murmur32('', 0xffffffff)).toBe(0x81f16f39);
    expect(murmur32('aaaa', 0x9747b28c)).toBe(0x5a97808a);
    expect(murmur32('aaa', 0x9747b28c)).toBe(0x283e0130);
    expect(murmur32('aa', 0x9747b28c)).toBe(0x5d211726);
    expect(murmur32('a', 0x9747b28c)).toBe(0x7fa09ea6);
    expect(murmur32('Hello, world!', 0x9747b28c)).toBe(0x24884cba);
    expect(murmur32('ππππππππ', 0x9747b28c)).toBe(0xd58063c1);
  });

  it('reads half a surrogate pair as the replacement character', () => {
    expect(murmur32('\ud83d')).toBe(murmur32('\ufffd'));
  });
});

describe('bucketOf', () => {
  it('spreads units evenly over the buckets', () => {
    // χ² over 10,000 buckets has the mean 9,999 and the standard deviation √(2 · 9999) = 141: six of them either way.
    const counts = new Array<number>(10_000).fill(0);
    for (const unit of units) counts[bucketOf('onboarding-call', unit)]! += 1;
    const expected = units.length / counts.length;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(Math.abs(chiSquare - 9_999)).toBeLessThan(6 * 141);
  });

  it('holds out the share that was asked for, and unrelated units under another salt', () => {
    const held = units.filter((unit) => bucketOf('a', unit) < 1_000);
    // 10 % of 200,000: 20,000 with a standard deviation of 134.
    expect(Math.abs(held.length - 20_000)).toBeLessThan(5 * 134);
    const heldTwice = held.filter((unit) => bucketOf('b', unit) < 1_000);
    // 1 % of 200,000: 2,000 with a standard deviation of 44.
    expect(Math.abs(heldTwice.length - 2_000)).toBeLessThan(5 * 42);
  });

  it('never changes its mind, and is of one mind with ClickHouse', () => {
    // select murmurHash3_32('s:acc_1') % 10000, … ('s:acc_2'), … ('t:acc_1')
    expect([bucketOf('s', 'acc_1'), bucketOf('s', 'acc_2'), bucketOf('t', 'acc_1')]).toEqual([3426, 4054, 859]);
    // select murmurHash3_32('ππππ😀')
    expect(murmur32('ππππ😀')).toBe(3_995_122_896);
  });
});

describe('hash53', () => {
  it('keeps 200,000 texts apart, within safe integers', () => {
    const hashes = units.map(hash53);
    expect(new Set(hashes).size).toBe(units.length);
    expect(hashes.every(Number.isSafeInteger)).toBe(true);
    expect(Math.max(...hashes.slice(0, 10_000))).toBeGreaterThan(2 ** 52);
  });
});
