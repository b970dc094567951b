import type { FileFormat, ImportField, ImportKind } from '../../contracts.ts';
import type { CellFormat, ColumnFormat } from '../tabular/column-format.ts';
import type { CsvFormat } from '../tabular/csv-format.ts';
import type { DateOrder } from '../tabular/date-text.ts';
import type { DecimalMark } from '../tabular/number-text.ts';

/** A column of a file as it was found, and where it goes. */
export interface MappedColumn {
  readonly name: string;
  readonly sample: readonly string[];
  readonly inferred: ColumnFormat;
  readonly target: string | null;
  /** 0 … 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** What a person said about all columns of a file; null where nothing was said. */
export interface SaidFormat {
  readonly dateOrder: DateOrder | null;
  readonly decimal: DecimalMark | null;
}

/** How a file is read: the form of its table, and what a person said about all of its columns. */
export interface Reading extends SaidFormat {
  readonly table:
    | ({ readonly fileKind: 'csv' } & CsvFormat)
    | { readonly fileKind: 'xlsx'; readonly sheet: string | null; readonly header: boolean };
}

const COUNTED: ReadonlySet<DateOrder> = new Set(['excel', 'epoch-s', 'epoch-ms']);

/** How is a column to be read, after what a person said? Dates that are counted numbers stay so: an order does not apply to them. */
export function readingOf({ inferred }: Pick<MappedColumn, 'inferred'>, said: SaidFormat): CellFormat {
  const date =
    said.dateOrder === null || COUNTED.has(inferred.dateOrder)
      ? { dateOrder: inferred.dateOrder, dateOrderSure: inferred.dateOrderSure }
      : { dateOrder: said.dateOrder, dateOrderSure: true };
  const decimal =
    said.decimal === null ? { decimal: inferred.decimal, decimalSure: inferred.decimalSure } : { decimal: said.decimal, decimalSure: true };
  return { ...date, ...decimal };
}

/** Which date order and decimal mark does the whole file show, and is the order certain? */
export function shownFormat(
  columns: readonly MappedColumn[],
  said: SaidFormat,
): Pick<FileFormat, 'dateOrder' | 'dateOrderSure' | 'decimal'> {
  const formats = columns.map((column) => ({ kind: column.inferred.kind, ...readingOf(column, said) }));
  const dated = formats.filter(({ kind, dateOrder }) => (kind === 'date' || kind === 'datetime') && !COUNTED.has(dateOrder));
  const ordered = dated.find(({ dateOrder }) => dateOrder !== 'iso');
  const comma = formats.some(({ kind, decimal }) => (kind === 'number' || kind === 'money') && decimal === 'comma');
  return {
    dateOrder: ordered?.dateOrder === 'month-first' ? 'month-first' : ordered?.dateOrder === 'day-first' ? 'day-first' : 'iso',
    dateOrderSure: dated.every(({ dateOrderSure }) => dateOrderSure),
    decimal: comma ? 'comma' : 'point',
  };
}

/** The columns that nobody can read without being told: dates or decimals that could be meant either way, in columns that are used. */
export function openQuestions(
  columns: readonly MappedColumn[],
  kind: ImportKind,
  said: SaidFormat,
): { readonly dates: readonly string[]; readonly decimals: readonly string[] } {
  const used = columns.flatMap((column) => {
    const field = fieldOf(kind, column.target);
    return field === undefined ? [] : [{ name: column.name, type: field.type, ...readingOf(column, said) }];
  });
  return {
    dates: used.filter(({ type, dateOrderSure }) => (type === 'date' || type === 'instant') && !dateOrderSure).map(({ name }) => name),
    decimals: used
      .filter(({ type, decimalSure }) => (type === 'money' || type === 'number' || type === 'integer') && !decimalSure)
      .map(({ name }) => name),
  };
}

/** The field of a kind that a column's target names; undefined for custom fields and columns that go nowhere. */
export function fieldOf(kind: ImportKind, target: string | null): ImportField | undefined {
  return target === null ? undefined : kind.fields.find((field) => field.key === target);
}

/** The key of a custom field ('custom:region' → 'region'); null for any other target. */
export function customKeyOf(target: string | null): string | null {
  return target?.startsWith('custom:') ? target.slice('custom:'.length) : null;
}

/** Required fields that no column fills. */
export function missingFields(columns: readonly MappedColumn[], kind: ImportKind): readonly ImportField[] {
  return kind.fields.filter((field) => field.required && !columns.some((column) => column.target === field.key));
}
