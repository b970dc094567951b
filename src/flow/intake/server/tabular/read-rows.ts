import type { Readable } from 'node:stream';
import { OperatorError } from '#kernel/app-error.ts';
import type { CsvFormat } from '../../domain/tabular/csv-format.ts';
import { createRecordReader, type RecordReaderOptions } from '../../domain/tabular/record-reader.ts';
import type { SourceRow } from '../../domain/tabular/row-problem.ts';
import { readWorkbook, type XlsxFormat } from './read-workbook.ts';
import { textOfBytes } from './text-of-bytes.ts';

/** How a file is to be read, whichever kind it is. */
export type TableFormat = ({ readonly fileKind: 'csv' } & CsvFormat) | ({ readonly fileKind: 'xlsx' } & XlsxFormat);

export interface ReadRowsOptions extends RecordReaderOptions {
  /** Rows per piece; default 1,000. */
  readonly pieceRows?: number;
}

/**
 * Which rows does this file hold, in pieces? A CSV file of any size takes constant memory; the header is left out; a row that cannot be
 * trusted carries its problem and does not end the file. A workbook must be a file on disk.
 */
export async function* readRows(
  source: string | Readable,
  format: TableFormat,
  options: ReadRowsOptions = {},
): AsyncGenerator<readonly SourceRow[]> {
  const size = options.pieceRows ?? 1_000;
  let waiting: SourceRow[] = [];
  for await (const rows of rowsOf(source, format, options)) {
    waiting = waiting.length === 0 ? [...rows] : waiting.concat(rows);
    let from = 0;
    for (; waiting.length - from >= size; from += size) yield waiting.slice(from, from + size);
    waiting = waiting.slice(from);
  }
  if (waiting.length > 0) yield waiting;
}

async function* rowsOf(source: string | Readable, format: TableFormat, options: RecordReaderOptions): AsyncGenerator<readonly SourceRow[]> {
  if (format.fileKind === 'xlsx') {
    if (typeof source !== 'string')
      throw new OperatorError('unsupported', 'A workbook cannot be read from a stream.', { remedy: 'Store it as a file first.' });
    yield await readWorkbook(source, format);
    return;
  }
  const reader = createRecordReader(format, options);
  for await (const text of textOfBytes(source, format.encoding)) yield reader.push(text);
  yield reader.end();
}
