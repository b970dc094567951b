import { describe, expect, it } from 'vitest';
import { unusualDays } from './unusual-volume.ts';

/** Nine weeks of a product that is used on weekdays, give or take what chance gives. */
const weeks = (usual: number, chance: (day: number) => number = () => 0): number[] =>
  Array.from({ length: 63 }, (_, day) => Math.round((day % 7 < 5 ? usual : usual / 10) + chance(day)));

/** Numbers spread evenly over [0, 1), the same every time (Park and Miller's generator). */
const evenDraws = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

describe('unusual volumes', () => {
  it('finds the day that lost most of its events, and no other', () => {
    const counts = weeks(400, (day) => ((day * 37) % 21) - 10);
    counts[59] = 40;
    expect(unusualDays(counts)).toMatchObject([{ index: 59, count: 40 }]);
    expect(unusualDays(counts)[0]!.usual).toBeGreaterThan(380);
  });

  it('finds a flood, and silence', () => {
    const flood = weeks(400);
    flood[60] = 2_000;
    expect(unusualDays(flood).map(({ index }) => index)).toEqual([60]);
    const silent = weeks(400).map((count, day) => (day > 57 ? 0 : count));
    expect(unusualDays(silent).map(({ index }) => index)).toEqual([58, 59, 60, 61, 62].filter((day) => weeks(400)[day]! > 0));
  });

  it('does not take weekends for a loss, nor growth for a flood', () => {
    expect(unusualDays(weeks(400))).toEqual([]);
    const growing = Array.from({ length: 63 }, (_, day) => Math.round(300 * 1.006 ** day));
    expect(unusualDays(growing)).toEqual([]);
  });

  it('judges neither rare events nor short histories', () => {
    expect(unusualDays([...Array.from({ length: 62 }, () => 3), 30])).toEqual([]);
    expect(unusualDays([...Array.from({ length: 20 }, () => 400), 0])).toEqual([]);
  });

  it('raises few false alarms where only chance is at work', () => {
    // Poisson by the normal approximation, which is close enough at these sizes.
    const draw = evenDraws(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    const alarms = Array.from({ length: 500 }, () =>
      unusualDays(Array.from({ length: 63 }, () => Math.max(0, Math.round(100 + 10 * normal())))),
    ).flat();
    expect(alarms.length / (500 * 7)).toBeLessThan(0.001);
  });
});
