import { type Columns, columnNames, type Db, recordFields, recordRows, sql, textArray } from '#platform/postgres.ts';

/** What every record that files bring has: our id, and the id that its source gives it. */
export interface KeptRecord {
  readonly id: string;
  readonly source: string;
  readonly externalId: string | null;
}

/** A table of imported records, with the key (ws, id) and unique (ws, source, external_id). */
export interface RecordTable<Kept extends KeptRecord> {
  /** The records that a source knows by these ids, locked until the transaction ends. */
  byExternalId(tx: Db, ws: number, source: string, ids: readonly string[]): Promise<ReadonlyMap<string, Kept>>;
  /** Keeps these records as they are, new or changed, in one statement. */
  save(tx: Db, ws: number, records: readonly Kept[]): Promise<void>;
  /** Takes these records out. */
  remove(tx: Db, ws: number, ids: readonly string[]): Promise<void>;
}

/** The store of a kind of imported records, from nothing but where its fields lie. */
export const recordTable = <Kept extends KeptRecord>(name: string, columns: Columns<Kept>): RecordTable<Kept> => {
  const table = sql.ref(name);
  const changing = Object.values<readonly [string, string]>(columns).filter(([column]) => column !== 'id');
  const taken = sql.join(changing.map(([column]) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  return {
    byExternalId: async (tx, ws, source, ids) => {
      if (ids.length === 0) return new Map();
      const { rows } = await sql<Kept>`
        select ${recordFields(columns)} from ${table}
        where ws = ${ws} and source = ${source} and external_id = any(${textArray(ids)}::text[]) for update`.execute(tx);
      return new Map(rows.map((record) => [record.externalId ?? '', record]));
    },
    save: async (tx, ws, records) => {
      if (records.length === 0) return;
      await sql`
        insert into ${table} (ws, ${columnNames(columns)}) select ${ws}, given.* from ${recordRows(columns, records)} as given
        on conflict (ws, id) do update set ${taken}`.execute(tx);
    },
    remove: async (tx, ws, ids) => {
      if (ids.length > 0) await sql`delete from ${table} where ws = ${ws} and id = any(${textArray(ids)}::text[])`.execute(tx);
    },
  };
};
