import { describe, expect, it } from 'vitest';
import { randomOf } from './random.ts';

const first = (seed: number, ...name: (string | number)[]): number[] => {
  const random = randomOf(seed, ...name);
  return Array.from({ length: 8 }, () => random.next());
};

describe('randomOf', () => {
  it('gives the same numbers for the same name, others for another name or seed', () => {
    expect(first(1, 'account', 17)).toEqual(first(1, 'account', 17));
    expect(first(1, 'account', 17)).not.toEqual(first(1, 'account', 18));
    expect(first(1, 'account', 17)).not.toEqual(first(2, 'account', 17));
  });

  it('has sub-streams that do not depend on what was drawn before', () => {
    const [fresh, used] = [randomOf(7), randomOf(7)];
    for (let draw = 0; draw < 100; draw++) used.next();
    expect(used.of('usage', 3).next()).toBe(fresh.of('usage', 3).next());
    expect(fresh.of('usage', 3).next()).toBe(randomOf(7, 'usage', 3).next());
  });

  it('draws evenly, normally and in Poisson counts', () => {
    const random = randomOf(3);
    const draws = Array.from({ length: 20_000 }, () => ({
      even: random.next(),
      normal: random.normal(),
      count: random.count(4),
      wait: random.exponential(5),
    }));
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(draws.map(({ even }) => even))).toBeCloseTo(0.5, 1);
    expect(mean(draws.map(({ normal }) => normal))).toBeCloseTo(0, 1);
    expect(mean(draws.map(({ normal }) => normal ** 2))).toBeCloseTo(1, 1);
    expect(mean(draws.map(({ count }) => count))).toBeCloseTo(4, 0);
    expect(mean(draws.map(({ wait }) => wait))).toBeCloseTo(5, 0);
  });

  it('picks by weight and never what weighs nothing', () => {
    const random = randomOf(4);
    const picked = Array.from({ length: 10_000 }, () => random.weighted([1, 0, 3]));
    expect(picked).not.toContain(1);
    expect(picked.filter((index) => index === 2).length / picked.length).toBeCloseTo(0.75, 1);
    expect(random.weighted([0, 0])).toBe(-1);
  });
});
