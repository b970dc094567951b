import { type Db, sql } from '#platform/postgres.ts';
import type { SignalId } from '../contracts.ts';

/** What a signal said on the day of a crossing, and what it said last in another band. */
export interface CrossingRow {
  readonly account: number;
  readonly score: number;
  readonly points: readonly (number | null)[];
  readonly beforeScore: number | null;
  readonly beforeDay: string | null;
}

/** The scores around crossings; those without a score on that day are left out. */
export const crossingRows = async (
  db: Db,
  ws: number,
  signal: SignalId,
  crossings: readonly { readonly account: number; readonly day: string }[],
): Promise<readonly CrossingRow[]> => {
  const { rows } = await sql<CrossingRow>`
    select s.account_num as account, s.score, s.points, b.score as "beforeScore", b.day as "beforeDay"
    from unnest(${crossings.map((one) => one.account)}::int[], ${crossings.map((one) => one.day)}::date[]) as c (account, day)
    join score_day s on s.ws = ${ws} and s.signal = ${signal} and s.account_num = c.account and s.day = c.day and s.score is not null
    left join lateral (
      select score, day from score_day p
      where p.ws = ${ws} and p.signal = ${signal} and p.account_num = c.account and p.day < c.day and p.score is not null and p.band <> s.band
      order by p.day desc limit 1
    ) b on true`.execute(db);
  return rows;
};
