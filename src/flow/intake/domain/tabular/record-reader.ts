import Papa from 'papaparse/papaparse.js';
import { AppError } from '#kernel/app-error.ts';
import type { Said } from '#kernel/saying.ts';
import { IMPORT_SAYS } from '../imports/import-sayings.ts';
import { CELL_SAYS } from './cell-sayings.ts';
import type { CsvFormat } from './csv-format.ts';
import { cellsProblem, type SourceRow, withinTable } from './row-problem.ts';

/** Reads CSV text piece by piece; each call returns the rows that have become complete. The header row is not among them. */
export interface RecordReader {
  readonly push: (text: string) => readonly SourceRow[];
  readonly end: () => readonly SourceRow[];
}

export interface RecordReaderOptions {
  /** How many columns the table has; by default as many as its first row. */
  readonly columns?: number;
  /** Longest row in characters, quoted line ends included; what is longer is a missing quote or line end. */
  readonly maxRecordLength?: number;
}

const MAX_RECORD = 262_144;
// Mending a quote means reading text again. A file that needs more than this (characters, about two seconds) is not what it was taken for.
const MAX_REREAD = 40_000_000;

/**
 * A reader that no row can stop: a row with a wrong number of cells, a stray quote, an endless line or a NUL byte is returned with its
 * problem, and reading goes on at the next line. LF and CR LF both end a row, also within one file. Blank rows are left out.
 */
export function createRecordReader(format: CsvFormat, options: RecordReaderOptions = {}): RecordReader {
  const state: State = {
    format,
    lineEnd: format.newline === '\r' ? '\r' : '\n',
    maxRecord: options.maxRecordLength ?? MAX_RECORD,
    rest: '',
    line: 1,
    width: options.columns ?? null,
    headerDue: format.header,
    skipping: false,
    reread: 0,
    fresh: true,
  };
  return {
    push: (text) => {
      state.rest += state.fresh && text.startsWith('\ufeff') ? text.slice(1) : text;
      if (text !== '') state.fresh = false;
      return drain(state, false);
    },
    end: () => drain(state, true),
  };
}

interface State {
  readonly format: CsvFormat;
  readonly lineEnd: '\n' | '\r';
  readonly maxRecord: number;
  rest: string;
  /** The line on which `rest` begins. */
  line: number;
  width: number | null;
  headerDue: boolean;
  /** Within a line that was given up as too long. */
  skipping: boolean;
  reread: number;
  fresh: boolean;
}

function drain(state: State, last: boolean): readonly SourceRow[] {
  const rows: SourceRow[] = [];
  for (;;) {
    if (state.skipping && !skipLine(state)) return rows;
    const broken = readComplete(state, last, rows);
    if (!broken && (last || state.rest.length <= state.maxRecord)) return rows;
    if (state.rest === '') return rows;
    giveUpLine(state, broken, rows);
  }
}

// Reads up to the last complete row, or up to a quote that must be mended; tells which.
function readComplete(state: State, last: boolean, rows: SourceRow[]): boolean {
  const { delimiter, quote, escape: escapeChar, comments = false } = state.format;
  const text = state.rest;
  let from = 0;
  let broken = false;
  const parser = new Papa.Parser({
    delimiter,
    newline: state.lineEnd,
    quoteChar: quote,
    escapeChar,
    comments,
    step: ({ data, errors, meta }) => {
      const cells = withoutCarriageReturn(data[0] ?? []);
      const lines = countLineEnds(text, from, meta.cursor, state.lineEnd);
      const ended = text.charCodeAt(meta.cursor - 1) === state.lineEnd.charCodeAt(0) ? 1 : 0;
      // Line ends within cells; the row's own is most often the only one.
      const inside = lines === ended ? 0 : cells.reduce((sum, cell) => sum + countLineEnds(cell, 0, cell.length, state.lineEnd), 0);
      const unclosed = errors.some((error) => error.code === 'MissingQuotes');
      // A malformed quote that runs over line ends has swallowed rows that may be sound.
      if (unclosed || (errors.length > 0 && inside > 0)) {
        broken = true;
        state.reread += meta.cursor - from;
        parser.abort();
        return;
      }
      take(
        state,
        { line: state.line + lines - ended - inside, cells, problem: errors.length > 0 ? CELL_SAYS.malformed_quote() : undefined },
        rows,
      );
      state.line += lines;
      from = meta.cursor;
    },
  });
  parser.parse(text, 0, !last);
  state.rest = last && !broken ? '' : text.slice(from);
  return broken;
}

function take(
  state: State,
  row: { readonly line: number; readonly cells: readonly string[]; readonly problem: Said | undefined },
  rows: SourceRow[],
): void {
  if (row.cells.every((cell) => cell.trim() === '')) return;
  state.width ??= row.cells.length;
  if (state.headerDue) {
    state.headerDue = false;
    return;
  }
  const cells = withinTable(row.cells, state.width);
  const problem = row.problem ?? cellsProblem(cells, state.width);
  rows.push(problem === undefined ? { line: row.line, cells } : { line: row.line, cells, problem });
}

// The first line of what is left cannot be read: it is returned as it stands, cut at separators, and reading goes on behind it.
function giveUpLine(state: State, broken: boolean, rows: SourceRow[]): void {
  const found = state.rest.indexOf(state.lineEnd);
  const end = found === -1 ? state.rest.length : found;
  const tooLong = end > state.maxRecord || (found === -1 && !broken);
  if (!broken) state.reread += state.rest.length;
  if (state.reread > MAX_REREAD) {
    throw new AppError('invalid', IMPORT_SAYS.quotes_broken({ line: state.line }));
  }
  const line = state.rest.slice(0, tooLong ? Math.min(end, 1_000) : end).replace(/\r$/, '');
  take(
    state,
    {
      line: state.line,
      cells: line.split(state.format.delimiter),
      problem: tooLong ? CELL_SAYS.line_too_long() : CELL_SAYS.unclosed_quote(),
    },
    rows,
  );
  state.skipping = found === -1;
  state.rest = found === -1 ? '' : state.rest.slice(found + 1);
  if (found !== -1) state.line += 1;
}

// Drops text up to the end of a line given up earlier; false while that end has not arrived.
function skipLine(state: State): boolean {
  const found = state.rest.indexOf(state.lineEnd);
  state.rest = found === -1 ? '' : state.rest.slice(found + 1);
  if (found === -1) return false;
  state.skipping = false;
  state.line += 1;
  return true;
}

function withoutCarriageReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1);
  return last?.endsWith('\r') ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
}

function countLineEnds(text: string, from: number, to: number, lineEnd: string): number {
  let count = 0;
  for (let at = text.indexOf(lineEnd, from); at !== -1 && at < to; at = text.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}
