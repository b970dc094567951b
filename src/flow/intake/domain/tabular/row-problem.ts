import type { Said } from '#kernel/saying.ts';
import { CELL_SAYS } from './cell-sayings.ts';

/** One row of a file. `line` is the line (in a workbook: the row) on which it begins, counted from 1 as editors do. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why its cells cannot be trusted. */
  readonly problem?: Said;
}

/** Is there a problem with a row of this many cells in a table of this many columns, or with what its cells contain? */
export function cellsProblem(cells: readonly string[], width: number): Said | undefined {
  if (cells.some((cell) => cell.includes('\0'))) return CELL_SAYS.row_nul_byte();
  if (cells.length === width) return undefined;
  const counts = { cells: cells.length, width };
  return cells.length < width ? CELL_SAYS.too_few_fields(counts) : CELL_SAYS.too_many_fields(counts);
}

/** The same row without the blank cells that hang over the table's last column, as spreadsheets export them. */
export function withinTable(cells: readonly string[], width: number): readonly string[] {
  let length = cells.length;
  while (length > width && cells[length - 1]?.trim() === '') length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
}
