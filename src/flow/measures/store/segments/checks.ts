import { type Db, sql } from '#platform/postgres.ts';
import type { SegmentPlace } from './stays.ts';

/** What a night found about a segment: how many are in, how many the clock moved, and how many had been missed or kept wrongly. */
export interface SegmentCheck {
  /** UTC ms. */
  readonly at: number;
  readonly members: number;
  readonly byTime: number;
  readonly missing: number;
  readonly extra: number;
  readonly tookMs: number;
}

/** Keeps what was found. */
export const keepCheck = async (db: Db, { ws, num }: SegmentPlace, check: SegmentCheck): Promise<void> => {
  await sql`insert into segment_check (ws, segment_num, checked_at, members, by_time, missing, extra, took_ms)
    values (${ws}, ${num}, ${new Date(check.at)}, ${check.members}, ${check.byTime}, ${check.missing}, ${check.extra}, ${check.tookMs})
    on conflict do nothing`.execute(db);
};

/** The latest checks of a segment, the newest first. */
export const checksOf = async (db: Db, { ws, num }: SegmentPlace, limit: number): Promise<readonly SegmentCheck[]> => {
  const { rows } = await sql<Omit<SegmentCheck, 'at'> & { at: Date }>`
    select checked_at as at, members, by_time as "byTime", missing, extra, took_ms as "tookMs" from segment_check
    where ws = ${ws} and segment_num = ${num} order by checked_at desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
};

/** The newest check of each segment of a workspace, by its number. */
export const newestChecks = async (db: Db, ws: number): Promise<ReadonlyMap<number, SegmentCheck>> => {
  const { rows } = await sql<Omit<SegmentCheck, 'at'> & { num: number; at: Date }>`
    select distinct on (segment_num) segment_num as num, checked_at as at, members, by_time as "byTime", missing, extra, took_ms as "tookMs"
    from segment_check where ws = ${ws} order by segment_num, checked_at desc`.execute(db);
  return new Map(rows.map(({ num, ...row }) => [num, { ...row, at: row.at.getTime() }]));
};
