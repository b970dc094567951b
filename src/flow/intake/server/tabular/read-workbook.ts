import { readSheet } from 'read-excel-file/node';
import { AppError } from '#kernel/app-error.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import { cellsProblem, type SourceRow, withinTable } from '../../domain/tabular/row-problem.ts';
import { sheetNames, WORKBOOK_LIMITS, type WorkbookLimits } from './open-workbook.ts';

/** How a sheet of a workbook is to be read; without a name the first sheet. */
export interface XlsxFormat {
  readonly sheet: string | null;
  readonly header: boolean;
}

type ExcelCell = string | number | boolean | Date | null;

/**
 * Which rows does a sheet hold, as text? Dates as 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM:SS' (local, a workbook knows no zone), numbers with a
 * decimal point, booleans as TRUE and FALSE. Blank rows and the header are left out. The whole sheet is held in memory.
 */
export async function readWorkbook(
  path: string,
  format: XlsxFormat,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<readonly SourceRow[]> {
  const names = await sheetNames(path, limits);
  const sheet = format.sheet ?? names[0];
  if (sheet === undefined || !names.includes(sheet)) {
    throw new AppError('not_found', IMPORT_SAYS.sheet_unknown({ sheet: sheet ?? '', sheets: names }));
  }
  const rows = (await sheetCells(path, sheet))
    .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  // The reader pads every row to the width of the widest; the first row says how wide the table is.
  const width = lastFilled(first.cells) + 1;
  return (format.header ? rest : rows).map((row) => {
    const cells = withinTable(row.cells, width);
    const problem = cellsProblem(cells, width);
    return problem === undefined ? { line: row.line, cells } : { line: row.line, cells, problem };
  });
}

async function sheetCells(path: string, sheet: string): Promise<readonly (readonly ExcelCell[])[]> {
  try {
    return (await readSheet(path, sheet, { trim: false })) as readonly (readonly ExcelCell[])[];
  } catch (error) {
    const [, row, column] = /row (\d+), col (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    const said =
      row === undefined || column === undefined
        ? IMPORT_SAYS.sheet_unreadable({ sheet })
        : IMPORT_SAYS.sheet_unreadable_at({ sheet, row, column });
    throw new AppError('malformed', said, { cause: error });
  }
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '');
}

function cellText(cell: ExcelCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'string') return cell;
  // A spreadsheet shows 15 digits; the ones behind (0.30000000000000004) are rounding, not data.
  return String(Number(cell.toPrecision(15)));
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19).split('T');
  // Day 0 of the workbook's calendar is how it stores a time of day without a date.
  if (day < '1900-01-01') return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
