/** The key of the slice of all. */
export const ALL = '*';

/** The key of the slice of those that are not among the largest. */
export const OTHERS = '…';

/** A row of the reference of a question: a unit, counted under a slice. */
export interface Sliced {
  readonly unit: string;
  readonly slice: string;
}

/** The same rows with all but the `top` largest slices put into one; largest by units, then by name. Null: one slice, of all. */
export function largestSlices<Row extends Sliced>(rows: readonly Row[], top: number | null): readonly Row[] {
  if (top === null) return rows.map((row) => ({ ...row, slice: ALL }));
  const sizes = [...Map.groupBy(rows, (row) => row.slice)].map(([slice, own]) => ({
    slice,
    size: new Set(own.map((row) => row.unit)).size,
  }));
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const kept = new Set(
    sizes
      .sort((a, b) => b.size - a.size || byText(a.slice, b.slice))
      .slice(0, top)
      .map(({ slice }) => slice),
  );
  return rows.map((row) => ({ ...row, slice: kept.has(row.slice) ? row.slice : OTHERS }));
}
