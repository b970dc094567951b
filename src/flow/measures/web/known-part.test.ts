import { describe, expect, it } from 'vitest';
import { firstKnown, livedCohorts, unfinishedOf } from './known-part.ts';

const point = (value: number | null, more: object = {}) => ({ period: '2026-01-01', value, ...more });

describe('firstKnown', () => {
  it('begins where any series has something', () => {
    expect(
      firstKnown([{ points: [point(0), point(null), point(0), point(3)] }, { points: [point(0), point(null), point(5), point(0)] }]),
    ).toBe(2);
  });

  it('keeps a zero that was measured', () => {
    expect(firstKnown([{ points: [point(null), point(0, { n: 12 }), point(0.5)] }])).toBe(1);
  });

  it('keeps all periods when there is nothing', () => {
    expect(firstKnown([{ points: [point(null), point(null)] }])).toBe(0);
  });
});

describe('unfinishedOf', () => {
  it('counts the periods at the end that were not over', () => {
    expect(unfinishedOf([point(1), point(2, { immature: true })])).toBe(1);
    expect(unfinishedOf([point(1), point(2)])).toBe(0);
  });
});

describe('livedCohorts', () => {
  it('drops periods in which nobody began, and those that no cohort has reached', () => {
    const later = { value: null, immature: true };
    const grid = {
      periods: [0, 1, 2],
      rows: [
        { cohort: '2026-01-01', size: 0, cells: [point(null), point(null), later] },
        { cohort: '2026-02-01', size: 4, cells: [{ value: 1 }, { value: 0.5 }, later] },
        { cohort: '2026-03-01', size: 2, cells: [{ value: 1 }, later, later] },
      ],
      average: [{ value: 1 }, { value: 0.5 }, later],
    };
    const lived = livedCohorts(grid);
    expect(lived.rows.map((row) => row.cohort)).toEqual(['2026-02-01', '2026-03-01']);
    expect(lived.periods).toEqual([0, 1]);
    expect(lived.rows[1]?.cells).toEqual([{ value: 1 }, later]);
  });
});
