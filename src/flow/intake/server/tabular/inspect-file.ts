import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { AppError } from '#kernel/app-error.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import type { ColumnFormat } from '../../domain/tabular/column-format.ts';
import { type CsvFormat, detectCsvFormat } from '../../domain/tabular/csv-format.ts';
import { type DetectedEncoding, detectEncoding } from '../../domain/tabular/encoding.ts';
import { columnLabels } from '../../domain/tabular/header-names.ts';
import { inferColumn } from '../../domain/tabular/infer-column.ts';
import { hasHeaderRow } from '../../domain/tabular/looks-like-data.ts';
import type { SourceRow } from '../../domain/tabular/row-problem.ts';
import { settleColumns } from '../../domain/tabular/settle-columns.ts';
import { sheetNames } from './open-workbook.ts';
import { readRows, type TableFormat } from './read-rows.ts';
import { textOfBytes } from './text-of-bytes.ts';

/** One column as found: its name (made up where the file has none), different values from it, and what they are. */
export interface InspectedColumn {
  readonly name: string;
  readonly sample: readonly string[];
  readonly inferred: ColumnFormat;
}

export interface InspectedFile {
  readonly fileKind: 'csv' | 'xlsx';
  readonly format: TableFormat;
  /** False when the encoding is only likely; a person is to be asked. */
  readonly encodingSure: boolean;
  readonly sheets?: readonly string[];
  readonly columns: readonly InspectedColumn[];
  readonly rowCountEstimate: number;
  /** True when every row was counted. */
  readonly rowCountExact: boolean;
  readonly firstRows: readonly (readonly string[])[];
}

/** What a person said about how the file is written, where detection was wrong; null and absent mean that nothing was said. */
export interface WantedForm {
  readonly sheet?: string | null;
  readonly encoding?: string;
  readonly delimiter?: string;
}

const SAMPLE_BYTES = 262_144;
const MAX_EVIDENCE = 8;
// Up to here a file is read whole; of a larger one the count is an estimate and columns are judged by its first part.
const MAX_READ_BYTES = 67_108_864;
const DENSE_ROWS = 2_000;
const KEEP_EVERY = 10;
const MAX_KEPT = 20_000;
const FIRST_ROWS = 20;

/** What is this file, how is it to be read, and what are its columns? The answer is a proposal for a person to confirm. */
export async function inspectFile(path: string, filename: string, wanted: WantedForm = {}): Promise<InspectedFile> {
  const { size } = await stat(path);
  if (size === 0) throw new AppError('invalid', IMPORT_SAYS.file_empty({ file: filename }));
  const isZip = (await firstBytes(path, 4)).equals(Buffer.from('PK\x03\x04', 'latin1'));
  if (isZip) return inspectWorkbook(path, wanted.sheet ?? null);
  if (/\.xlsx?$/i.test(filename)) {
    throw new AppError('unsupported', IMPORT_SAYS.file_not_xlsx({ file: filename }));
  }
  return inspectCsv(path, size, wanted);
}

async function inspectWorkbook(path: string, wanted: string | null): Promise<InspectedFile> {
  const sheets = await sheetNames(path);
  const sheet = wanted ?? sheets[0] ?? null;
  const rows: SourceRow[] = [];
  for await (const piece of readRows(path, { fileKind: 'xlsx', sheet, header: false })) rows.push(...piece);
  const header = hasHeaderRow(rows.map((row) => row.cells));
  const first = header ? (rows[0]?.cells ?? []) : [];
  const data = header ? rows.slice(1) : rows;
  const kept = data.filter((_, index) => isKept(index)).slice(0, MAX_KEPT);
  return {
    ...described(first, rows[0]?.cells.length ?? 0, kept),
    fileKind: 'xlsx',
    format: { fileKind: 'xlsx', sheet, header },
    encodingSure: true,
    sheets,
    rowCountEstimate: data.length,
    rowCountExact: true,
  };
}

async function inspectCsv(path: string, size: number, wanted: WantedForm): Promise<InspectedFile> {
  const detected = await detectFileEncoding(path);
  const encoding = wanted.encoding ?? detected.encoding;
  const csv: CsvFormat = { ...detectCsvFormat(await sampleText(path, encoding), encoding, wanted.delimiter), bom: detected.bom };
  const format: TableFormat = { fileKind: 'csv', ...csv };
  const whole = size <= MAX_READ_BYTES;
  const source = whole ? path : createReadStream(path, { end: MAX_READ_BYTES - 1 });
  let count = 0;
  let first: SourceRow | undefined;
  const kept: SourceRow[] = [];
  for await (const piece of readRows(source, { ...format, header: false })) {
    for (const row of piece) {
      first ??= row;
      if (csv.header && row === first) continue;
      if (isKept(count) && kept.length < MAX_KEPT) kept.push(row);
      count += 1;
    }
  }
  return {
    ...described(csv.header ? (first?.cells ?? []) : [], first?.cells.length ?? 0, kept),
    fileKind: 'csv',
    format,
    encodingSure: wanted.encoding !== undefined || detected.sure,
    rowCountEstimate: whole ? count : Math.round(count * (size / MAX_READ_BYTES)),
    rowCountExact: whole,
  };
}

// Files are often sorted by date: rows from all over it are needed for one that decides the order of day and month.
function isKept(index: number): boolean {
  return index < DENSE_ROWS || index % KEEP_EVERY === 0;
}

function described(header: readonly string[], width: number, rows: readonly SourceRow[]): Pick<InspectedFile, 'columns' | 'firstRows'> {
  const sound = rows.filter((row) => row.problem === undefined);
  const columns = columnLabels(header, width).map((name, index) => {
    const values = sound.map((row) => row.cells[index] ?? '');
    const sample = [...new Set(values.slice(0, DENSE_ROWS).filter((value) => value.trim() !== ''))].slice(0, 5);
    return { name, sample, inferred: inferColumn(values, name) };
  });
  return { columns: settleColumns(columns), firstRows: rows.slice(0, FIRST_ROWS).map((row) => row.cells) };
}

async function sampleText(path: string, encoding: string): Promise<string> {
  let text = '';
  for await (const piece of textOfBytes(path, encoding)) {
    text += piece;
    if (text.length >= SAMPLE_BYTES) break;
  }
  return text;
}

// The first accent may stand a million rows down, so stretches that are plain ASCII are passed over quickly.
async function detectFileEncoding(path: string): Promise<DetectedEncoding> {
  const evidence: Buffer[] = [];
  for await (const piece of createReadStream(path, { highWaterMark: SAMPLE_BYTES })) {
    const buffer: Buffer = piece;
    if (evidence.length > 0 && isAscii(buffer)) continue;
    evidence.push(buffer);
    if (evidence.length === MAX_EVIDENCE) break;
  }
  return detectEncoding(Buffer.concat(evidence.map((buffer, index) => wholeCharacters(buffer, index > 0, index < evidence.length - 1))));
}

// Pieces that are not neighbours must not meet inside a character: they are cut back to a separator where another piece adjoins.
function wholeCharacters(buffer: Buffer, cutStart: boolean, cutEnd: boolean): Buffer {
  const from = cutStart ? Math.max(0, buffer.findIndex(isSeparator)) : 0;
  const to = cutEnd ? buffer.findLastIndex(isSeparator) + 1 : buffer.length;
  return buffer.subarray(from, Math.max(from, to));
}

// Below the digits and letters: no encoding that we read uses these bytes inside a longer character, UTF-16 aside.
function isSeparator(byte: number): boolean {
  return byte < 0x30;
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
