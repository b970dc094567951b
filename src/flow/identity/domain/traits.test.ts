import { describe, expect, it } from 'vitest';
import { applyTraits, cleanValue, joinTraits, NO_TRAITS } from './traits.ts';

describe('traits', () => {
  it('overwrites by set, fills by set once, and lets set win within one message', () => {
    const first = applyTraits(NO_TRAITS, { set: { a: 1 }, setOnce: { a: 2, b: 2 } });
    expect(Object.fromEntries(first)).toEqual({ a: 1, b: 2 });
    expect(Object.fromEntries(applyTraits(first, { set: { b: 3 }, setOnce: { a: 9, c: 4 } }))).toEqual({ a: 1, b: 3, c: 4 });
  });

  it('treats names of the language as plain names', () => {
    const traits = applyTraits(NO_TRAITS, { setOnce: JSON.parse('{"toString":1,"constructor":2,"__proto__":{"polluted":true}}') });
    expect([...traits.keys()]).toEqual(['toString', 'constructor', '__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('replaces NUL at any depth', () => {
    expect(cleanValue({ 'a\0': ['x\0y', { b: '\0' }], n: 1, t: null })).toEqual({
      'a\uFFFD': ['x\uFFFDy', { b: '\uFFFD' }],
      n: 1,
      t: null,
    });
  });

  it('lets the surviving side stand', () => {
    const joined = joinTraits(new Map([['plan', 'pro']]), new Map(Object.entries({ plan: 'free', city: 'Bern' })));
    expect(Object.fromEntries(joined)).toEqual({ plan: 'pro', city: 'Bern' });
  });
});
