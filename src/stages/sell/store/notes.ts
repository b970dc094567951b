import type { Db } from '#platform/postgres.ts';
import { type NoteRow, sellTables } from './tables.ts';

/** The notes of an account, by the numbers under which it is kept; the newest first, 500 at most. */
export const notesOfAccount = (db: Db, ws: number, accountNums: readonly number[]): Promise<NoteRow[]> =>
  sellTables(db)
    .selectFrom('note')
    .selectAll()
    .where('ws', '=', ws)
    .where('account_num', 'in', [...accountNums])
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();

/** Keeps a new note. */
export const insertNote = async (tx: Db, note: NoteRow): Promise<void> => {
  await sellTables(tx).insertInto('note').values(note).execute();
};

/** The note with this id, if there is one. */
export const noteById = (db: Db, ws: number, id: string): Promise<NoteRow | undefined> =>
  sellTables(db).selectFrom('note').selectAll().where('ws', '=', ws).where('id', '=', id).executeTakeFirst();

/** Takes a note out. */
export const removeNote = async (tx: Db, ws: number, id: string): Promise<void> => {
  await sellTables(tx).deleteFrom('note').where('ws', '=', ws).where('id', '=', id).execute();
};
