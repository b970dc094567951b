import { AppError } from '#kernel/app-error.ts';
import { isZone } from '#kernel/calendar.ts';
import { isCurrency } from '#kernel/money.ts';
import type { FileFormat } from '../../contracts.ts';
import { shownFormat } from '../../domain/imports/columns.ts';
import { IMPORT_SAYS, STATUS_WORDS } from '../../domain/imports/import-sayings.ts';
import { mapColumns, remapColumns } from '../../domain/imports/map-columns.ts';
import { type ImportReading, moveImport, NO_COUNTS, type StoredImport } from '../../store/imports.ts';
import { type Engine, pathOf, targetOf } from './engine.ts';
import { readFile, saidAfter, savedFor } from './read-file.ts';

/** What a person confirms or changes about an import before it runs. */
export interface ImportChangeRequest {
  readonly kind?: string;
  readonly format?: Partial<FileFormat>;
  readonly mapping?: readonly { readonly index: number; readonly target: string | null }[];
}

/** Takes over what a person says about the format, the kind and the mapping; a file that is to be read otherwise is looked at again. */
export const updateImport = async (engine: Engine, stored: StoredImport, change: ImportChangeRequest): Promise<StoredImport> => {
  const formatted = change.format ? await withFormat(engine, stored, change.format) : stored;
  const sorted =
    change.kind === undefined || change.kind === formatted.kind ? formatted : await withKind(engine, stored, formatted, change.kind);
  const mapped = change.mapping ? withMapping(engine, sorted, change.mapping) : sorted;
  const reading: ImportReading = {
    kind: mapped.kind,
    format: { ...mapped.format, ...shownFormat(mapped.columns, mapped.reading) },
    reading: mapped.reading,
    columns: mapped.columns,
    preview: mapped.preview,
    rowsTotal: mapped.rowsTotal,
  };
  const patch = { status: 'mapping', reading, counts: NO_COUNTS, findings: [], finishedAt: null } as const;
  const moved = await moveImport(engine.postgres.db, stored, ['mapping', 'checked', 'undone'], patch);
  if (moved) return moved;
  throw new AppError('conflict', IMPORT_SAYS.import_not_changeable({ status: STATUS_WORDS[stored.status] }));
};

const withFormat = async (engine: Engine, stored: StoredImport, change: Partial<FileFormat>): Promise<ImportReading> => {
  checkFormat(change);
  const said = saidAfter(stored.format, { said: stored.reading, columns: stored.columns }, change);
  const timeZone = change.timeZone ?? stored.format.timeZone;
  const currency = change.currency ?? stored.format.currency;
  const moveDays = change.moveDays ?? stored.format.moveDays;
  const form = {
    encoding: change.encoding ?? stored.format.encoding,
    delimiter: change.delimiter ?? stored.format.delimiter,
    sheet: change.sheet === undefined ? stored.format.sheet : change.sheet,
  };
  const isSameForm =
    form.encoding === stored.format.encoding && form.delimiter === stored.format.delimiter && form.sheet === stored.format.sheet;
  if (isSameForm) return { ...stored, format: { ...stored.format, timeZone, currency, moveDays }, reading: { ...stored.reading, ...said } };
  const { kind, fileName } = stored;
  const again = await readFile(
    engine,
    { ws: stored.ws, timeZone, currency },
    { path: pathOf(engine, stored), fileName, kind, form, said, moveDays },
  );
  const isSameTable = again.columns.map(({ name }) => name).join('\n') === stored.columns.map(({ name }) => name).join('\n');
  if (!isSameTable) return again;
  // What went where was decided by name; another encoding of the cells does not undecide it.
  return { ...again, columns: again.columns.map((column, index) => ({ ...column, target: stored.columns[index]?.target ?? null })) };
};

const checkFormat = ({ timeZone, currency, delimiter }: Partial<FileFormat>): void => {
  if (delimiter !== undefined && !/^[^"\r\n]?$/.test(delimiter))
    throw new AppError('invalid', IMPORT_SAYS.delimiter_unusable({ delimiter }));
  if (timeZone !== undefined && !isZone(timeZone)) throw new AppError('invalid', IMPORT_SAYS.file_zone_unknown({ zone: timeZone }));
  if (currency !== undefined && !isCurrency(currency)) throw new AppError('invalid', IMPORT_SAYS.file_currency_unknown({ currency }));
};

const withKind = async (engine: Engine, { ws }: StoredImport, reading: ImportReading, kind: string): Promise<ImportReading> => {
  const target = targetOf(engine, kind);
  const saved = await savedFor(engine, ws, reading.columns, kind);
  return { ...reading, kind, columns: mapColumns(reading.columns, target.kind, saved?.targets ?? null) };
};

const withMapping = (engine: Engine, reading: ImportReading, mapping: NonNullable<ImportChangeRequest['mapping']>): ImportReading => {
  const result = remapColumns(reading.columns, targetOf(engine, reading.kind).kind, mapping);
  if (!result.ok) throw new AppError('invalid', result.said);
  return { ...reading, columns: result.columns };
};
