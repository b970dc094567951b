import { type Db, sql } from '#platform/postgres.ts';
import type { HeardNote } from '../domain/health/heard-note.ts';

/** An account whose health of days gone by is to be judged, from a local day on. */
export interface DueAccount {
  readonly account: number;
  readonly from: string;
}

/** Notes that the health of days gone by of these accounts is to be judged; of several days the earliest counts. */
export const askForPast = async (db: Db, ws: number, due: readonly DueAccount[]): Promise<void> => {
  if (due.length === 0) return;
  await sql`
    insert into history_due as due (ws, account_num, from_day)
    select ${ws}, account, from_day from unnest(${due.map((one) => one.account)}::int[], ${due.map((one) => one.from)}::date[]) as r (account, from_day)
    order by account on conflict (ws, account_num) do update set from_day = least(due.from_day, excluded.from_day)`.execute(db);
};

/** Accounts whose past is to be judged, those with the same days together. */
export const dueAccounts = async (db: Db, ws: number, limit: number): Promise<readonly DueAccount[]> => {
  const { rows } = await sql<DueAccount>`
    select account_num as account, from_day as "from" from history_due where ws = ${ws} order by from_day desc, account_num limit ${limit}`.execute(
    db,
  );
  return rows;
};

/** How many accounts is that, and from which day on at the earliest? Null without any. */
export const dueInAll = async (db: Db, ws: number): Promise<{ readonly accounts: number; readonly from: string } | null> => {
  const { rows } = await sql<{ accounts: number; from: string | null }>`
    select count(*)::int as accounts, min(from_day) as "from" from history_due where ws = ${ws}`.execute(db);
  const [row] = rows;
  return row?.from == null ? null : { accounts: row.accounts, from: row.from };
};

/** These accounts are judged; one of which an earlier day was asked for meanwhile stays. */
export const pastIsJudged = async (db: Db, ws: number, done: readonly DueAccount[]): Promise<void> => {
  await sql`
    delete from history_due as due using unnest(${done.map((one) => one.account)}::int[], ${done.map((one) => one.from)}::date[]) as done (account, from_day)
    where due.ws = ${ws} and due.account_num = done.account and due.from_day >= done.from_day`.execute(db);
};

/** Nothing of this workspace's past is left to be judged, or all of it is about to be. */
export const clearDue = async (db: Db, ws: number): Promise<void> => {
  await sql`delete from history_due where ws = ${ws}`.execute(db);
};

/** On which days was there fresh data for which factor, when the past was last judged by it? Empty before. */
export const readHeardNote = async (db: Db, ws: number): Promise<HeardNote> => {
  const { rows } = await sql<{ noted: HeardNote }>`select noted from signals_heard where ws = ${ws}`.execute(db);
  return rows[0]?.noted ?? {};
};

/** Keeps that note. */
export const writeHeardNote = async (db: Db, ws: number, note: HeardNote): Promise<void> => {
  await sql`insert into signals_heard (ws, noted) values (${ws}, ${JSON.stringify(note)}::jsonb)
    on conflict (ws) do update set noted = excluded.noted`.execute(db);
};
