import type { Language } from '#kernel/words.ts';
import { writeCsv } from '../../domain/tabular/write-csv.ts';

/** A row that was not imported: where it stands in the file, what it holds, why not, and what to do. */
export interface FailedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly error: string;
  readonly remedy: string;
}

const BOM = '\ufeff';
const ADDED: Readonly<Record<Language, readonly string[]>> = {
  en: ['line', 'error', 'remedy'],
  'zh-CN': ['行号', '错误', '解决办法'],
  es: ['línea', 'error', 'solución'],
};

/**
 * The failed rows as they stood in the file, with their line, reason and remedy beside them, so that they can be mended and imported
 * again; line by line, for a download. UTF-8 with byte-order mark, or Excel would garble every accent; what a spreadsheet would run as a
 * formula is disarmed.
 */
export async function* errorFileText(
  columns: readonly string[],
  rows: AsyncIterable<FailedRow> | Iterable<FailedRow>,
  language: Language,
): AsyncGenerator<string> {
  yield `${BOM}${writeCsv([[...columns, ...ADDED[language]]])}\r\n`;
  for await (const row of rows) {
    // Cells of a row with too few or too many are kept in order; the three columns of ours always stand under their names.
    const cells = Array.from({ length: columns.length }, (_, index) => row.cells[index] ?? '');
    const beyond = row.cells.slice(columns.length);
    yield `${writeCsv([[...cells, row.line, row.error, row.remedy, ...beyond]])}\r\n`;
  }
}
