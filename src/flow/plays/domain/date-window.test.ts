import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import { dateWindow, isWindowOpen, windowCondition } from './date-window.ts';

describe('the window of a date', () => {
  it('opens so many days before and closes on the date, or opens after it for two weeks', () => {
    expect(dateWindow('2026-08-08', 90)).toEqual({ opensOn: '2026-05-10', closesOn: '2026-08-08' });
    expect(dateWindow('2026-04-26', -14)).toEqual({ opensOn: '2026-05-10', closesOn: '2026-05-24' });
    expect(dateWindow('2026-04-26', 0)).toEqual({ opensOn: '2026-04-26', closesOn: '2026-05-10' });
  });

  it('is asked of records with the same answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -120, max: 120 }), (offset, days) => {
        const [today, date] = ['2026-05-10', addDays('2026-05-10', offset)];
        expect(holds(windowCondition('renews_on', days, today), () => date, 0)).toBe(isWindowOpen(date, days, today));
      }),
    );
  });
});
