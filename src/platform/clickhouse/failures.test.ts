import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConnectionLost, maskRows, maskValues, storeFailure } from './failures.ts';

describe('maskValues', () => {
  it('hides every written form of a value, and short ones only as whole words', () => {
    expect(maskValues("Cannot parse 'it\\'s me' and it's me, [7,17]", ["it's me", [7]])).toBe("Cannot parse '…' and …, […,17]");
    expect(maskValues('a cat', ['a', null, undefined, true, ''])).toBe('… cat');
    expect(maskValues('key and held', [new Map([['held', 1]]), { k: 'key' }])).toBe('… and …');
  });

  it('leaves no value of four letters or more in any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.stringMatching(/^[a-z.*+(\\[]{4,12}$/), { maxLength: 4 }), fc.string(), (head, values, tail) => {
        const masked = maskValues(`${head}${values.join(' ')}${tail}`, values);
        for (const value of values) expect(masked).not.toContain(value);
      }),
    );
  });
});

describe('maskRows', () => {
  it('keeps where an insert failed and drops what it read', () => {
    const told = `Cannot parse input: expected '"' before: 'zz","b":"x"}\\n': (while reading the value of key a): (at row 1)`;
    expect(maskRows(told)).toBe("Cannot parse input: expected '…' before: … (at row 1)");
  });
});

describe('storeFailure', () => {
  it('tells an engine that is away from one that refuses', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(isConnectionLost(refused)).toBe(true);
    expect(isConnectionLost(new Error('socket hang up'))).toBe(true);
    expect(isConnectionLost(new Error('Timeout error.'))).toBe(false);
    expect(storeFailure(refused)).toMatchObject({ code: 'unavailable', retryAfter: 5 });
    expect(storeFailure(new TypeError('odd hush'), ['hush'])).toMatchObject({ code: 'internal', message: 'The event store failed: odd …' });
  });
});
