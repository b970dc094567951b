import type { Question } from '../../question-contracts.ts';
import { ALL, OTHERS } from './slices.ts';

/** The rows of each slice, the one with most `size` first, then by name, those put together last; without a breakdown always one slice, of all. */
export function slicesInOrder<Row extends { readonly slice: string }>(
  rows: readonly Row[],
  { breakdown }: Pick<Question, 'breakdown'>,
  size: (row: Row) => number,
): readonly (readonly [slice: string, rows: readonly Row[]])[] {
  if (breakdown === null) return [[ALL, rows]];
  const sized = [...Map.groupBy(rows, ({ slice }) => slice)].map(([slice, own]) => ({
    ...{ slice, own, isRest: Number(slice === OTHERS) },
    size: own.reduce((sum, row) => sum + size(row), 0),
  }));
  return sized
    .sort((a, b) => a.isRest - b.isRest || b.size - a.size || (a.slice < b.slice ? -1 : 1))
    .map(({ slice, own }) => [slice, own] as const);
}
