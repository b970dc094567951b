import { type Db, sql } from '#platform/postgres.ts';

/** An account or a person. */
export type UnitKind = 'account' | 'person';

// By ids first, then by what several may share; of those the one that stands for itself, then the oldest.
const NAMED = {
  account: sql`
    select wanted.text, 1 as rank, account.num from wanted join account on account.ws = wanted.ws and account.id = wanted.text
    union all select wanted.text, 2, key.account_num from wanted join account_key key on key.ws = wanted.ws and key.external_id = wanted.text
    union all select wanted.text, 3, account.num from wanted join account on account.ws = wanted.ws and account.domain = lower(wanted.text)
    union all select wanted.text, 4, account.num from wanted join account on account.ws = wanted.ws and lower(account.name) = lower(wanted.text)`,
  person: sql`
    select wanted.text, 1 as rank, person.num from wanted join person on person.ws = wanted.ws and person.id = wanted.text
    union all select wanted.text, 2, alias.person_num from wanted join alias on alias.ws = wanted.ws and alias.kind = 'user' and alias.value = wanted.text
    union all select wanted.text, 3, person.num from wanted join person on person.ws = wanted.ws and lower(person.email) = lower(wanted.text)
    union all select wanted.text, 4, alias.person_num from wanted join alias on alias.ws = wanted.ws and alias.kind = 'external' and alias.value = wanted.text`,
} as const;
const TABLE = { account: sql.table('account'), person: sql.table('person') } as const;

/** Whom do these texts name now: an id of ours or of another system, an address, a domain or a name? Those that name nobody are left out. */
export const unitsNamed = async (db: Db, ws: number, unit: UnitKind, texts: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (texts.length === 0) return new Map();
  const { rows } = await sql<{ text: string; num: number }>`
    with wanted as (select ${ws}::int as ws, text from unnest(${[...new Set(texts)]}::text[]) as asked (text)), found as (${NAMED[unit]})
    select distinct on (found.text) found.text, coalesce(raw.merged_into, raw.num) as num
    from found join ${TABLE[unit]} raw on raw.ws = ${ws} and raw.num = found.num
    order by found.text, found.rank, raw.merged_into is not null, found.num`.execute(db);
  return new Map(rows.map(({ text, num }) => [text, num]));
};

/** These numbers with those of all who were merged into them. */
export const withMerged = async (db: Db, ws: number, unit: UnitKind, nums: readonly number[]): Promise<readonly number[]> => {
  if (nums.length === 0) return [];
  const { rows } = await sql<{ num: number }>`
    select num from unnest(${[...nums]}::int[]) as asked (num) union select num from ${TABLE[unit]}
    where ws = ${ws} and merged_into = any(${[...nums]}::int[]) order by num`.execute(db);
  return rows.map(({ num }) => num);
};

/** The account of each of these people; those without one are left out. */
export const accountsOfPersons = async (db: Db, ws: number, people: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ num: number; account: number }>`
    select num, account_num as account from person where ws = ${ws} and num = any(${[...people]}::int[]) and account_num is not null`.execute(
    db,
  );
  return new Map(rows.map(({ num, account }) => [num, account]));
};

/** The people of these accounts, in order. */
export const peopleOfAccounts = async (db: Db, ws: number, accounts: readonly number[]): Promise<readonly number[]> => {
  if (accounts.length === 0) return [];
  const { rows } = await sql<{ num: number }>`
    select num from person where ws = ${ws} and account_num = any(${[...accounts]}::int[]) and merged_into is null order by num`.execute(
    db,
  );
  return rows.map(({ num }) => num);
};
