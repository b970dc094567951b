import { type Db, sql, textArray } from '#platform/postgres.ts';
import type { AccountName } from './accounts.ts';
import { identityTables } from './tables.ts';

/** The id that a system gives to an account. */
export interface AccountKey {
  readonly source: string;
  readonly externalId: string;
  readonly accountNum: number;
}

/** Which accounts have these ids in this system? Numbers as they were given, before any merge. */
export const rawAccountsByKey = async (
  db: Db,
  ws: number,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (ids.length === 0) return new Map();
  const rows = await identityTables(db)
    .selectFrom('account_key')
    .select(['external_id', 'account_num'])
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('external_id', '=', sql<string>`any(${[...new Set(ids)]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.external_id, row.account_num]));
};

/** Which accounts have these ids in any system? The oldest where several have; before any merge. */
export const rawAccountsByAnyKey = async (db: Db, ws: number, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ external_id: string; num: number }>`
    select external_id, min(account_num) as num from account_key where ws = ${ws} and external_id = any(${[...new Set(ids)]}::text[])
    group by external_id`.execute(db);
  return new Map(rows.map((row) => [row.external_id, row.num]));
};

/** Which accounts have these ids in this system, and when did they begin (UTC ms)? As they were named, also when others stand for them by now. */
export const accountsByExternalId = async (
  db: Db,
  ws: number,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountName & { readonly signedUpAt: number }>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<AccountName & { readonly signedUpAt: number; readonly key: string }>`
    select key.external_id as key, account.num, account.id, account.name, (extract(epoch from account.created_at) * 1000)::bigint as "signedUpAt"
    from account_key key join account on account.ws = key.ws and account.num = key.account_num
    where key.ws = ${ws} and key.source = ${source} and key.external_id = any(${textArray([...new Set(ids)])}::text[])`.execute(db);
  return new Map(rows.map(({ key, ...account }) => [key, account]));
};

/** Which accounts have these registered domains now? The oldest where several do. */
export const accountsByDomain = async (db: Db, ws: number, domains: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (domains.length === 0) return new Map();
  const { rows } = await sql<{ domain: string; num: number }>`
    select distinct on (domain) domain, num from account where ws = ${ws} and domain = any(${[...new Set(domains)]}::text[])
    order by domain, merged_into is not null, num`.execute(db);
  return new Map(rows.map((row) => [row.domain, row.num]));
};

/** Which ids do these accounts have in this system? Accounts without one are left out. */
export const keysOfAccounts = async (
  db: Db,
  ws: number,
  source: string,
  nums: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> => {
  if (nums.length === 0) return new Map();
  const { rows } = await sql<{ num: number; keys: string[] }>`
    select account_num as num, array_agg(external_id order by external_id) as keys from account_key
    where ws = ${ws} and source = ${source} and account_num = any(${[...new Set(nums)]}::int[]) group by account_num`.execute(db);
  return new Map(rows.map((row) => [row.num, row.keys]));
};

/** Notes the ids that systems give to accounts. */
export const insertAccountKeys = async (tx: Db, ws: number, keys: readonly AccountKey[]): Promise<void> => {
  if (keys.length === 0) return;
  await sql`
    insert into account_key (ws, source, external_id, account_num)
    select ${ws}, * from unnest(${keys.map((key) => key.source)}::text[], ${keys.map((key) => key.externalId)}::text[], ${keys.map((key) => key.accountNum)}::int[])`.execute(
    tx,
  );
};

/** Forgets the ids that a system gave to these accounts, all but those to keep. */
export const trimAccountKeys = async (
  tx: Db,
  ws: number,
  source: string,
  accounts: readonly { readonly accountNum: number; readonly keep: readonly string[] }[],
): Promise<void> => {
  if (accounts.length === 0) return;
  await sql`
    delete from account_key where ws = ${ws} and source = ${source} and account_num = any(${accounts.map((one) => one.accountNum)}::int[])
      and external_id <> all(${accounts.flatMap((one) => one.keep)}::text[])`.execute(tx);
};

/** Gives children their parents, named by external id in this system or by name, as far as those exist now; answers who found one. */
export const settleParents = async (tx: Db, ws: number, source: string): Promise<readonly number[]> => {
  const { rows } = await sql<{ num: number }>`
    update account child set parent_num = found.num
    from (
      select waiting.num as child, coalesce(by_key.account_num, by_name.num) as num
      from account waiting
      left join account_key by_key on by_key.ws = waiting.ws and by_key.source = ${source} and by_key.external_id = waiting.parent_ref
      left join lateral (
        select num from account named where named.ws = waiting.ws and lower(named.name) = lower(waiting.parent_ref) order by num limit 1
      ) by_name on true
      where waiting.ws = ${ws} and waiting.parent_ref is not null and waiting.parent_num is null
    ) found
    where child.ws = ${ws} and child.num = found.child and found.num is not null and found.num <> child.num
    returning child.num`.execute(tx);
  return rows.map((row) => row.num);
};
