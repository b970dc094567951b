import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenProperties, PROPERTY_LIMITS } from './flatten-properties.ts';

describe('flattenProperties', () => {
  it('joins nested names by dots, and writes everything as text', () => {
    const raw = { plan: 'pro', rows: 4.5, ok: false, none: null, cart: { total: 3, of: { a: 'x' } }, tags: ['a', 1], empty: {}, blank: '' };
    expect(flattenProperties(raw)).toEqual({
      properties: { plan: 'pro', rows: '4.5', ok: 'false', 'cart.total': '3', 'cart.of.a': 'x', tags: '["a",1]', blank: '' },
      warnings: [],
    });
    expect(flattenProperties(null)).toEqual({ properties: {}, warnings: [] });
  });

  it('treats names of the language as plain names', () => {
    const { properties } = flattenProperties(JSON.parse('{"__proto__":"a","toString":"b","constructor":{"prototype":"c"}}'));
    expect(Object.entries(properties)).toEqual([
      ['__proto__', 'a'],
      ['toString', 'b'],
      ['constructor.prototype', 'c'],
    ]);
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype);
  });

  it('says which limit it met', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`p${i}`, i]));
    expect(Object.keys(flattenProperties(many).properties)).toHaveLength(PROPERTY_LIMITS.names);
    expect(flattenProperties(many).warnings).toEqual(['too_many_properties']);
    const deep = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
    expect(flattenProperties(deep)).toEqual({ properties: { 'a.b.c.d.e.f': '{"g":1}' }, warnings: ['nested_too_deep'] });
    const long = flattenProperties({ ['n'.repeat(201)]: 1, v: 'v'.repeat(9000) });
    expect([long.properties.v?.length, long.warnings]).toEqual([8192, ['name_too_long', 'value_too_long']]);
  });

  it('replaces what no store can hold', () => {
    expect(flattenProperties({ 'a\0': 'x\0y', half: '\ud800z', whole: '😀' }).properties).toEqual({
      'a\uFFFD': 'x\uFFFDy',
      half: '\uFFFDz',
      whole: '😀',
    });
  });

  it('leaves names out that have a meaning of their own', () => {
    expect(flattenProperties({ $set: { a: 1 }, b: 2 }, new Set(['$set'])).properties).toEqual({ b: '2' });
  });

  it('makes storable text of any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })), (raw) => {
        const { properties } = flattenProperties(JSON.parse(JSON.stringify(raw)));
        for (const text of Object.entries(properties).flat()) expect(text.isWellFormed() && !text.includes('\0')).toBe(true);
      }),
    );
  });
});
