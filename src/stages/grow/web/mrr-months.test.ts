import { describe, expect, it } from 'vitest';
import { monthsOfLine } from './mrr-months.ts';

describe('monthsOfLine', () => {
  it('takes the value with which each month closed, up to today', () => {
    const steps = [
      { date: '2025-11-10', mrrMinor: 100 },
      { date: '2025-11-20', mrrMinor: 300 },
      { date: '2026-01-01', mrrMinor: 0 },
    ];
    expect(monthsOfLine(steps, '2026-01-15')).toEqual([
      { month: '2025-11-01', mrrMinor: 300 },
      { month: '2025-12-01', mrrMinor: 300 },
      { month: '2026-01-01', mrrMinor: 0 },
    ]);
  });

  it('has nothing to say without steps', () => {
    expect(monthsOfLine([], '2026-01-15')).toEqual([]);
  });
});
