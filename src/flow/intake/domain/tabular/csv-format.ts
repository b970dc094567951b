import { hasHeaderRow } from './looks-like-data.ts';
import { type ParseCsvOptions, parseCsv } from './parse-csv.ts';

/** How a CSV file is written, so that it can be read the same way from its first byte to its last. */
export interface CsvFormat {
  readonly delimiter: string;
  readonly newline: '\n' | '\r' | '\r\n';
  readonly quote: string;
  readonly escape: string;
  /** Lines that begin with this text are not data. */
  readonly comments?: string;
  readonly encoding: string;
  readonly bom: boolean;
  /** Does the first row name the columns? */
  readonly header: boolean;
}

const BOM = '\ufeff';
const SAMPLE_ROWS = 200;
const LINE_ENDS = /\r\n|\n|\r/;

/**
 * How is the file written that begins with this text? Delimiter and line end as `parseCsv` finds them with 'auto'; a single column
 * reads as comma separated, and a `wanted` delimiter is taken as given. The sample should end at the file's end or hold some hundred rows; a cut last row does no harm.
 */
export function detectCsvFormat(sample: string, encoding = 'utf-8', wanted?: string): CsvFormat {
  const bom = sample.startsWith(BOM);
  const text = bom ? sample.slice(1) : sample;
  const quote = detectQuote(text);
  const sep = /^"?sep=(.)"?(?=[\r\n])/i.exec(text);
  // Excel's own hint line is no data; reading it as a comment keeps every later line number true.
  const comments = sep === null ? detectComments(text) : text.slice(0, text.search(LINE_ENDS));
  const common = { quote, ...(comments === undefined ? {} : { comments }) };
  const delimiter = wanted ?? sep?.[1] ?? delimiterOf(text, common);
  const options = { ...common, delimiter, escape: detectEscape(text, { ...common, delimiter }), newline: newlineOf(text, common) };
  const { rows } = parseCsv(text, { ...options, previewRows: SAMPLE_ROWS, skipEmptyLines: 'blank' });
  return { ...options, encoding, bom, header: hasHeaderRow(rows.map((row) => row.map(String))) };
}

function newlineOf(text: string, options: ParseCsvOptions): '\n' | '\r' | '\r\n' {
  const { newline } = parseCsv(text, { ...options, previewRows: 1 });
  return newline === '\r' || newline === '\r\n' ? newline : '\n';
}

// No candidate means a single column; blank lines must not count as rows of one field.
function delimiterOf(text: string, options: ParseCsvOptions): string {
  const attempt = parseCsv(text, { ...options, previewRows: SAMPLE_ROWS, skipEmptyLines: 'blank' });
  return attempt.errors.some((error) => error.kind === 'delimiter_not_detected') ? ',' : attempt.delimiter;
}

function detectQuote(text: string): string {
  const double = countMatches(text, /(?:^|[,;\t|\r\n])"/g);
  const single = countMatches(text, /(?:^|[,;\t|\r\n])'[^'\r\n]*'(?=[,;\t|\r\n]|$)/g);
  return double === 0 && single >= 4 ? "'" : '"';
}

// A backslash before a quote is an escape only where reading it so mends the quoting; in Windows paths it is just text.
function detectEscape(text: string, options: ParseCsvOptions & { readonly quote: string }): string {
  if (!text.includes(`\\${options.quote}`)) return options.quote;
  const faults = (mark: string): number =>
    parseCsv(text, { ...options, escape: mark, previewRows: SAMPLE_ROWS }).errors.filter((error) => error.kind === 'malformed_quote')
      .length;
  return faults('\\') < faults(options.quote) ? '\\' : options.quote;
}

// '#' also heads a column of row numbers ("#,name"): leading lines are comments only when the rows below are wider than they are.
function detectComments(text: string): string | undefined {
  const lines = text.split(LINE_ENDS, 50);
  const first = lines.findIndex((line) => !line.startsWith('#'));
  if (first <= 0) return undefined;
  const width = (line: string | undefined): number => (line ?? '').split(/[,;\t|]/).length;
  return lines.slice(0, first).every((line) => width(line) < width(lines[first]) || /^#\s/.test(line)) ? '#' : undefined;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
