import { describe, expect, it } from 'vitest';
import { leftAfter, mayStillReach, notCounted } from './funnel-figures.ts';

const TIMES = { n: 0, mean: null, lower: null, median: null, upper: null };
const step = (units: number, open: number) => ({
  ...{ units, open, fromFirst: { value: null }, fromPrevious: { value: null }, timeFromFirst: TIMES, timeFromPrevious: TIMES },
});
const STEPS = [step(100, 10), step(60, 5), step(20, 0)];

describe('a funnel', () => {
  it('loses those who neither went on nor still have time', () => {
    expect([leftAfter(STEPS, 0), leftAfter(STEPS, 1), leftAfter(STEPS, 2)]).toEqual([30, 35, 0]);
  });

  it('may still be passed by those who have time at any step before', () => {
    expect([mayStillReach(STEPS, 0), mayStillReach(STEPS, 1), mayStillReach(STEPS, 2)]).toEqual([0, 10, 15]);
  });

  it('tells who is in no share: all who have time, gone through or not', () => {
    const last = { ...step(20, 0), fromFirst: { value: 0.125, numerator: 10, denominator: 80 } };
    expect(notCounted([step(100, 10), step(60, 5), last])).toEqual({ entered: 20, through: 10 });
    expect(notCounted(STEPS)).toEqual({ entered: 100, through: 20 });
  });
});
