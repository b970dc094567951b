import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdSet, idHalves } from './id-set.ts';

const Half = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 0xffff_ffff }));
const Ids = fc.array(fc.record({ high: Half, low: Half }), { maxLength: 3_000 });
const textOf = ({ high, low }: { high: number; low: number }) => `${high === 0 ? 1 : high}:${low}`;

describe('a set of ids', () => {
  it('holds exactly what was added when exact', () => {
    fc.assert(
      fc.property(Ids, Ids, (added, others) => {
        const set = createIdSet('exact');
        for (const id of added) set.add(id);
        const known = new Set(added.map(textOf));
        expect(set.size()).toBe(known.size);
        for (const id of [...added, ...others]) expect(set.has(id)).toBe(known.has(textOf(id)));
      }),
      { numRuns: 30 },
    );
  });

  it('never denies a member when it keeps fingerprints, and seldom claims a stranger', () => {
    const set = createIdSet('fingerprints');
    let seed = 1;
    const next = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) >>> 0;
    };
    const added = Array.from({ length: 200_000 }, () => ({ high: next(), low: next() }));
    for (const id of added) set.add(id);
    expect(added.every((id) => set.has(id))).toBe(true);
    const strangers = Array.from({ length: 100_000 }, () => ({ high: next(), low: next() }));
    expect(strangers.filter((id) => set.has(id)).length).toBe(0);
    expect(set.bytes() / set.size()).toBeLessThan(5);
  });

  it('takes two ids for one as fingerprints when their upper 36 bits are the same', () => {
    const set = createIdSet('fingerprints');
    set.add({ high: 77, low: 0x1000_0000 });
    expect(set.has({ high: 77, low: 0x1fff_ffff })).toBe(true);
    expect(set.has({ high: 77, low: 0x2000_0000 })).toBe(false);
    expect(set.has({ high: 78, low: 0x1000_0000 })).toBe(false);
  });

  it('splits decimal ids into halves', () => {
    expect(idHalves('18446744073709551615')).toEqual({ high: 0xffff_ffff, low: 0xffff_ffff });
    expect(idHalves('4294967298')).toEqual({ high: 1, low: 2 });
  });
});
