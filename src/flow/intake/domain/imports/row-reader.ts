import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { isCurrency } from '#kernel/money.ts';
import type { FieldType, ImportField, ImportKind } from '../../contracts.ts';
import type { CellResult } from '../tabular/cell-result.ts';
import type { CellFormat, ValueKind } from '../tabular/column-format.ts';
import { type CellType, parseCell } from '../tabular/parse-value.ts';
import type { SourceRow } from '../tabular/row-problem.ts';
import { customKeyOf, fieldOf, type MappedColumn, readingOf, type SaidFormat } from './columns.ts';
import { codeFor } from './finding-words.ts';
import type { ImportRow, RowFailure, RowNote, RowReason } from './import-row.ts';
import { ROW_SAYS } from './row-sayings.ts';

/** A row as values of the kind's fields with what is odd about them, or why it cannot be taken. */
export type ReadRow =
  | { readonly ok: true; readonly row: ImportRow; readonly notes: readonly RowNote[] }
  | { readonly ok: false; readonly failure: RowFailure };

export interface RowReaderOptions {
  readonly kind: ImportKind;
  readonly columns: readonly MappedColumn[];
  readonly said: SaidFormat;
  readonly timeZone: string;
  readonly currency: string;
  /** UTC ms: dates far before or behind it are noted. */
  readonly now: number;
  /** By how many days every date and time is moved; times keep their local time of day. */
  readonly moveDays?: number;
}

interface Cell {
  readonly index: number;
  readonly field: ImportField;
  readonly read: (text: string, currency: string) => CellResult;
}

interface CustomCell {
  readonly index: number;
  readonly key: string;
  readonly read: (text: string) => CellResult;
}

// What repeats: reading one costs far more than looking it up. Beyond this many a column does not repeat.
const MAX_REMEMBERED = 5_000;
const REMEMBERED: ReadonlySet<FieldType> = new Set(['integer', 'number', 'boolean', 'date', 'instant', 'country', 'choice', 'domain']);
const DAY_MS = 86_400_000;
const EARLIEST = '1980-01-01';
const FAR_AHEAD_DAYS = 366 * 20;

/** Reads rows of one file into rows of one kind: a cell that cannot be read fails its row and says so; all its faults are named at once. */
export function createRowReader(options: RowReaderOptions): (source: SourceRow) => ReadRow {
  const cells = options.columns.flatMap((column, index) => {
    const field = fieldOf(options.kind, column.target);
    return field === undefined ? [] : [fieldCell(field, index, options)];
  });
  const customs = options.columns.flatMap((column, index) => {
    const key = customKeyOf(column.target);
    return key === null ? [] : [customCell(key, index, options)];
  });
  const currencyAt = cells.find(({ field }) => field.key === 'currency')?.index;
  const names = options.columns.map(({ name }) => name);
  const isOdd = oddDates(options.now);
  const currencyOf = ({ cells }: SourceRow): string => {
    const written = currencyAt === undefined ? '' : (cells[currencyAt] ?? '').trim().toUpperCase();
    return isCurrency(written) ? written : options.currency;
  };
  return (source) => {
    if (source.problem !== undefined) return failed(source.line, null, [{ column: null, said: source.problem }]);
    if (repeatsHeader(source.cells, names)) return failed(source.line, null, [{ column: null, said: ROW_SAYS.header_repeated() }]);
    const currency = currencyOf(source);
    const found: FoundInRow = { values: {}, notes: [], faults: [] };
    for (const cell of cells) {
      const text = source.cells[cell.index] ?? '';
      takeCell(found, { cell, name: names[cell.index] ?? '', result: cell.read(text, currency) });
      if (isOdd(found.values[cell.field.key], cell.field.type))
        found.notes.push({ code: codeFor('date_implausible', cell.field.key), text: text.trim() });
    }
    const [first] = found.faults;
    const { values, notes, faults } = found;
    if (first === undefined) return { ok: true, row: { line: source.line, values, custom: customValues(customs, source.cells) }, notes };
    return failed(
      source.line,
      first.field,
      faults.map(({ column, said }) => ({ column, said })),
    );
  };
}

interface FoundInRow {
  readonly values: Record<string, ImportRow['values'][string]>;
  readonly notes: RowNote[];
  readonly faults: (RowReason & { readonly field: string })[];
}

// A country that nobody knows ('Philipines', 'Asia/Pacific') describes a record, it does not make it: the row is worth more than the cell.
const LEFT_OUT: ReadonlySet<FieldType> = new Set(['country']);

function takeCell(
  found: FoundInRow,
  { cell, name, result }: { readonly cell: Cell; readonly name: string; readonly result: CellResult },
): void {
  const { key, type, required } = cell.field;
  if (result.ok && (result.value !== null || !required)) found.values[key] = result.value;
  else if (result.ok) found.faults.push({ field: key, column: name, said: ROW_SAYS.cell_empty() });
  else if (LEFT_OUT.has(type) && !required) found.notes.push({ code: codeFor('cell_left_out', key), text: result.said });
  else found.faults.push({ field: key, column: name, said: result.said });
}

function failed(line: number, field: string | null, reasons: readonly RowReason[]): ReadRow {
  return { ok: false, failure: { line, field, reasons } };
}

// Files put together from several exports carry the header of each.
function repeatsHeader(cells: readonly string[], names: readonly string[]): boolean {
  return cells.length === names.length && cells.length > 1 && cells.every((cell, index) => cell.trim() === names[index]);
}

function fieldCell(field: ImportField, index: number, { columns, said, timeZone, moveDays = 0 }: RowReaderOptions): Cell {
  const column = columns[index];
  const format = column === undefined ? undefined : readingOf(column, said);
  if (format === undefined) throw new RangeError(`No column ${index}`);
  if (field.type === 'money') return { index, field, read: moneyReader(format, timeZone) };
  const type = cellType(field);
  const read = (text: string) => moved(parseCell(text, type, format, { timeZone }), { type: field.type, moveDays, timeZone });
  return { index, field, read: REMEMBERED.has(field.type) ? remembered(read) : read };
}

function moneyReader(format: CellFormat, timeZone: string): Cell['read'] {
  const readers = new Map<string, (text: string) => CellResult>();
  return (text, currency) => {
    const reader = readers.get(currency) ?? remembered((amount) => parseCell(amount, { type: 'money', currency }, format, { timeZone }));
    readers.set(currency, reader);
    return reader(text);
  };
}

function moved(
  result: CellResult,
  { type, moveDays, timeZone }: { readonly type: FieldType; readonly moveDays: number; readonly timeZone: string },
): CellResult {
  if (!result.ok || moveDays === 0) return result;
  if (type === 'date' && typeof result.value === 'string') return { ...result, value: addDays(result.value, moveDays) };
  if (type !== 'instant' || typeof result.value !== 'number') return result;
  const day = dateOf(result.value, timeZone);
  return { ...result, value: startOfDate(addDays(day, moveDays), timeZone) + (result.value - startOfDate(day, timeZone)) };
}

function cellType(field: ImportField): CellType {
  if (field.type === 'choice') return { type: 'choice', options: (field.options ?? []).map((value) => ({ value })) };
  if (field.type === 'money') throw new RangeError('money needs a currency');
  return { type: field.type };
}

function remembered(read: (text: string) => CellResult): (text: string) => CellResult {
  const known = new Map<string, CellResult>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size < MAX_REMEMBERED) known.set(text, result);
    return result;
  };
}

const CUSTOM_TYPES: Readonly<Partial<Record<ValueKind, CellType>>> = {
  integer: { type: 'number' },
  number: { type: 'number' },
  money: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  email: { type: 'email' },
};

function customCell(key: string, index: number, { columns, said, timeZone }: RowReaderOptions): CustomCell {
  const column = columns[index];
  const type = column === undefined ? undefined : CUSTOM_TYPES[column.inferred.kind];
  if (column === undefined || type === undefined) return { index, key, read: (text) => asText(text, timeZone) };
  const format: CellFormat = readingOf(column, said);
  // A custom field takes anything: what is not of the column's kind is kept as it stands.
  return {
    index,
    key,
    read: remembered((text) => {
      const result = parseCell(text, type, format, { timeZone });
      return result.ok ? result : asText(text, timeZone);
    }),
  };
}

const PLAIN: CellFormat = { decimal: 'point', decimalSure: true, dateOrder: 'iso', dateOrderSure: true };

function asText(text: string, timeZone: string): CellResult {
  return parseCell(text, { type: 'text', maxLength: 2_000 }, PLAIN, { timeZone });
}

function customValues(customs: readonly CustomCell[], cells: readonly string[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { index, key, read } of customs) {
    const result = read(cells[index] ?? '');
    if (result.ok && result.value !== null) values[key] = String(result.value);
  }
  return values;
}

function oddDates(now: number): (value: ImportRow['values'][string], type: FieldType) => boolean {
  const latest = now + FAR_AHEAD_DAYS * DAY_MS;
  const latestOn = new Date(latest).toISOString().slice(0, 10);
  const earliest = Date.parse(EARLIEST);
  return (value, type) => {
    if (type === 'date' && typeof value === 'string') return value < EARLIEST || value > latestOn;
    return type === 'instant' && typeof value === 'number' && (value < earliest || value > latest);
  };
}
