/** What can be wrong with a row before its cells are read. */
export type RowProblemCode = 'too_few_fields' | 'too_many_fields' | 'unclosed_quote' | 'malformed_quote' | 'line_too_long' | 'nul_byte';

/** Why a row cannot be trusted, in words for the person whose file it is. */
export interface RowProblem {
  readonly code: RowProblemCode;
  readonly message: string;
  readonly remedy: string;
}

/** One row of a file. `line` is the line (in a workbook: the row) on which it begins, counted from 1 as editors do. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem?: RowProblem;
}

const WORDS: Readonly<Record<Exclude<RowProblemCode, 'too_few_fields' | 'too_many_fields'>, readonly [message: string, remedy: string]>> = {
  unclosed_quote: [
    'A quoted cell begins on this line and is never closed.',
    'Close the quote, or double it ("") where it belongs to the text.',
  ],
  malformed_quote: ['Text follows a closing quote before the next separator.', 'Double the quotes ("") that belong to the text.'],
  line_too_long: ['The line is longer than can be read.', 'Check for a missing line end or quote before it.'],
  nul_byte: ['The row contains a NUL byte.', 'Export the file again; it is damaged or in another encoding.'],
};

/** The problem with this code, in words. */
export function rowProblem(code: keyof typeof WORDS): RowProblem {
  const [message, remedy] = WORDS[code];
  return { code, message, remedy };
}

/** Is there a problem with a row of this many cells in a table of this many columns, or with what its cells contain? */
export function cellsProblem(cells: readonly string[], width: number): RowProblem | undefined {
  if (cells.some((cell) => cell.includes('\0'))) return rowProblem('nul_byte');
  if (cells.length === width) return undefined;
  const [code, remedy] =
    cells.length < width
      ? (['too_few_fields', 'Add the missing separators, or remove a line end inside the row.'] as const)
      : (['too_many_fields', 'Put cells that contain the separator between quotes.'] as const);
  return { code, message: `The row has ${cells.length} cells, the table has ${width} columns.`, remedy };
}

/** The same row without the blank cells that hang over the table's last column, as spreadsheets export them. */
export function withinTable(cells: readonly string[], width: number): readonly string[] {
  let length = cells.length;
  while (length > width && cells[length - 1]?.trim() === '') length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
}
