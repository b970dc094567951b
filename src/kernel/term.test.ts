import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import { termEndOn } from './term.ts';

describe('the end of a term', () => {
  it('is the first anniversary after the date', () => {
    expect(termEndOn('2024-03-10', 'year', '2024-03-10')).toBe('2025-03-10');
    expect(termEndOn('2024-03-10', 'year', '2025-03-09')).toBe('2025-03-10');
    expect(termEndOn('2024-03-10', 'year', '2025-03-10')).toBe('2026-03-10');
    expect(termEndOn('2024-02-29', 'year', '2024-12-31')).toBe('2025-02-28');
    expect(termEndOn('2024-02-29', 'year', '2027-06-01')).toBe('2028-02-29');
    expect(termEndOn('2024-11-15', 'quarter', '2025-02-15')).toBe('2025-05-15');
  });

  it('remembers the day of the month', () => {
    expect(termEndOn('2025-01-31', 'month', '2025-02-10')).toBe('2025-02-28');
    expect(termEndOn('2025-01-31', 'month', '2025-02-28')).toBe('2025-03-31');
  });

  it('lies after the date, and no anniversary lies between', () => {
    const day = fc.integer({ min: 0, max: 5_000 }).map((n) => addDays('2015-01-01', n));
    fc.assert(
      fc.property(day, day, fc.constantFrom('month', 'quarter', 'year'), (start, date, length) => {
        const end = termEndOn(start, length, date);
        expect(end > date && end > start).toBe(true);
        expect(termEndOn(start, length, addDays(end, -1))).toBe(end);
      }),
    );
  });
});
