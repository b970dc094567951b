import { type Db, sql } from '#platform/postgres.ts';
import type { SegmentReplacement, SegmentUse } from '../../segment-contracts.ts';

/** What is kept of a replacement. */
export interface NewReplacement {
  readonly segmentId: string;
  readonly replaced: { readonly id: string; readonly name: string };
  readonly at: number;
  readonly byName: string;
  readonly uses: readonly SegmentUse[];
}

/** Keeps that one segment took the place of another. */
export const insertReplacement = async (tx: Db, ws: number, { segmentId, replaced, at, byName, uses }: NewReplacement): Promise<void> => {
  await sql`insert into segment_replacement (ws, segment_id, replaced_id, replaced_name, at, by_name, uses)
    values (${ws}, ${segmentId}, ${replaced.id}, ${replaced.name}, ${new Date(at)}, ${byName}, ${JSON.stringify(uses)}::jsonb)`.execute(tx);
};

/** The segments whose place this one took, the latest first. */
export const replacementsOf = async (db: Db, ws: number, segmentId: string): Promise<readonly SegmentReplacement[]> => {
  const { rows } = await sql<Omit<SegmentReplacement, 'at'> & { readonly at: Date }>`
    select replaced_name as name, at, by_name as "byName", uses from segment_replacement
    where ws = ${ws} and segment_id = ${segmentId} order by at desc, replaced_id`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
};
