import Papa, { type ReadConfig } from 'papaparse/papaparse.js';
import { distinctNames } from './header-names.ts';

/** A cell after typing; plain text unless `typed` asked for more. */
export type TypedCell = string | number | boolean | null;

/** A row by column name; cells beyond the header stand under '__extra'. */
export type CsvRecord = Readonly<Record<string, TypedCell | readonly TypedCell[]>>;

export type CsvErrorKind = 'delimiter_not_detected' | 'unclosed_quote' | 'malformed_quote' | 'too_few_fields' | 'too_many_fields';

/** One thing wrong with the text; `row` is the index of the data row, the header not counted. */
export interface CsvError {
  readonly kind: CsvErrorKind;
  readonly row?: number;
}

export interface ParseCsvOptions {
  /** 'auto' finds it out among , tab | ; and the ASCII record and unit separators. */
  readonly delimiter?: string;
  readonly newline?: 'auto' | '\n' | '\r' | '\r\n';
  readonly quote?: string;
  /** The character before a quote that makes it part of the text; the quote itself when not given. */
  readonly escape?: string;
  /** Lines that begin with this text are left out. */
  readonly comments?: string;
  readonly header?: boolean;
  readonly skipEmptyLines?: 'empty' | 'blank';
  /** At most so many data rows; 0 = all. */
  readonly previewRows?: number;
  /** Columns (by name or index) whose numbers and booleans become values. */
  readonly typed?: true | readonly (string | number)[];
}

export interface ParsedCsv {
  readonly rows: readonly (readonly TypedCell[])[];
  /** The same rows by column name; null without a header. */
  readonly records: readonly CsvRecord[] | null;
  readonly fields: readonly string[] | null;
  readonly errors: readonly CsvError[];
  readonly delimiter: string;
  readonly newline: string;
}

const EXTRA = '__extra';
const NUMBER = /^\s*-?(\d+\.?|\.\d+|\d+\.\d+)([eE][-+]?\d+)?\s*$/;
// 2^53: from here on a double no longer holds every whole number, so the text stays text.
const EXACT = 9_007_199_254_740_992;
const ERROR_KINDS: Readonly<Record<string, CsvErrorKind>> = {
  UndetectableDelimiter: 'delimiter_not_detected',
  MissingQuotes: 'unclosed_quote',
  InvalidQuotes: 'malformed_quote',
};

/** Which rows does this CSV text hold, and what is wrong with them? Nothing throws: a doubtful row is kept and reported. */
export function parseCsv(text: string, options: ParseCsvOptions = {}): ParsedCsv {
  const read = Papa.parse(text, readConfig(options));
  const headerRows = options.header === true ? 1 : 0;
  const errors = read.errors.map((error) => csvError(error.code, error.row, headerRows));
  const common = { delimiter: read.meta.delimiter, newline: read.meta.linebreak };
  if (options.header !== true) return { ...common, rows: typedRows(read.data, null, options.typed), records: null, fields: null, errors };
  const fields = distinctNames(read.data[0] ?? []);
  const rows = typedRows(read.data.slice(1), fields, options.typed);
  const records = rows.map((row) => recordOf(row, fields));
  return { ...common, rows, records, fields, errors: [...errors, ...mismatches(rows, fields.length)] };
}

function readConfig(options: ParseCsvOptions): ReadConfig {
  const { previewRows = 0, header = false } = options;
  return {
    delimiter: options.delimiter === 'auto' ? '' : (options.delimiter ?? ''),
    newline: options.newline === 'auto' ? '' : (options.newline ?? ''),
    quoteChar: options.quote ?? '"',
    escapeChar: options.escape ?? options.quote ?? '"',
    comments: options.comments ?? false,
    preview: previewRows === 0 ? 0 : previewRows + (header ? 1 : 0),
    // The quick path counts comment lines as rows of the preview.
    ...(previewRows > 0 && options.comments !== undefined ? { fastMode: false } : {}),
    skipEmptyLines: options.skipEmptyLines === 'blank' ? 'greedy' : options.skipEmptyLines === 'empty',
  };
}

function csvError(code: string, row: number | undefined, headerRows: number): CsvError {
  const kind = ERROR_KINDS[code] ?? 'malformed_quote';
  return row === undefined ? { kind } : { kind, row: Math.max(0, row - headerRows) };
}

function mismatches(rows: readonly (readonly TypedCell[])[], width: number): readonly CsvError[] {
  return rows.flatMap((cells, row): readonly CsvError[] => {
    if (cells.length === width) return [];
    return [{ kind: cells.length < width ? 'too_few_fields' : 'too_many_fields', row }];
  });
}

// Own properties only: a column named '__proto__' is data like any other.
function recordOf(row: readonly TypedCell[], fields: readonly string[]): CsvRecord {
  const entries: [string, TypedCell | readonly TypedCell[]][] = row
    .slice(0, fields.length)
    .map((cell, index) => [fields[index] ?? '', cell]);
  return Object.fromEntries(row.length > fields.length ? [...entries, [EXTRA, row.slice(fields.length)] as const] : entries);
}

function typedRows(rows: readonly (readonly string[])[], fields: readonly string[] | null, typed: ParseCsvOptions['typed']) {
  if (typed === undefined) return rows;
  const wanted = (index: number): boolean => typed === true || typed.includes(index) || typed.includes(nameOf(index, fields));
  return rows.map((row) => row.map((cell, index) => (wanted(index) ? typedCell(cell) : cell)));
}

function nameOf(index: number, fields: readonly string[] | null): string {
  return fields === null ? String(index) : (fields[index] ?? EXTRA);
}

function typedCell(cell: string): TypedCell {
  if (cell === 'true' || cell === 'TRUE') return true;
  if (cell === 'false' || cell === 'FALSE') return false;
  if (cell === '') return null;
  if (!NUMBER.test(cell)) return cell;
  const value = Number.parseFloat(cell);
  return Math.abs(value) < EXACT ? value : cell;
}
