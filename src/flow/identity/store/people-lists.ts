import { type Db, sql } from '#platform/postgres.ts';
import type { AttributeValues } from '../domain/account-record.ts';
import { type OwnTraits, personFields } from '../domain/person-record.ts';

/** A person that stands for itself, with the aliases of all its rows. */
export interface ListedPerson {
  readonly id: string;
  readonly accountId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly title: string | null;
  readonly phone: string | null;
  readonly channel: string | null;
  readonly attributes: AttributeValues;
  readonly aliases: readonly { readonly kind: string; readonly value: string }[];
  readonly createdAt: number;
}

/** One person with all aliases, by the number of the row that stands for it; null when there is none. */
export const listedPerson = async (db: Db, ws: number, num: number): Promise<ListedPerson | null> => {
  const [person] = await listed(db, ws, sql`person.num = ${num}`, 1);
  return person ?? null;
};

/** Who works at an account, those with a name first, then by age. */
export const peopleOfAccount = (db: Db, ws: number, accountNum: number, limit: number): Promise<readonly ListedPerson[]> =>
  listed(db, ws, sql`person.account_num = ${accountNum} and person.merged_into is null`, limit);

/** How rows of people are called by what was said under their own ids, whoever stands for them: by name, address or else id. */
export const peopleLabels = async (
  db: Db,
  ws: number,
  nums: readonly number[],
): Promise<ReadonlyMap<number, { readonly id: string; readonly label: string }>> => {
  if (nums.length === 0) return new Map();
  const { rows } = await sql<{ num: number; id: string; traits: OwnTraits }>`
    select num, id, traits from person where ws = ${ws} and num = any(${[...new Set(nums)]}::int[])`.execute(db);
  return new Map(
    rows.map(({ num, id, traits }) => {
      const { name, email } = personFields(new Map(Object.entries(traits).map(([key, { v }]) => [key, v])));
      return [num, { id, label: name ?? email ?? id }];
    }),
  );
};

const listed = async (db: Db, ws: number, which: ReturnType<typeof sql>, limit: number): Promise<readonly ListedPerson[]> => {
  const { rows } = await sql<Omit<ListedPerson, 'createdAt'> & { since: Date }>`
    select person.id, account.id as "accountId", person.name, person.email, person.title, person.phone, person.channel, person.attributes,
      (
        -- A merged person began with the oldest of its rows.
        select least(person.created_at, min(member.created_at)) from person member where member.ws = person.ws and member.merged_into = person.num
      ) as since,
      coalesce((
        select json_agg(json_build_object('kind', alias.kind, 'value', alias.value) order by alias.num)
        from person member join alias on alias.ws = member.ws and alias.person_num = member.num
        where member.ws = person.ws and (member.num = person.num or member.merged_into = person.num) and alias.kind <> 'record'
      ), '[]') as aliases
    from person left join account on account.ws = person.ws and account.num = person.account_num
    where person.ws = ${ws} and ${which}
    order by coalesce(person.name, person.email) is null, person.num limit ${limit}`.execute(db);
  return rows.map(({ since, ...person }) => ({ ...person, createdAt: since.getTime() }));
};
