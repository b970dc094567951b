import { describe, expect, it } from 'vitest';
import { formulaOf } from './formula.ts';

const worked = (text: string, values: readonly (number | null)[]): number | null | string => {
  const formula = formulaOf(text, values.length);
  return formula.ok ? formula.of(values) : `at ${formula.at}`;
};

describe('a formula', () => {
  it.each([
    ['A', [3], 3],
    ['A + B * 2', [1, 2], 5],
    ['(A + B) * 2', [1, 2], 6],
    ['A - B - 1', [5, 2], 2],
    ['A / B / 2', [12, 3], 2],
    ['-A + 0.5', [2], -1.5],
    ['A / B', [1, 0], null],
    ['A / B', [0, 0], null],
    ['A + B', [1, null], null],
  ] as const)('%s of %j is %s', (text, values, wanted) => {
    expect(worked(text, values)).toBe(wanted);
  });

  it.each([
    ['', 'at 1'],
    ['A +', 'at 4'],
    ['A B', 'at 3'],
    ['A / C', 'at 5'],
    ['(A', 'at 3'],
    ['A; B', 'at 2'],
    ['a', 'at 1'],
  ])("'%s' cannot be read %s", (text, wanted) => {
    expect(worked(text, [1, 2])).toBe(wanted);
  });
});
