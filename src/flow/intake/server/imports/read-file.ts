import type { FileFormat } from '../../contracts.ts';
import { type MappedColumn, type SaidFormat, shownFormat } from '../../domain/imports/columns.ts';
import { guessKind, mapColumns } from '../../domain/imports/map-columns.ts';
import type { ImportReading } from '../../store/imports.ts';
import { type SavedMapping, savedMapping } from '../../store/imports-mappings.ts';
import { inspectFile, type WantedForm } from '../tabular/inspect-file.ts';
import { type Engine, type ImportWorkspace, targetOf } from './engine.ts';

/** A file to be looked at, with what is said about it already. */
export interface FileToRead {
  readonly path: string;
  readonly fileName: string;
  readonly kind?: string | null;
  readonly form?: WantedForm;
  readonly said?: SaidFormat;
  /** By how many days every date is moved. */
  readonly moveDays?: number;
}

const NOTHING_SAID: SaidFormat = { dateOrder: null, decimal: null };

/** How is this file to be read, what does it hold, and where do its columns go? A proposal: from the last import of these columns, else guessed. */
export const readFile = async (engine: Engine, workspace: ImportWorkspace, file: FileToRead): Promise<ImportReading> => {
  if (file.kind) targetOf(engine, file.kind);
  const inspected = await inspectFile(file.path, file.fileName, file.form);
  const saved = await savedFor(engine, workspace.ws, inspected.columns, file.kind ?? undefined);
  const kind = file.kind ?? saved?.kind ?? guessKind(inspected.columns, file.fileName, engine.kinds);
  const columns = mapColumns(inspected.columns, engine.kinds.find((one) => one.kind === kind) ?? null, saved?.targets ?? null);
  const said = file.said ?? saidLastTime(columns, saved);
  const { fileKind, format } = inspected;
  return {
    kind,
    format: {
      fileKind,
      encoding: format.fileKind === 'csv' ? format.encoding : 'utf-8',
      delimiter: format.fileKind === 'csv' ? format.delimiter : '',
      sheet: format.fileKind === 'xlsx' ? format.sheet : null,
      ...shownFormat(columns, said),
      timeZone: workspace.timeZone,
      currency: currencyOf(columns) ?? workspace.currency,
      moveDays: file.moveDays ?? 0,
    },
    reading: { table: format, ...said },
    columns,
    preview: inspected.firstRows,
    rowsTotal: inspected.rowCountEstimate,
  };
};

/** The mapping of the last import with these columns, as far as its kind can still be imported. */
export const savedFor = async (
  engine: Engine,
  ws: number,
  columns: readonly { readonly name: string }[],
  kind: string | undefined,
): Promise<SavedMapping | undefined> => {
  const saved = await savedMapping(
    engine.postgres.db,
    ws,
    columns.map(({ name }) => name),
    kind,
  );
  return saved && engine.kinds.some((one) => one.kind === saved.kind) ? saved : undefined;
};

// What the values of this file prove stands above what was said about the last one.
const saidLastTime = (columns: readonly MappedColumn[], saved: SavedMapping | undefined): SaidFormat => {
  if (!saved) return NOTHING_SAID;
  const { dateOrderSure } = shownFormat(columns, NOTHING_SAID);
  const decimalSure = columns.every(({ inferred }) => inferred.decimalSure);
  return { dateOrder: dateOrderSure ? null : saved.said.dateOrder, decimal: decimalSure ? null : saved.said.decimal };
};

// One currency in the whole file is the file's; several are told apart by a column of their own, or refused cell by cell.
const currencyOf = (columns: readonly MappedColumn[]): string | null => {
  const [first, ...others] = new Set(columns.flatMap(({ inferred }) => inferred.currency ?? []));
  return first !== undefined && others.length === 0 ? first : null;
};

/** What has been said about a file's dates and numbers after a change: an order or mark that is only repeated says nothing, unless it was asked for. */
export const saidAfter = (
  shown: FileFormat,
  { said, columns }: { readonly said: SaidFormat; readonly columns: readonly MappedColumn[] },
  change: Partial<FileFormat>,
): SaidFormat => {
  const order = change.dateOrder ?? (change.dateOrderSure === true ? shown.dateOrder : undefined);
  const isOrderSaid = order !== undefined && (change.dateOrderSure !== false || order !== shown.dateOrder);
  const isMarkAsked = columns.some(({ inferred }) => !inferred.decimalSure);
  const isMarkSaid = change.decimal !== undefined && (isMarkAsked || change.decimal !== shown.decimal);
  return { dateOrder: isOrderSaid ? order : said.dateOrder, decimal: isMarkSaid ? (change.decimal ?? null) : said.decimal };
};
