import { type Db, sql, takeNumbers } from '#platform/postgres.ts';
import type { FileFormat, ImportFinding, ImportStatus } from '../contracts.ts';
import type { MappedColumn, Reading } from '../domain/imports/columns.ts';
import { type ImportRecord, importTables } from './imports-tables.ts';

/** How many rows of a file have met which fate. */
export interface ImportCounts {
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** How a file is read and where its columns go. */
export interface ImportReading {
  readonly kind: string | null;
  readonly format: FileFormat;
  readonly reading: Reading;
  readonly columns: readonly MappedColumn[];
  readonly preview: readonly (readonly string[])[];
  readonly rowsTotal: number;
}

/** An import as it is kept. Instants are UTC ms. */
export interface StoredImport extends ImportCounts, ImportReading {
  readonly ws: number;
  readonly id: string;
  readonly number: number;
  readonly batch: string | null;
  readonly source: string;
  readonly fileName: string;
  readonly fileSize: number;
  readonly storedAs: string;
  readonly status: ImportStatus;
  readonly findings: readonly ImportFinding[];
  readonly cancelAsked: boolean;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

/** What an import is made of when its file has come in. */
export interface NewImport extends ImportReading {
  readonly ws: number;
  readonly id: string;
  readonly batch: string | null;
  readonly source: string;
  readonly fileName: string;
  readonly fileSize: number;
  readonly storedAs: string;
  readonly createdBy: string;
  readonly now: number;
}

/** What may change about an import beside its counts. */
export interface ImportPatch {
  readonly status?: ImportStatus;
  readonly cancelAsked?: boolean;
  readonly findings?: readonly ImportFinding[];
  readonly counts?: ImportCounts;
  readonly rowsTotal?: number;
  readonly queuedAt?: number;
  readonly startedAt?: number;
  readonly finishedAt?: number | null;
  readonly reading?: ImportReading;
}

/** Nothing read yet. */
export const NO_COUNTS: ImportCounts = { rowsRead: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };

/** Keeps a new import, under the next number of its workspace. */
export const insertImport = async (tx: Db, fresh: NewImport): Promise<StoredImport> => {
  const row = await importTables(tx)
    .insertInto('import')
    .values({
      ws: fresh.ws,
      id: fresh.id,
      number: await takeNumbers(tx, fresh.ws, 'import', 1),
      batch: fresh.batch,
      source: fresh.source,
      file_name: fresh.fileName,
      file_size: fresh.fileSize,
      stored_as: fresh.storedAs,
      status: 'mapping',
      ...readingColumns(fresh),
      created_by: fresh.createdBy,
      created_at: new Date(fresh.now),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return storedImport(row);
};

/** One import of a workspace; undefined when it has none of this id. */
export const findImport = async (db: Db, ws: number, id: string): Promise<StoredImport | undefined> => {
  const row = await importTables(db).selectFrom('import').selectAll().where('ws', '=', ws).where('id', '=', id).executeTakeFirst();
  return row && storedImport(row);
};

/** Imports that wait or are under way, of one workspace or of all, oldest first. */
export const unfinishedImports = async (db: Db, ws?: number): Promise<readonly StoredImport[]> => {
  const rows = await importTables(db)
    .selectFrom('import')
    .selectAll()
    .where('status', 'in', ['checking', 'queued', 'running', 'undoing'])
    .$if(ws !== undefined, (query) => query.where('ws', '=', ws ?? 0))
    .orderBy('ws')
    .orderBy('number')
    .execute();
  return rows.map(storedImport);
};

/** Where the files of all imports lie. */
export const storedFiles = async (db: Db): Promise<readonly string[]> =>
  (await importTables(db).selectFrom('import').select('stored_as').execute()).map((row) => row.stored_as);

/** Where the files of imports lie that nothing needs any more: of those that ended well, were taken back or were never run, before this instant (UTC ms). */
export const spentFiles = async (db: Db, before: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ stored_as: string }>`
    select stored_as from import where status in ('done', 'undone', 'mapping', 'checked')
      and coalesce(finished_at, created_at) < ${new Date(before)}`.execute(db);
  return rows.map((row) => row.stored_as);
};

/** Changes an import if it is in one of these states, and answers it as it is then; undefined when it was in none of them. */
export const moveImport = async (
  db: Db,
  { ws, id }: Pick<StoredImport, 'ws' | 'id'>,
  from: readonly ImportStatus[],
  patch: ImportPatch,
): Promise<StoredImport | undefined> => {
  const row = await importTables(db)
    .updateTable('import')
    .set(patchColumns(patch))
    .where('ws', '=', ws)
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .returningAll()
    .executeTakeFirst();
  return row && storedImport(row);
};

const patchColumns = (patch: ImportPatch) => ({
  ...(patch.status && { status: patch.status }),
  ...(patch.cancelAsked !== undefined && { cancel_asked: patch.cancelAsked }),
  ...(patch.findings && { findings: JSON.stringify(patch.findings) }),
  ...(patch.counts && countColumns(patch.counts)),
  ...(patch.reading && readingColumns(patch.reading)),
  ...(patch.rowsTotal !== undefined && { rows_total: patch.rowsTotal }),
  ...(patch.queuedAt !== undefined && { queued_at: new Date(patch.queuedAt) }),
  ...(patch.startedAt !== undefined && { started_at: new Date(patch.startedAt) }),
  ...(patch.finishedAt !== undefined && { finished_at: patch.finishedAt === null ? null : new Date(patch.finishedAt) }),
});

const countColumns = ({ rowsRead, created, updated, unchanged, failed }: ImportCounts) => ({
  rows_read: rowsRead,
  created,
  updated,
  unchanged,
  failed,
});

const readingColumns = ({ kind, format, reading, columns, preview, rowsTotal }: ImportReading) => ({
  kind,
  format: JSON.stringify(format),
  reading: JSON.stringify(reading),
  columns: JSON.stringify(columns),
  // PostgreSQL has no NUL in text; a preview may show damaged files.
  preview: JSON.stringify(preview.map((row) => row.map((cell) => cell.replaceAll('\0', '␀')))),
  rows_total: rowsTotal,
});

/** The import that a row of its table is. */
export const storedImport = (row: ImportRecord): StoredImport => ({
  ws: row.ws,
  id: row.id,
  number: row.number,
  batch: row.batch,
  kind: row.kind,
  source: row.source,
  fileName: row.file_name,
  fileSize: row.file_size,
  storedAs: row.stored_as,
  status: row.status,
  format: row.format,
  reading: row.reading,
  columns: row.columns,
  preview: row.preview,
  rowsTotal: row.rows_total,
  rowsRead: row.rows_read,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  failed: row.failed,
  findings: row.findings,
  cancelAsked: row.cancel_asked,
  createdAt: row.created_at.getTime(),
  startedAt: row.started_at?.getTime() ?? null,
  finishedAt: row.finished_at?.getTime() ?? null,
});
