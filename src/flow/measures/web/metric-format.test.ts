import { describe, expect, it } from 'vitest';
import { changeOf, figureText, formatOf } from './metric-format.ts';

const reader = { locale: 'en-US', timeZone: 'UTC' };
const metric = (unit: 'ratio' | 'multiple') => ({ unit, currency: null });

describe('formatOf', () => {
  it('writes shares as percentages and multiples as numbers', () => {
    expect(figureText(reader, { value: 1.08 }, formatOf(metric('ratio')))).toBe('108%');
    expect(figureText(reader, { value: 1.84 }, formatOf(metric('multiple')))).toBe('1.8');
  });
});

describe('figureText', () => {
  it('tells "nothing lost" from "nothing known"', () => {
    const format = formatOf(metric('multiple'));
    expect(figureText(reader, { value: null, numerator: 500 }, format)).toBe('∞');
    expect(figureText(reader, { value: null }, format)).toBeNull();
  });

  it('writes days and hours with their unit', () => {
    expect(figureText(reader, { value: 12.34 }, { kind: 'day' })).toBe('12.3 days');
    expect(figureText(reader, { value: 5 }, { kind: 'hour' })).toBe('5 hr');
  });
});

describe('changeOf', () => {
  it('is in points for shares and relative for amounts', () => {
    expect(changeOf({ value: 0.9 }, { value: 0.8 }, { kind: 'percent' })).toEqual({ value: expect.closeTo(0.1), unit: 'points' });
    expect(changeOf({ value: 150 }, { value: 100 }, { kind: 'money', currency: 'USD' })).toEqual({ value: 0.5, unit: 'percent' });
  });

  it('cannot be told from nothing', () => {
    expect(changeOf({ value: 5 }, { value: 0 }, { kind: 'number' }).value).toBeNull();
    expect(changeOf({ value: 5 }, null, { kind: 'number' }).value).toBeNull();
  });
});
