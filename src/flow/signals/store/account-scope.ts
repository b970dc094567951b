import { type Db, sql } from '#platform/postgres.ts';

/** Accounts that are looked at, with the numbers that facts about them carry: their own and those of accounts merged into them. */
export interface AccountScope {
  readonly ws: number;
  /** Accounts that stand for themselves, by number; ids beside. */
  readonly accounts: ReadonlyMap<number, { readonly id: string; readonly createdAt: number }>;
  /** The account that stands for each number of a fact. */
  readonly standing: ReadonlyMap<number, number>;
  /** Numbers that were asked for and stand for nothing any more: merged into another account, or removed. */
  readonly gone: readonly number[];
}

/** Which accounts do these numbers name now, in the order of their numbers? Reads identity's table, which is upstream. */
export const accountScope = async (db: Db, ws: number, nums: readonly number[]): Promise<AccountScope> => {
  const { rows } = await sql<{ num: number; id: string; merged_into: number | null; created_at: Date }>`
    select num, id, merged_into, created_at from account
    where ws = ${ws} and (num = any(${nums}::int[]) or merged_into = any(${nums}::int[])) order by num`.execute(db);
  const whole = rows.filter((row) => row.merged_into === null);
  const accounts = new Map(whole.map((row) => [row.num, { id: row.id, createdAt: row.created_at.getTime() }]));
  const standing = new Map(rows.map((row) => [row.num, row.merged_into ?? row.num] as const).filter(([, stands]) => accounts.has(stands)));
  return { ws, accounts, standing, gone: nums.filter((num) => !accounts.has(num)) };
};

/** The numbers of the accounts that stand for themselves, in order, a chunk at a time, from `after` on. */
export const accountsAfter = async (db: Db, ws: number, after: number, limit: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ num: number }>`
    select num from account where ws = ${ws} and num > ${after} and merged_into is null order by num limit ${limit}`.execute(db);
  return rows.map((row) => row.num);
};

/** How many accounts stand for themselves? */
export const countAccounts = async (db: Db, ws: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from account where ws = ${ws} and merged_into is null`.execute(db);
  return rows[0]?.n ?? 0;
};

/** Accounts with the names that lists show, spread evenly over the workspace, at most `limit`. */
export const sampleAccounts = async (db: Db, ws: number, limit: number): Promise<readonly { num: number; id: string; name: string }[]> => {
  // By a hash of the number: the same sample whenever it is asked for, from all ages of the workspace.
  const { rows } = await sql<{ num: number; id: string; name: string }>`
    select num, id, name from account where ws = ${ws} and merged_into is null order by hashint4(num) limit ${limit}`.execute(db);
  return rows;
};
