/** Rows of an answer, found by slice and window (from 0, in the order in which they were asked). */
export interface BySlice<Row> {
  readonly slices: readonly string[];
  get(slice: string, window: number): Row | undefined;
}

/** Finds rows that SQL numbered by window from 1. */
export const figuresBySlice = <Row extends { readonly slice: string; readonly w: number }>(rows: readonly Row[]): BySlice<Row> => {
  const found = new Map(rows.map((row) => [`${row.w} ${row.slice}`, row]));
  return { slices: [...new Set(rows.map((row) => row.slice))], get: (slice, window) => found.get(`${window + 1} ${slice}`) };
};
