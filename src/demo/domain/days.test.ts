import { describe, expect, it } from 'vitest';
import { dateOf, weekdayOf } from '#kernel/calendar.ts';
import { daysOf } from './days.ts';

describe('daysOf', () => {
  const days = daysOf({ endsOn: '2026-11-21', months: 18, timeZone: 'America/New_York' });

  it('covers the months up to the last date', () => {
    expect(days.dateOf(0)).toBe('2025-05-22');
    expect(days.dateOf(days.count - 1)).toBe('2026-11-21');
    expect(dateOf(days.endsAt - 1, 'America/New_York')).toBe('2026-11-21');
    expect(days.dayOf('2025-05-23')).toBe(1);
  });

  it('knows weekdays and local midnights through changes of the clocks', () => {
    for (let day = 0; day < days.count; day += 13) {
      expect(days.weekdayOf(day) + 1).toBe(weekdayOf(days.dateOf(day)));
      for (const zone of ['America/New_York', 'Asia/Shanghai', 'Europe/Madrid'])
        expect(dateOf(days.startOf(day, zone), zone)).toBe(days.dateOf(day));
    }
  });

  it('remembers month ends', () => {
    const day = days.dayOf('2025-08-31');
    expect(days.dateOf(days.monthsAfter(day, 1))).toBe('2025-09-30');
    expect(days.dateOf(days.monthsAfter(day, 2))).toBe('2025-10-31');
  });
});
