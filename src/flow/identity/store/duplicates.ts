import { type Db, sql } from '#platform/postgres.ts';
import { identityTables } from './tables.ts';

export interface AccountToCompare {
  readonly id: string;
  readonly name: string;
  readonly domain: string | null;
  readonly industry: string | null;
}

export interface PersonToCompare {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly emails: readonly string[];
  readonly account: string | null;
}

/** All accounts that stand for themselves, oldest first. */
export const accountsToCompare = async (db: Db, ws: number): Promise<readonly AccountToCompare[]> => {
  const { rows } = await sql<AccountToCompare>`
    select id, name, domain, industry from account where ws = ${ws} and merged_into is null order by num`.execute(db);
  return rows;
};

/** All people who are known by a name or an address, oldest first, with every address that was linked to them. */
export const peopleToCompare = async (db: Db, ws: number): Promise<readonly PersonToCompare[]> => {
  const { rows } = await sql<PersonToCompare>`
    select person.id, person.name, person.email, account.name as account,
      array_remove(array_append(coalesce(linked.emails, '{}'), person.email), null) as emails
    from person
    left join account on account.ws = person.ws and account.num = person.account_num
    left join (
      select coalesce(member.merged_into, member.num) as num, array_agg(alias.value) as emails
      from alias join person member on member.ws = alias.ws and member.num = alias.person_num
      where alias.ws = ${ws} and alias.kind = 'email' group by 1
    ) linked on linked.num = person.num
    where person.ws = ${ws} and person.merged_into is null and (person.name is not null or person.email is not null)
    order by person.num`.execute(db);
  return rows;
};

/** Pairs of ids that somebody looked at and found to be two, or parted; in both orders. */
export const pairsKeptApart = async (db: Db, ws: number): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ a: string; b: string }>`
    select a, b from duplicate_dismissal where ws = ${ws}
    union
    select from_person.id, into_person.id from identity_merge
      join person from_person on from_person.ws = identity_merge.ws and from_person.num = from_num
      join person into_person on into_person.ws = identity_merge.ws and into_person.num = into_num
      where identity_merge.ws = ${ws} and kind = 'person' and undone_at is not null
    union
    select from_account.id, into_account.id from identity_merge
      join account from_account on from_account.ws = identity_merge.ws and from_account.num = from_num
      join account into_account on into_account.ws = identity_merge.ws and into_account.num = into_num
      where identity_merge.ws = ${ws} and kind = 'account' and undone_at is not null`.execute(db);
  return new Set(rows.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
};

/** Notes that these two are not the same; saying it again changes nothing. */
export const insertDismissal = async (
  db: Db,
  ws: number,
  { a, b, actor, now }: { readonly a: string; readonly b: string; readonly actor: string; readonly now: number },
): Promise<void> => {
  await identityTables(db)
    .insertInto('duplicate_dismissal')
    .values({ ws, a, b, actor, dismissed_at: new Date(now) })
    .onConflict((oc) => oc.doNothing())
    .execute();
};
