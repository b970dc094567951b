import { type Db, sql } from '#platform/postgres.ts';
import { identityTables, type MergeRow } from './tables.ts';

export type MergeKind = MergeRow['kind'];

/** A merge of two rows as the ledger keeps it; `details` is what a split puts back. */
export interface StoredMerge {
  readonly id: string;
  readonly kind: MergeKind;
  readonly seq: number;
  readonly from: number;
  readonly into: number;
  readonly forced: boolean;
  readonly reason: string;
  readonly actor: string;
  readonly at: number;
  readonly undoneAt: number | null;
  readonly details: unknown;
}

/** All merges that touch these rows, those taken back included, oldest first. */
export const mergesTouching = async (db: Db, ws: number, kind: MergeKind, nums: readonly number[]): Promise<readonly StoredMerge[]> => {
  if (nums.length === 0) return [];
  const { rows } = await sql<MergeRow>`
    select * from identity_merge where ws = ${ws} and kind = ${kind} and from_num = any(${nums}::int[])
    union
    select * from identity_merge where ws = ${ws} and kind = ${kind} and into_num = any(${nums}::int[])
    order by seq, id`.execute(db);
  return rows.map(mergeOf);
};

/** Writes merges into the ledger. */
export const insertMerges = async (tx: Db, ws: number, merges: readonly StoredMerge[]): Promise<void> => {
  if (merges.length === 0) return;
  const rows = merges.map(({ at, ...merge }) => ({ ...merge, at: new Date(at) }));
  await sql`
    insert into identity_merge (ws, id, kind, seq, from_num, into_num, forced, reason, actor, merged_at, details)
    select ${ws}, id, kind, seq, "from", "into", forced, reason, actor, at, details
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (id text, kind text, seq int, "from" int, "into" int, forced bool, reason text, actor text, at timestamptz, details jsonb)`.execute(
    tx,
  );
};

/** Marks a merge as taken back. */
export const markUndone = async (tx: Db, ws: number, id: string, by: { readonly actor: string; readonly now: number }): Promise<void> => {
  await identityTables(tx)
    .updateTable('identity_merge')
    .set({ undone_at: new Date(by.now), undone_by: by.actor })
    .where('ws', '=', ws)
    .where('id', '=', id)
    .execute();
};

/** One merge by its id. */
export const mergeById = async (db: Db, ws: number, id: string): Promise<StoredMerge | null> => {
  const row = await identityTables(db)
    .selectFrom('identity_merge')
    .selectAll()
    .where('ws', '=', ws)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? mergeOf(row) : null;
};

/** The ledger's newest merges. */
export const newestMerges = async (db: Db, ws: number, limit: number): Promise<readonly StoredMerge[]> => {
  const rows = await identityTables(db)
    .selectFrom('identity_merge')
    .selectAll()
    .where('ws', '=', ws)
    .orderBy('merged_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(mergeOf);
};

const mergeOf = (row: MergeRow): StoredMerge => ({
  id: row.id,
  kind: row.kind,
  seq: row.seq,
  from: row.from_num,
  into: row.into_num,
  forced: row.forced,
  reason: row.reason,
  actor: row.actor,
  at: row.merged_at.getTime(),
  undoneAt: row.undone_at?.getTime() ?? null,
  details: row.details,
});
