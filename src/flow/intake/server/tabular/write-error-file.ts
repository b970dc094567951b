import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCsv } from '../../domain/tabular/write-csv.ts';

/** A row that was not imported: where it stands in the file, what it holds, why not, and what to do. */
export interface FailedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly error: string;
  readonly remedy: string;
}

const BOM = '\ufeff';

/**
 * Writes the failed rows as they stood in the file, with their line, reason and remedy beside them, so that they can be mended and imported
 * again. UTF-8 with byte-order mark, or Excel would garble every accent; what a spreadsheet would run as a formula is disarmed.
 */
export async function writeErrorFile(
  path: string,
  columns: readonly string[],
  rows: AsyncIterable<FailedRow> | Iterable<FailedRow>,
): Promise<void> {
  await pipeline(Readable.from(errorFileText(columns, rows)), createWriteStream(path));
}

/** The same file as text, line by line, for a download. */
export async function* errorFileText(
  columns: readonly string[],
  rows: AsyncIterable<FailedRow> | Iterable<FailedRow>,
): AsyncGenerator<string> {
  yield `${BOM}${writeCsv([[...columns, 'line', 'error', 'remedy']])}\r\n`;
  for await (const row of rows) {
    // Cells of a row with too few or too many are kept in order; the three columns of ours always stand under their names.
    const cells = Array.from({ length: columns.length }, (_, index) => row.cells[index] ?? '');
    const beyond = row.cells.slice(columns.length);
    yield `${writeCsv([[...cells, row.line, row.error, row.remedy, ...beyond]])}\r\n`;
  }
}
