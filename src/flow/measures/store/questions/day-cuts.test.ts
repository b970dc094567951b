import { describe, expect, it } from 'vitest';
import { DAY_MS, dayCuts, dayPieces, HOUR_MS } from './day-cuts.ts';

const at = (day: number, hour: number): number => day * DAY_MS + hour * HOUR_MS;

describe('days of UTC', () => {
  it('are whole where all instants are midnights, and where there are none', () => {
    expect(dayPieces(dayCuts([at(3, 0), at(9, 0)])!)).toHaveLength(1);
    expect(dayPieces(dayCuts([])!)).toHaveLength(1);
  });

  it('are cut at one hour until the clocks change, also on a day with a midnight besides', () => {
    expect(dayCuts([at(9, 22), at(3, 23), at(4, 0), at(4, 23), at(8, 22)])).toEqual([
      { hour: 23, until: 8 },
      { hour: 22, until: Number.POSITIVE_INFINITY },
    ]);
  });

  it('are not cut within hours, twice, or in too many ways', () => {
    expect(dayCuts([at(3, 0) + 1_800_000])).toBe(null);
    expect(dayCuts([at(3, 5), at(3, 6)])).toBe(null);
    expect(dayCuts(Array.from({ length: 21 }, (_, day) => at(day, 1 + (day % 2))))).toBe(null);
  });
});
