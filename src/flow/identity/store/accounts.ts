import { type Columns, columnNames, type Db, recordRows, sql } from '#platform/postgres.ts';
import type { AccountRecord } from '../domain/account-record.ts';
import { type AccountRow, identityTables } from './tables.ts';

/** How an account is called from outside, with its dense number. */
export interface AccountName {
  readonly num: number;
  readonly id: string;
  readonly name: string;
}

/** These accounts as they are kept, by number; unknown numbers are left out. */
export const accountsByNums = async (db: Db, ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, AccountRecord>> => {
  if (nums.length === 0) return new Map();
  const rows = await identityTables(db)
    .selectFrom('account')
    .selectAll()
    .where('ws', '=', ws)
    .where('num', '=', sql<number>`any(${[...new Set(nums)]}::int[])`)
    .execute();
  return new Map(rows.map((row) => [row.num, recordOf(row)]));
};

/** These accounts as they are kept, by id. */
export const accountsByIds = async (db: Db, ws: number, ids: readonly string[]): Promise<ReadonlyMap<string, AccountRecord>> => {
  if (ids.length === 0) return new Map();
  const rows = await identityTables(db)
    .selectFrom('account')
    .selectAll()
    .where('ws', '=', ws)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
};

/** Accounts for which this one stands. */
export const accountsMergedInto = async (db: Db, ws: number, num: number): Promise<readonly AccountRecord[]> => {
  const rows = await identityTables(db).selectFrom('account').selectAll().where('ws', '=', ws).where('merged_into', '=', num).execute();
  return rows.map(recordOf);
};

/** The names of accounts, by number; a merged account is called by its own name. */
export const accountNames = async (db: Db, ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, AccountName>> => {
  if (nums.length === 0) return new Map();
  const rows = await identityTables(db)
    .selectFrom('account')
    .select(['num', 'id', 'name'])
    .where('ws', '=', ws)
    .where('num', '=', sql<number>`any(${[...new Set(nums)]}::int[])`)
    .execute();
  return new Map(rows.map((row) => [row.num, row]));
};

/** Writes new accounts in one statement. */
export const insertAccounts = async (tx: Db, ws: number, accounts: readonly AccountRecord[]): Promise<void> => {
  if (accounts.length === 0) return;
  await sql`insert into account (ws, ${columnNames(COLUMNS)}) select ${ws}, r.* from ${recordRows(COLUMNS, accounts)} as r`.execute(tx);
};

/** Writes changed accounts in one statement. */
export const updateAccounts = async (tx: Db, ws: number, accounts: readonly AccountRecord[]): Promise<void> => {
  if (accounts.length === 0) return;
  await sql`
    update account set name = r.name, domain = r.domain, industry = r.industry, country = r.country, channel = r.channel, plan = r.plan,
      seats = r.seats, owner_id = r.owner_id, parent_num = r.parent_num, parent_ref = r.parent_ref, attributes = r.attributes,
      merged_into = r.merged_into, version = r.version, created_at = r.created_at, updated_at = r.updated_at
    from ${recordRows(COLUMNS, accounts)} as r where account.ws = ${ws} and account.num = r.num`.execute(tx);
};

/** Notes which import made these accounts in passing. */
export const markMadeBy = async (tx: Db, ws: number, importNumber: number, nums: readonly number[]): Promise<void> => {
  if (nums.length === 0) return;
  await sql`update account set import_number = ${importNumber} where ws = ${ws} and num = any(${nums}::int[])`.execute(tx);
};

/** Accounts that an import made in passing and at which nobody works any more. */
export const leftBehindBy = async (db: Db, ws: number, importNumber: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ num: number }>`
    select num from account where ws = ${ws} and import_number = ${importNumber} and merged_into is null
      and not exists (select 1 from person where person.ws = account.ws and person.home_account = account.num)
      and not exists (select 1 from account_key where account_key.ws = account.ws and account_key.account_num = account.num)`.execute(db);
  return rows.map((row) => row.num);
};

/** Takes accounts away, with the ids that other systems gave them; people who worked there stay, without an account. */
export const deleteAccounts = async (tx: Db, ws: number, nums: readonly number[]): Promise<void> => {
  if (nums.length === 0) return;
  await sql`delete from account_key where ws = ${ws} and account_num = any(${nums}::int[])`.execute(tx);
  await sql`delete from account where ws = ${ws} and num = any(${nums}::int[])`.execute(tx);
  await sql`update account set parent_num = null where ws = ${ws} and parent_num = any(${nums}::int[])`.execute(tx);
  await sql`
    update person set account_num = null, home_account = null, traits = traits - '$account'
    where ws = ${ws} and (traits -> '$account' ->> 'v')::int = any(${nums}::int[])`.execute(tx);
};

/** The number of an account by its id; a merged one answers with the account that stands for it. Null when there is none. */
export const accountNum = async (db: Db, ws: number, id: string): Promise<number | null> => {
  const row = await identityTables(db)
    .selectFrom('account')
    .select(['num', 'merged_into'])
    .where('ws', '=', ws)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? (row.merged_into ?? row.num) : null;
};

/** Which accounts stand for those of these that were merged? Accounts that stand for themselves are left out. */
export const standingAccounts = async (db: Db, ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  if (nums.length === 0) return new Map();
  const { rows } = await sql<{ num: number; stands: number }>`
    select num, merged_into as stands from account
    where ws = ${ws} and merged_into is not null and num = any(${[...new Set(nums)]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.num, row.stands]));
};

/** An account row as the rules see it. */
export const recordOf = (row: AccountRow): AccountRecord => ({
  num: row.num,
  id: row.id,
  name: row.name,
  domain: row.domain,
  industry: row.industry,
  country: row.country,
  channel: row.channel,
  plan: row.plan,
  seats: row.seats,
  ownerId: row.owner_id,
  parentNum: row.parent_num,
  parentRef: row.parent_ref,
  attributes: row.attributes,
  mergedInto: row.merged_into,
  version: row.version,
  createdAt: row.created_at.getTime(),
  updatedAt: row.updated_at.getTime(),
});

const COLUMNS: Columns<AccountRecord> = {
  num: ['num', 'integer'],
  id: ['id', 'text'],
  name: ['name', 'text'],
  domain: ['domain', 'text'],
  industry: ['industry', 'text'],
  country: ['country', 'text'],
  channel: ['channel', 'text'],
  plan: ['plan', 'text'],
  seats: ['seats', 'integer'],
  ownerId: ['owner_id', 'text'],
  parentNum: ['parent_num', 'integer'],
  parentRef: ['parent_ref', 'text'],
  attributes: ['attributes', 'json'],
  mergedInto: ['merged_into', 'integer'],
  version: ['version', 'integer'],
  createdAt: ['created_at', 'instant'],
  updatedAt: ['updated_at', 'instant'],
};
