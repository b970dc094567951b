import { type Db, sql } from '#platform/postgres.ts';
import type { RowFailure } from '../domain/imports/import-row.ts';
import { importTables } from './imports-tables.ts';

type Which = { readonly ws: number; readonly number: number };

/** A row that failed, with its place among the rows of the file and its cells as they stood there. */
export interface FailedSourceRow extends RowFailure {
  readonly position: number;
  readonly cells: readonly string[];
}

/** Keeps rows that failed. */
export const keepFailures = async (db: Db, { ws, number }: Which, failures: readonly FailedSourceRow[]): Promise<void> => {
  if (failures.length === 0) return;
  const rows = failures.map((failure) => ({ ...failure, message: plain(failure.message), cells: failure.cells.map(plain) }));
  await sql`
    insert into import_error (ws, import_number, position, line, field, message, remedy, cells)
    select ${ws}, ${number}, position, line, field, message, remedy, array(select jsonb_array_elements_text(cells))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as failure (position integer, line integer, field text, message text, remedy text, cells jsonb)`.execute(db);
};

// PostgreSQL keeps no NUL in text; the row that has one is shown with its sign.
const plain = (text: string): string => text.replaceAll('\0', '␀');

/** The rows that failed, in the order of the file, behind a place. */
export const failuresAfter = async (db: Db, { ws, number }: Which, position: number, limit: number): Promise<readonly FailedSourceRow[]> =>
  importTables(db)
    .selectFrom('import_error')
    .select(['position', 'line', 'field', 'message', 'remedy', 'cells'])
    .where('ws', '=', ws)
    .where('import_number', '=', number)
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();

/** Forgets the failed rows of an import, before it is tried again. */
export const dropFailures = async (db: Db, { ws, number }: Which): Promise<void> => {
  await importTables(db).deleteFrom('import_error').where('ws', '=', ws).where('import_number', '=', number).execute();
};
