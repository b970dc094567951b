import { type Db, sql, textArray } from '#platform/postgres.ts';
import type { ImportChange } from '../domain/row-fate.ts';
import { importTables } from './imports-tables.ts';

type Which = { readonly ws: number; readonly number: number };

/** Keeps what a chunk changed, in order, for the undo. */
export const keepChanges = async (tx: Db, { ws, number }: Which, changes: readonly ImportChange[]): Promise<void> => {
  if (changes.length === 0) return;
  const befores = changes.some(({ before }) => before != null) ? JSON.stringify(changes.map(({ before }) => before ?? null)) : null;
  await sql`
    insert into import_change (ws, import_number, record_ids, befores)
    values (${ws}, ${number}, ${textArray(changes.map(({ recordId }) => recordId))}::text[], ${befores}::jsonb)`.execute(tx);
};

/** Keeps which accounts the rows of an import refer to. */
export const keepReferences = async (tx: Db, { ws, number }: Which, recordIds: readonly string[]): Promise<void> => {
  if (recordIds.length === 0) return;
  await sql`
    insert into import_reference (ws, record_id, import_number)
    select ${ws}, record_id, ${number} from unnest(${textArray(recordIds)}::text[]) as reference (record_id) order by record_id
    on conflict do nothing`.execute(tx);
};

/** Changes of one chunk, newest first, and the chunk's place among all. */
export interface ChunkOfChanges {
  readonly seq: number;
  readonly changes: readonly ImportChange[];
}

/** The newest chunk of an import's changes that are not taken back yet. */
export const newestChanges = async (tx: Db, { ws, number }: Which): Promise<ChunkOfChanges | undefined> => {
  const row = await importTables(tx)
    .selectFrom('import_change')
    .select(['seq', 'record_ids', 'befores'])
    .where('ws', '=', ws)
    .where('import_number', '=', number)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && { seq: row.seq, changes: row.record_ids.map((recordId, at) => ({ recordId, before: row.befores?.[at] ?? null })).reverse() }
  );
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
    with mine as (
      select change.record_id, change.before, seq from import_change,
        rows from (unnest(record_ids), jsonb_array_elements(befores)) as change (record_id, before)
      where ws = ${ws} and import_number = ${number} and seq >= ${from}
    ),
    later as (
      select import_number, record_id, seq from import_change, unnest(record_ids) as record_id
      where ws = ${ws} and import_number <> ${number} and seq > (select min(seq) from mine)
    ),
    concerned as (
      select later.import_number, 'changed' as why, later.record_id from mine join later on later.record_id = mine.record_id and later.seq > mine.seq
      union
      select reference.import_number, 'refers', reference.record_id from mine join import_reference as reference
        on reference.ws = ${ws} and reference.record_id = mine.record_id and reference.import_number <> ${number}
      where mine.before is null or mine.before = 'null'
    )
    select import.file_name, concerned.why, count(*) as records
    from concerned join import on import.ws = ${ws} and import.number = concerned.import_number
    -- What is being taken back already is out of the way by the time: undoings go newest first.
    where import.status <> 'undoing'
    group by import.number, import.file_name, concerned.why order by records desc, import.number desc`.execute(db);
  return rows.map((row) => ({ fileName: row.file_name, why: row.why, records: row.records }));
};
