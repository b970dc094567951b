import { type Columns, columnNames, type Db, recordRows, sql } from '#platform/postgres.ts';
import type { PersonNode } from '../domain/person-record.ts';
import { identityTables, type PersonRow } from './tables.ts';

/** All rows of the people that these rows belong to now: themselves, whoever stands for them and whoever was merged with them. */
export const membersOf = async (db: Db, ws: number, nums: readonly number[]): Promise<readonly PersonNode[]> => {
  if (nums.length === 0) return [];
  const { rows } = await sql<PersonRow>`
    with standing as (
      select distinct coalesce(merged_into, num) as num from person where ws = ${ws} and num = any(${[...new Set(nums)]}::int[])
    )
    select person.* from person join standing on person.num = standing.num where person.ws = ${ws}
    union all
    select person.* from person join standing on person.merged_into = standing.num where person.ws = ${ws}`.execute(db);
  return rows.map(nodeOf);
};

/** Writes new rows in one statement. `standingAccounts` says which account stands for a home account. */
export const insertPeople = async (tx: Db, ws: number, people: readonly PersonNode[], written: WrittenPeople): Promise<void> => {
  if (people.length === 0) return;
  await sql`insert into person (ws, ${columnNames(COLUMNS)}) select ${ws}, r.* from ${rowsOf(people, written)} as r`.execute(tx);
};

/** Writes changed rows in one statement. */
export const updatePeople = async (tx: Db, ws: number, people: readonly PersonNode[], written: WrittenPeople): Promise<void> => {
  if (people.length === 0) return;
  await sql`
    update person set merged_into = r.merged_into, name = r.name, email = r.email, title = r.title, phone = r.phone, channel = r.channel,
      attributes = r.attributes, home_account = r.home_account, account_num = r.account_num, traits = r.traits, has_user = r.has_user,
      has_email = r.has_email, version = r.version, created_at = r.created_at, updated_at = r.updated_at
    from ${rowsOf(people, written)} as r where person.ws = ${ws} and person.num = r.num`.execute(tx);
};

export interface WrittenPeople {
  readonly now: number;
  /** Home account → the account that stands for it, where it is another one. */
  readonly standingAccounts: ReadonlyMap<number, number>;
}

/** Takes rows away together with their aliases. */
export const deletePeople = async (tx: Db, ws: number, nums: readonly number[]): Promise<void> => {
  if (nums.length === 0) return;
  await sql`delete from alias where ws = ${ws} and person_num = any(${nums}::int[])`.execute(tx);
  await sql`delete from person where ws = ${ws} and num = any(${nums}::int[])`.execute(tx);
};

/** The numbers of these people's rows, by id; ids that do not exist are left out. */
export const personNums = async (db: Db, ws: number, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (ids.length === 0) return new Map();
  const rows = await identityTables(db)
    .selectFrom('person')
    .select(['num', 'id'])
    .where('ws', '=', ws)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.num]));
};

/** The number of a person by id; a merged row answers with the one that stands for it. Null when there is none. */
export const personNum = async (db: Db, ws: number, id: string): Promise<number | null> => {
  const row = await identityTables(db)
    .selectFrom('person')
    .select(['num', 'merged_into'])
    .where('ws', '=', ws)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? (row.merged_into ?? row.num) : null;
};

/** The numbers under which facts about a person may be kept: its own and those of rows merged with it. Null when there is no such person. */
export const personRowNums = async (db: Db, ws: number, id: string): Promise<readonly number[] | null> => {
  const { rows } = await sql<{ num: number }>`
    select member.num from person asked
    join person member on member.ws = asked.ws
      and (member.num = coalesce(asked.merged_into, asked.num) or member.merged_into = coalesce(asked.merged_into, asked.num))
    where asked.ws = ${ws} and asked.id = ${id} order by member.num`.execute(db);
  return rows.length === 0 ? null : rows.map(({ num }) => num);
};

/** How these people are called, by number; a merged row answers with the person that stands for it. */
export const peopleByNums = async (
  db: Db,
  ws: number,
  nums: readonly number[],
): Promise<ReadonlyMap<number, { readonly id: string; readonly name: string | null }>> => {
  if (nums.length === 0) return new Map();
  const { rows } = await sql<{ asked: number; id: string; name: string | null }>`
    select raw.num as asked, stands.id, coalesce(stands.name, stands.email) as name
    from person raw join person stands on stands.ws = raw.ws and stands.num = coalesce(raw.merged_into, raw.num)
    where raw.ws = ${ws} and raw.num = any(${[...new Set(nums)]}::int[])`.execute(db);
  return new Map(rows.map(({ asked, ...person }) => [asked, person]));
};

/** Moves people to the accounts that stand for their home accounts now. */
export const moveToStandingAccounts = async (tx: Db, ws: number, homeAccounts: readonly number[]): Promise<void> => {
  if (homeAccounts.length === 0) return;
  await sql`
    update person set account_num = coalesce(account.merged_into, account.num)
    from account where person.ws = ${ws} and account.ws = ${ws} and person.home_account = account.num
      and account.num = any(${homeAccounts}::int[])`.execute(tx);
};

/** A person row as the rules see it. */
export const nodeOf = (row: PersonRow): PersonNode => ({
  num: row.num,
  id: row.id,
  mergedInto: row.merged_into,
  traits: row.traits,
  hasUser: row.has_user,
  hasEmail: row.has_email,
  aliasNum: row.alias_num,
  version: row.version,
  createdAt: row.created_at.getTime(),
  shown: {
    name: row.name,
    email: row.email,
    title: row.title,
    phone: row.phone,
    channel: row.channel,
    attributes: row.attributes,
    homeAccount: row.home_account,
  },
});

/** A person row as it is written. */
type WrittenPerson = Omit<PersonNode, 'shown'> & PersonNode['shown'] & { readonly accountNum: number | null; readonly updatedAt: number };

const COLUMNS: Columns<WrittenPerson> = {
  num: ['num', 'integer'],
  id: ['id', 'text'],
  mergedInto: ['merged_into', 'integer'],
  name: ['name', 'text'],
  email: ['email', 'text'],
  title: ['title', 'text'],
  phone: ['phone', 'text'],
  channel: ['channel', 'text'],
  attributes: ['attributes', 'json'],
  homeAccount: ['home_account', 'integer'],
  accountNum: ['account_num', 'integer'],
  traits: ['traits', 'json'],
  hasUser: ['has_user', 'boolean'],
  hasEmail: ['has_email', 'boolean'],
  aliasNum: ['alias_num', 'integer'],
  version: ['version', 'integer'],
  createdAt: ['created_at', 'instant'],
  updatedAt: ['updated_at', 'instant'],
};

const rowsOf = (people: readonly PersonNode[], { now, standingAccounts }: WrittenPeople) =>
  recordRows(
    COLUMNS,
    people.map(({ shown, ...person }): WrittenPerson => {
      const { homeAccount } = shown;
      const accountNum = homeAccount === null ? null : (standingAccounts.get(homeAccount) ?? homeAccount);
      return { ...person, ...shown, accountNum, updatedAt: now };
    }),
  );
