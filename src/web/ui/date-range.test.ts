import { describe, expect, it } from 'vitest';
import { calendarDay, daysOfRange, endOfDay } from './date-range.ts';

describe('daysOfRange', () => {
  it('counts today as the last of a rolling range', () => {
    expect(daysOfRange({ preset: '7d' }, '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
    expect(daysOfRange({ preset: '28d' }, '2026-03-28')).toEqual({ from: '2026-03-01', to: '2026-03-28' });
  });

  it('starts calendar ranges on their first day', () => {
    expect(daysOfRange({ preset: 'month' }, '2026-05-17').from).toBe('2026-05-01');
    expect(daysOfRange({ preset: 'quarter' }, '2026-05-17').from).toBe('2026-04-01');
    expect(daysOfRange({ preset: 'year' }, '2026-05-17').from).toBe('2026-01-01');
    expect(daysOfRange({ preset: '12m' }, '2026-05-17').from).toBe('2025-06-01');
  });

  it('ends on the as-of day', () => {
    expect(daysOfRange({ preset: 'month', asOf: '2024-02-29' }, '2026-05-17')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });

  it('has no first day for all time, and takes custom days as they are', () => {
    expect(daysOfRange({ preset: 'all' }, '2026-05-17').from).toBeNull();
    expect(daysOfRange({ preset: 'custom', from: '2025-01-02', to: '2025-01-03' }, '2026-05-17')).toEqual({
      from: '2025-01-02',
      to: '2025-01-03',
    });
  });
});

describe('calendarDay', () => {
  it('is the day of the zone, not of UTC', () => {
    const lateInTokyo = Date.UTC(2026, 0, 31, 16);
    expect(calendarDay(lateInTokyo, 'Asia/Tokyo')).toBe('2026-02-01');
    expect(calendarDay(lateInTokyo, 'UTC')).toBe('2026-01-31');
  });
});

describe('endOfDay', () => {
  it('is the last instant of the day in its zone, also when the clocks change', () => {
    expect(endOfDay('2026-05-17', 'UTC')).toBe(Date.UTC(2026, 4, 18) - 1);
    expect(endOfDay('2026-03-29', 'Europe/Madrid')).toBe(Date.UTC(2026, 2, 29, 22) - 1);
  });
});
