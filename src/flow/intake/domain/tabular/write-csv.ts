import Papa from 'papaparse/papaparse.js';

/** What one cell of a file to write may be; null and undefined are written as an empty cell. */
export type WritableCell = string | number | boolean | null | undefined;

export type CsvData =
  | readonly (readonly WritableCell[])[]
  | readonly Readonly<Record<string, WritableCell>>[]
  | {
      readonly fields: readonly string[];
      readonly data: readonly (readonly WritableCell[])[] | readonly Readonly<Record<string, WritableCell>>[];
    };

export interface WriteCsvOptions {
  readonly delimiter?: string;
  readonly newline?: '\n' | '\r' | '\r\n';
  readonly quote?: string;
  readonly escape?: string;
  /** Quote every cell, or the columns marked true; the others only when they must be. */
  readonly quotes?: boolean | readonly boolean[];
  /** Write the names of the columns first? Default true; rows without names have none. */
  readonly header?: boolean;
  readonly columns?: readonly string[];
  readonly skipEmptyLines?: 'empty' | 'blank';
  /** Disarm cells that a spreadsheet would run as a formula. Default true; switch off only for a reader that is not a spreadsheet. */
  readonly escapeFormulas?: boolean;
}

// The dot must also match line ends, or "=cmd\n" would slip through. The wide signs of East Asian keyboards are run as well.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** How is this data written as CSV? CR LF between rows and none at the end. */
export function writeCsv(data: CsvData, options: WriteCsvOptions = {}): string {
  return Papa.unparse(data, {
    delimiter: options.delimiter ?? ',',
    newline: options.newline ?? '\r\n',
    quoteChar: options.quote ?? '"',
    escapeChar: options.escape ?? options.quote ?? '"',
    quotes: options.quotes ?? false,
    header: options.header ?? true,
    ...(options.columns === undefined ? {} : { columns: options.columns }),
    skipEmptyLines: options.skipEmptyLines === 'blank' ? 'greedy' : options.skipEmptyLines === 'empty',
    ...(options.escapeFormulas === false ? {} : { escapeFormulae: FORMULA }),
  });
}
