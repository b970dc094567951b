import { type Db, sql } from '#platform/postgres.ts';

/** An account, or a person, about which something new is known, since when. */
export interface Reaction {
  readonly ws: number;
  readonly num: number;
  readonly since: Date;
  /** The first day (UTC, days since 1970) of which something new is known; null when it is told of now alone. */
  readonly pastFrom: number | null;
}

const TABLES = {
  account: { table: sql.table('account_reaction'), num: sql.ref('account_num'), pastFrom: sql`past_from` },
  person: { table: sql.table('person_reaction'), num: sql.ref('person_num'), pastFrom: sql`null::int` },
} as const;
/** Who is looked at again: accounts always, people where somebody watches them. */
export type ReactionOf = keyof typeof TABLES;

/** Those that are to be looked at now, oldest first. */
export const takeReactions = async (db: Db, of: ReactionOf, limit: number): Promise<readonly Reaction[]> => {
  const { table, num, pastFrom } = TABLES[of];
  const { rows } = await sql<Reaction>`
    select ws, ${num} as num, since, ${pastFrom} as "pastFrom" from ${table} where since <= clock_timestamp() order by since limit ${limit}`.execute(
    db,
  );
  return rows;
};

/** Lets none wait for an import to become quiet about it. */
export const hurryReactions = async (db: Db): Promise<void> => {
  for (const { table } of Object.values(TABLES))
    await sql`update ${table} set since = clock_timestamp() where since > clock_timestamp()`.execute(db);
};

/** The reaction is done; one about which something new came meanwhile stays. */
export const finishReactions = async (db: Db, of: ReactionOf, done: readonly Reaction[]): Promise<void> => {
  if (done.length === 0) return;
  const { table, num } = TABLES[of];
  await sql`
    delete from ${table} as waiting using unnest(${done.map((d) => d.ws)}::int[], ${done.map((d) => d.num)}::int[], ${done.map((d) => d.since)}::timestamptz[]) as done (ws, num, since)
    where waiting.ws = done.ws and waiting.${num} = done.num and date_trunc('milliseconds', waiting.since) <= done.since`.execute(db);
};

/** Marks accounts to be looked at again, and from which day on (UTC, days since 1970) their past is told anew, when it is. */
export const touchAccounts = async (db: Db, ws: number, accounts: readonly number[], pastFrom: number | null = null): Promise<void> => {
  if (accounts.length === 0) return;
  await sql`
    insert into account_reaction as waiting (ws, account_num, past_from)
    select ${ws}, num, ${pastFrom} from unnest(${[...new Set(accounts)].sort((a, b) => a - b)}::int[]) as num
    on conflict (ws, account_num) do update set since = clock_timestamp(), past_from = least(waiting.past_from, excluded.past_from)`.execute(
    db,
  );
};

/** The past of a workspace is judged as a whole: who waits in it needs a look at now alone. */
export const leavePast = async (db: Db, ws: number): Promise<void> => {
  await sql`update account_reaction set past_from = null where ws = ${ws} and past_from is not null`.execute(db);
};

/** Says whether somebody waits for facts about people of a workspace: else none are noted. */
export const watchPeople = async (db: Db, ws: number, isWatched: boolean): Promise<void> => {
  if (isWatched) await sql`insert into people_watched (ws) values (${ws}) on conflict do nothing`.execute(db);
  else await sql`delete from people_watched where ws = ${ws}`.execute(db);
};

/** Those of a workspace that wait to be looked at. */
export const waitingUnits = async (db: Db, ws: number, of: ReactionOf): Promise<readonly number[]> => {
  const { table, num } = TABLES[of];
  const { rows } = await sql<{ num: number }>`select ${num} as num from ${table} where ws = ${ws} order by num`.execute(db);
  return rows.map((row) => row.num);
};
