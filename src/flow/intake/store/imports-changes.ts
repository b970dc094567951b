import { type Db, sql } from '#platform/postgres.ts';
import type { ImportChange } from '../domain/row-fate.ts';
import { importTables } from './imports-tables.ts';

type Which = { readonly ws: number; readonly number: number };

/** Keeps what a chunk changed, in order, for the undo. */
export const keepChanges = async (tx: Db, { ws, number }: Which, changes: readonly ImportChange[]): Promise<void> => {
  if (changes.length === 0) return;
  const ids = changes.map(({ recordId }) => recordId);
  const before = changes.map((change) => (change.before === null || change.before === undefined ? null : JSON.stringify(change.before)));
  await sql`
    insert into import_change (ws, import_number, record_id, before)
    select ${ws}, ${number}, record_id, before::jsonb
    from unnest(${ids}::text[], ${before}::text[]) with ordinality as change (record_id, before, position)
    order by position`.execute(tx);
};

/** Keeps which accounts the rows of an import refer to. */
export const keepReferences = async (tx: Db, { ws, number }: Which, recordIds: readonly string[]): Promise<void> => {
  if (recordIds.length === 0) return;
  await sql`
    insert into import_reference (ws, record_id, import_number)
    select ${ws}, record_id, ${number} from unnest(${[...recordIds]}::text[]) as reference (record_id) order by record_id
    on conflict do nothing`.execute(tx);
};

/** The newest changes of an import that are not taken back yet, newest first. */
export const newestChanges = async (
  tx: Db,
  { ws, number }: Which,
  limit: number,
): Promise<readonly (ImportChange & { readonly seq: number })[]> => {
  const rows = await importTables(tx)
    .selectFrom('import_change')
    .select(['seq', 'record_id', 'before'])
    .where('ws', '=', ws)
    .where('import_number', '=', number)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ seq: row.seq, recordId: row.record_id, before: row.before }));
};

/** Forgets changes from a place on: they are taken back. */
export const dropChangesFrom = async (tx: Db, { ws, number }: Which, seq: number): Promise<void> => {
  await importTables(tx)
    .deleteFrom('import_change')
    .where('ws', '=', ws)
    .where('import_number', '=', number)
    .where('seq', '>=', seq)
    .execute();
};

/** Forgets which accounts an import refers to: its rows are gone. */
export const dropReferences = async (tx: Db, { ws, number }: Which): Promise<void> => {
  await importTables(tx).deleteFrom('import_reference').where('ws', '=', ws).where('import_number', '=', number).execute();
};

/** A later import that stands in the way of an undo, and how many records of the undone one are concerned. */
export interface InTheWay {
  readonly fileName: string;
  readonly why: 'changed' | 'refers';
  readonly records: number;
}

/** Which imports changed records after this one did, or refer to accounts that it made? From its change `from` on; most concerned first. */
export const importsInTheWay = async (db: Db, { ws, number }: Which, from = 0): Promise<readonly InTheWay[]> => {
  const { rows } = await sql<{ file_name: string; why: 'changed' | 'refers'; records: number }>`
    with mine as (select record_id, before, seq from import_change where ws = ${ws} and import_number = ${number} and seq >= ${from}),
    concerned as (
      select later.import_number, 'changed' as why, later.record_id from mine join import_change as later
        on later.ws = ${ws} and later.record_id = mine.record_id and later.seq > mine.seq and later.import_number <> ${number}
      union
      select reference.import_number, 'refers', reference.record_id from mine join import_reference as reference
        on reference.ws = ${ws} and reference.record_id = mine.record_id and reference.import_number <> ${number}
      where mine.before is null
    )
    select import.file_name, concerned.why, count(*) as records
    from concerned join import on import.ws = ${ws} and import.number = concerned.import_number
    -- What is being taken back already is out of the way by the time: undoings go newest first.
    where import.status <> 'undoing'
    group by import.number, import.file_name, concerned.why order by records desc, import.number desc`.execute(db);
  return rows.map((row) => ({ fileName: row.file_name, why: row.why, records: row.records }));
};
