import { describe, expect, it } from 'vitest';
import { movementsOf } from './movement-rows.ts';

const row = (period: string, change: object = {}) => ({ period, slice: '*', opening: 0, new: 0, churn: 0, closing: 0, ...change });

describe('movementsOf', () => {
  it('begins with the first period that has any revenue, and keeps quiet ones after it', () => {
    const movements = movementsOf([
      row('2026-01-01'),
      row('2026-02-01', { new: 500, closing: 500 }),
      row('2026-03-01', { closing: 500 }),
      row('2026-04-01'),
    ]);
    expect(movements.map(({ period, newMinor, closingMinor }) => [period, newMinor, closingMinor])).toEqual([
      ['2026-02-01', 500, 500],
      ['2026-03-01', 0, 500],
      ['2026-04-01', 0, 0],
    ]);
  });

  it('is empty where there is no revenue at all', () => {
    expect(movementsOf([row('2026-01-01')])).toEqual([]);
  });
});
