import { isAppError } from '#kernel/app-error.ts';
import { type Db, isLostRace, sql } from '#platform/postgres.ts';
import type { ImportStatus } from '../contracts.ts';
import { importTables } from './imports-tables.ts';

// Any number that nothing else locks by.
const IMPORT_LOCK = 30;

/** Waits until no other chunk of the workspace is being written: imports, undoings and trials of one workspace take turns, chunk by chunk. */
export const takeTurn = async (tx: Db, ws: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${IMPORT_LOCK}::integer, ${ws}::integer)`.execute(tx);
};

/** How an import stands now; nobody else changes it until the transaction ends. Undefined when there is none. */
export const holdImport = async (
  tx: Db,
  { ws, id }: { readonly ws: number; readonly id: string },
): Promise<{ readonly status: ImportStatus; readonly rowsRead: number; readonly cancelAsked: boolean } | undefined> => {
  const row = await importTables(tx)
    .selectFrom('import')
    .select(['status', 'rows_read', 'cancel_asked'])
    .where('ws', '=', ws)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { status: row.status, rowsRead: row.rows_read, cancelAsked: row.cancel_asked };
};

/** What came of work that the data may have been to blame for: its answer, or the fault, with everything that it wrote taken back. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: unknown };

/** Tries work within a transaction that goes on when the rows do not fit; a lost connection or race, and faults of ours, end it as ever. */
export const attempt = async <T>(tx: Db, work: () => Promise<T>): Promise<Attempt<T>> => {
  await sql`savepoint attempt`.execute(tx);
  try {
    const value = await work();
    await sql`release savepoint attempt`.execute(tx);
    return { ok: true, value };
  } catch (fault) {
    if (!isFaultOfRows(fault)) throw fault;
    await sql`rollback to savepoint attempt`.execute(tx);
    await sql`release savepoint attempt`.execute(tx);
    return { ok: false, fault };
  }
};

// Classes 22 and 23 of SQLSTATE: data that does not fit its type, or breaks a rule of its table.
const isFaultOfRows = (fault: unknown): boolean => {
  if (isLostRace(fault)) return false;
  if (isAppError(fault)) return ['invalid', 'conflict', 'not_found', 'too_large', 'malformed', 'unsupported'].includes(fault.code);
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && /^2[23]/.test(fault.code);
};
