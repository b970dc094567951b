import { describe, expect, it } from 'vitest';
import { type CountedRun, playResult } from './play-result.ts';

const NOW = 1_000;
const runs = (arm: CountedRun['arm'], count: number, { reached, open = 0 }: { reached: number; open?: number }): readonly CountedRun[] => [
  ...Array.from({ length: count }, (_, i): CountedRun => ({ arm, goalBy: NOW, reachedAt: i < reached ? 500 : null })),
  ...Array.from({ length: open }, (): CountedRun => ({ arm, goalBy: NOW + 1, reachedAt: 500 })),
];

describe('the result of a play', () => {
  it('compares the arms, with Newcombe’s bounds for 56/70 against 48/80', () => {
    const result = playResult([...runs('act', 70, { reached: 56 }), ...runs('hold', 80, { reached: 48 })], NOW);
    expect(result.acted).toMatchObject({ accounts: 70, reached: 56, open: 0, rate: 0.8 });
    expect(result.heldOut).toMatchObject({ accounts: 80, reached: 48, rate: 0.6 });
    expect(result.difference.value).toBeCloseTo(0.2, 12);
    expect(result.difference.low).toBeCloseTo(0.0524, 4);
    expect(result.difference.high).toBeCloseTo(0.3339, 4);
    expect(result.enough).toBe(true);
  });

  it('counts an open window neither as success nor as failure', () => {
    const result = playResult([...runs('act', 2, { reached: 1, open: 3 }), ...runs('hold', 0, { reached: 0, open: 1 })], NOW);
    expect(result.acted).toMatchObject({ accounts: 5, open: 3, reached: 1, rate: 0.5 });
    expect(result.heldOut).toEqual({ accounts: 1, open: 1, reached: 0, rate: null, low: null, high: null });
    expect(result.difference).toEqual({ value: null, low: null, high: null });
  });

  it('does not call it enough while an arm is small or everybody came to the same end', () => {
    const enough = (a: [number, number], b: [number, number]) =>
      playResult([...runs('act', a[1], { reached: a[0] }), ...runs('hold', b[1], { reached: b[0] })], NOW).enough;
    expect(enough([10, 200], [5, 19])).toBe(false);
    expect(enough([10, 200], [5, 20])).toBe(true);
    expect(enough([2, 200], [2, 20])).toBe(false);
    expect(enough([198, 200], [18, 20])).toBe(false);
  });
});
