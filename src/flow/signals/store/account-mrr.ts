import { type Db, sql } from '#platform/postgres.ts';
import { changedRows } from './changed-rows.ts';

/** What an account paid from `from_at` on, and when that was believed. Instants are UTC ms. */
export interface MrrRow {
  readonly from_at: number;
  /** As believed now; null for the last one, and for what is no longer believed. */
  readonly to_at: number | null;
  readonly known_from: number;
  readonly known_to: number | null;
  readonly mrr_minor: number;
}

/** Makes what these accounts paid be these rows. */
export const writeAccountMrr = async (tx: Db, ws: number, wanted: ReadonlyMap<number, readonly MrrRow[]>): Promise<void> => {
  const { changed, shorter } = changedRows(await read(tx, ws, [...wanted.keys()]), wanted);
  if (shorter.length > 0)
    await sql`delete from account_mrr as step using unnest(${shorter.map((one) => one.account)}::int[], ${shorter.map((one) => one.length)}::int[])
      as kept (account, length) where step.ws = ${ws} and step.account_num = kept.account and step.n >= kept.length`.execute(tx);
  if (changed.length > 0)
    await sql`
      insert into account_mrr (ws, account_num, n, from_at, to_at, known_from, known_to, mrr_minor)
      select ${ws}, account, n, to_timestamp(from_at / 1000.0), to_timestamp(to_at / 1000.0), to_timestamp(known_from / 1000.0),
        to_timestamp(known_to / 1000.0), mrr_minor
      from json_to_recordset(${JSON.stringify(changed.map(({ account, n, row }) => ({ ...row, account, n })))}::json)
        as r (account int, n int, from_at bigint, to_at bigint, known_from bigint, known_to bigint, mrr_minor bigint)
      on conflict (ws, account_num, n) do update set from_at = excluded.from_at, to_at = excluded.to_at, known_from = excluded.known_from,
        known_to = excluded.known_to, mrr_minor = excluded.mrr_minor`.execute(tx);
};

const read = async (db: Db, ws: number, accounts: readonly number[]): Promise<ReadonlyMap<number, readonly MrrRow[]>> => {
  const { rows } = await sql<MrrRow & { account: number }>`
    select account_num as account, mrr_minor, (extract(epoch from from_at) * 1000)::bigint as from_at,
      (extract(epoch from to_at) * 1000)::bigint as to_at, (extract(epoch from known_from) * 1000)::bigint as known_from,
      (extract(epoch from known_to) * 1000)::bigint as known_to
    from account_mrr where ws = ${ws} and account_num = any(${accounts}::int[]) order by account_num, n`.execute(db);
  const found = new Map<number, MrrRow[]>();
  for (const { account, ...row } of rows) found.set(account, [...(found.get(account) ?? []), row]);
  return found;
};
