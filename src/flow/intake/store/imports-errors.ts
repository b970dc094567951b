import { kept } from '#kernel/saying.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { RowFailure } from '../domain/imports/import-row.ts';
import type { KeptFailure } from '../domain/imports/told-reasons.ts';
import { importTables } from './imports-tables.ts';

type Which = { readonly ws: number; readonly number: number };

interface Place {
  /** Its place among the rows of the file, from 0. */
  readonly position: number;
  readonly cells: readonly string[];
}

/** A row that failed, with its place among the rows of the file and its cells as they stood there. */
export interface FailedSourceRow extends RowFailure, Place {}

/** The same as it was kept. */
export interface KeptFailedRow extends KeptFailure, Place {
  readonly line: number;
  readonly field: string | null;
}

/** Keeps rows that failed. */
export const keepFailures = async (db: Db, { ws, number }: Which, failures: readonly FailedSourceRow[]): Promise<void> => {
  if (failures.length === 0) return;
  const rows = failures.map(({ reasons, ...row }) => ({ ...row, reasons: reasons.map(({ column, said }) => ({ column, ...kept(said) })) }));
  const text = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? plain(value) : value));
  await sql`
    insert into import_error (ws, import_number, position, line, field, reasons, cells)
    select ${ws}, ${number}, position, line, field, reasons, array(select jsonb_array_elements_text(cells))
    from jsonb_to_recordset(${text}::jsonb)
      as failure (position integer, line integer, field text, reasons jsonb, cells jsonb)`.execute(db);
};

// PostgreSQL keeps no NUL in text; the row that has one is shown with its sign.
const plain = (text: string): string => text.replaceAll('\0', '␀');

/** The rows that failed, in the order of the file, behind a place. */
export const failuresAfter = async (db: Db, { ws, number }: Which, position: number, limit: number): Promise<readonly KeptFailedRow[]> =>
  importTables(db)
    .selectFrom('import_error')
    .select(['position', 'line', 'field', 'message', 'remedy', 'reasons', 'cells'])
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
