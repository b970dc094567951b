import { type Db, sql, textArray } from '#platform/postgres.ts';
import type { AccountName } from './accounts.ts';

/** Which accounts bear these names, whatever their case? By the name as asked; one that stands for itself first, then the oldest. */
export const accountsByName = async (db: Db, ws: number, names: readonly string[]): Promise<ReadonlyMap<string, AccountName>> => {
  const asked = [...new Set(names)];
  if (asked.length === 0) return new Map();
  const { rows } = await sql<AccountName & { asked: string }>`
    select distinct on (asked.name) asked.name as asked, account.num, account.id, account.name
    from unnest(${asked}::text[]) as asked (name)
    join account on account.ws = ${ws} and lower(account.name) = lower(trim(asked.name))
    order by asked.name, account.merged_into is not null, account.num`.execute(db);
  return new Map(rows.map(({ asked: name, ...account }) => [name, account]));
};

/** When these accounts began (UTC ms), by id. */
export const signedUpAt = async (db: Db, ws: number, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ id: string; at: number }>`
    select id, (extract(epoch from created_at) * 1000)::bigint as at from account where ws = ${ws} and id = any(${textArray([...new Set(ids)])}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
};

/** The numbers under which records of an account are kept: its own and those of accounts merged into it. Null when there is no such account. */
export const accountNums = async (db: Db, ws: number, id: string): Promise<readonly number[] | null> => {
  const { rows } = await sql<{ num: number }>`
    select member.num from account asked
    join account member on member.ws = asked.ws
      and (member.num = coalesce(asked.merged_into, asked.num) or member.merged_into = coalesce(asked.merged_into, asked.num))
    where asked.ws = ${ws} and asked.id = ${id} order by member.num`.execute(db);
  return rows.length === 0 ? null : rows.map(({ num }) => num);
};

/** The accounts of people, by the ids that a system gives to those people. */
export const accountsOfPeople = async (
  db: Db,
  ws: number,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountName>> => {
  const { rows } = await sql<AccountName & { key: string }>`
    select asked.id as key, account.num, account.id, account.name from unnest(${[...new Set(ids)]}::text[]) as asked (id)
    join alias on alias.ws = ${ws} and alias.kind = 'external' and alias.value = ${source} || ':' || asked.id
    join person on person.ws = alias.ws and person.num = alias.person_num
    join account on account.ws = person.ws and account.num = person.home_account`.execute(db);
  return new Map(rows.map(({ key, ...account }) => [key, account]));
};
