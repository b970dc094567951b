import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, allocate, convert, currencyExponent, isCurrency, majorText, monthlyMinor, parseMajor } from './money.ts';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('currencies', () => {
  it('have the decimal places of ISO 4217', () => {
    expect(['USD', 'EUR', 'JPY', 'KRW', 'ISK', 'KWD', 'TND', 'CLF'].map(currencyExponent)).toEqual([2, 2, 0, 0, 0, 3, 3, 4]);
  });

  it('are told from other codes', () => {
    expect(['USD', 'VND', 'usd', 'US', 'ABC'].map(isCurrency)).toEqual([true, true, false, false, false]);
  });
});

describe('parseMajor', () => {
  it('reads numbers as their writer meant them', () => {
    expect(parseMajor(2786, 'USD')).toBe(278_600);
    expect(parseMajor(0.1 + 0.2, 'USD')).toBe(30);
    expect(parseMajor(1.005, 'USD')).toBe(101);
    expect(parseMajor(-1.005, 'USD')).toBe(-101);
    expect(parseMajor(1e-9, 'USD')).toBe(0);
    expect(parseMajor(12.3456, 'KWD')).toBe(12_346);
    expect(parseMajor(1499.5, 'JPY')).toBe(1500);
  });

  it('reads text with groups, signs, brackets and either decimal mark', () => {
    expect(parseMajor('1,234.50', 'USD')).toBe(123_450);
    expect(parseMajor('1.234,50', 'EUR', ',')).toBe(123_450);
    expect(parseMajor("1'234.5", 'CHF')).toBe(123_450);
    expect(parseMajor('1 234 567,8', 'EUR', ',')).toBe(123_456_780);
    expect(parseMajor('(7)', 'USD')).toBe(-700);
    expect(parseMajor(' -0.015 ', 'USD')).toBe(-2);
    expect(parseMajor('.5', 'USD')).toBe(50);
    expect(parseMajor('12.', 'USD')).toBe(1200);
  });

  it('is null for what it cannot read exactly', () => {
    for (const text of ['', '.', '-', 'abc', '12,34', '1,2345', '1.2.3', '1e5', '--5', '99999999999999999']) {
      expect(parseMajor(text, 'USD'), text).toBeNull();
    }
    expect([Number.NaN, Number.POSITIVE_INFINITY, 1e30].map((value) => parseMajor(value, 'USD'))).toEqual([null, null, null]);
  });

  it('reads back what majorText writes', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'), (amountMinor, currency) => {
        expect(parseMajor(majorText({ amountMinor, currency }), currency)).toBe(amountMinor);
      }),
    );
    expect(majorText({ amountMinor: -5, currency: 'USD' })).toBe('-0.05');
    expect(majorText({ amountMinor: 1200, currency: 'JPY' })).toBe('1200');
  });
});

describe('allocate', () => {
  it('gives the cents left over to the largest remainders', () => {
    // 100 × 1/3 = 33.3 each: one cent is left, all remainders equal, the first part gets it.
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    // 10 × (0.5, 0.3, 0.2) comes out whole.
    expect(allocate(10, [0.5, 0.3, 0.2])).toEqual([5, 3, 2]);
    // 101 × 40/20/40 % = 40.4, 20.2, 40.4: the cent goes to the first of the two .4.
    expect(allocate(101, [40, 20, 40])).toEqual([41, 20, 40]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(7, [0, 0, 0])).toEqual([3, 2, 2]);
    expect(allocate(5, [0, 1])).toEqual([0, 5]);
  });

  it('adds up exactly and stays within one minor unit of the fair share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, weights, (amount, parts) => {
        const shares = allocate(amount, parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        const total = parts.reduce((sum, part) => sum + part, 0);
        if (total < 1e-3) return;
        for (const [i, share] of shares.entries()) expect(Math.abs(share - (amount * parts[i]!) / total)).toBeLessThan(1.01);
      }),
    );
  });

  it('refuses no weights, negative weights and NaN', () => {
    for (const weights of [[], [1, -1], [Number.NaN]]) expect(() => allocate(1, weights)).toThrow(RangeError);
  });
});

describe('add and convert', () => {
  it('adds within one currency only', () => {
    expect(add({ amountMinor: 5, currency: 'EUR' }, { amountMinor: -7, currency: 'EUR' })).toEqual({ amountMinor: -2, currency: 'EUR' });
    expect(() => add({ amountMinor: 5, currency: 'EUR' }, { amountMinor: 5, currency: 'USD' })).toThrow(RangeError);
    expect(() => add({ amountMinor: Number.MAX_SAFE_INTEGER, currency: 'EUR' }, { amountMinor: 1, currency: 'EUR' })).toThrow(RangeError);
  });

  it('converts between currencies of different decimal places', () => {
    expect(convert({ amountMinor: 10_000, currency: 'JPY' }, 'USD', 0.0067)).toEqual({ amountMinor: 6_700, currency: 'USD' });
    expect(convert({ amountMinor: 6_700, currency: 'USD' }, 'JPY', '149.25')).toEqual({ amountMinor: 10_000, currency: 'JPY' });
    expect(convert({ amountMinor: 100, currency: 'EUR' }, 'KWD', 0.3345)).toEqual({ amountMinor: 335, currency: 'KWD' });
  });

  it('rounds halves away from zero', () => {
    expect(convert({ amountMinor: 1, currency: 'EUR' }, 'USD', 0.5).amountMinor).toBe(1);
    expect(convert({ amountMinor: -1, currency: 'EUR' }, 'USD', 0.5).amountMinor).toBe(-1);
    expect(convert({ amountMinor: 3, currency: 'EUR' }, 'USD', 1.15).amountMinor).toBe(3);
    expect(() => convert({ amountMinor: 3, currency: 'EUR' }, 'USD', 'x')).toThrow(RangeError);
  });
});

describe('monthlyMinor', () => {
  it('normalises every interval by exact fractions', () => {
    expect(monthlyMinor(12_000, { unit: 'year', count: 1 })).toBe(1_000);
    expect(monthlyMinor(12_006, { unit: 'year', count: 1 })).toBe(1_001); // 1000.5
    expect(monthlyMinor(-12_006, { unit: 'year', count: 1 })).toBe(-1_001);
    expect(monthlyMinor(24_000, { unit: 'year', count: 2 })).toBe(1_000);
    expect(monthlyMinor(10_000, { unit: 'quarter', count: 1 })).toBe(3_333);
    expect(monthlyMinor(10_000, { unit: 'month', count: 6 })).toBe(1_667); // 1666.67
    expect(monthlyMinor(1_000, { unit: 'week', count: 1 })).toBe(4_333); // 52000/12 = 4333.33
    expect(monthlyMinor(1_000, { unit: 'week', count: 2 })).toBe(2_167); // 52000/24 = 2166.67
    expect(monthlyMinor(100, { unit: 'day', count: 1 })).toBe(3_042); // 36500/12 = 3041.67
    expect(monthlyMinor(999, { unit: 'month', count: 1 })).toBe(999);
  });

  it('refuses an interval that is not counted in whole units', () => {
    expect(() => monthlyMinor(1, { unit: 'month', count: 0 })).toThrow(RangeError);
  });
});
