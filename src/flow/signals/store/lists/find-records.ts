import type { RawBuilder } from 'kysely';
import { type Db, sql } from '#platform/postgres.ts';
import type { Sql } from './columns.ts';
import { accountWords, likePattern, personWords } from './list-source.ts';

/** Something that was found: `rank` 0 is the whole name, 1 its beginning, 2 the beginning of a word, 3 anything within. */
export interface Found {
  readonly kind: 'account' | 'person';
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly rank: number;
}

/** The accounts whose name, domain or id in another system is like this, best first; one or two Latin letters must begin it. */
export const findAccounts = async (db: Db, ws: number, text: string, limit: number): Promise<readonly Found[]> => {
  const look = (candidates: Candidates) => sql<Found>`
    with wanted as (select lower(${text}::text) as text),
    hit as (
      select a.num, a.id, a.name, a.domain, least(${rankOf(sql`lower(a.name)`)}, ${rankOf(sql`coalesce(a.domain, '')`)}) as rank
      from (${candidates(text, ACCOUNTS(ws))}) a, wanted
      union all
      select stands.num, stands.id, stands.name, stands.domain, 0
      from account_key k join account raw on raw.ws = k.ws and raw.num = k.account_num
      join account stands on stands.ws = raw.ws and stands.num = coalesce(raw.merged_into, raw.num)
      where k.ws = ${ws} and k.external_id in (${text}, upper(${text}))
    ), best as (select num, id, name, domain, min(rank) as rank from hit group by 1, 2, 3, 4)
    select 'account' as kind, id, name as label, coalesce(domain, '') as detail, rank from best
    order by rank, length(name), lower(name), num limit ${limit}`;
  return beginningFirst(db, look, text, limit);
};

/** The people whose name or address is like this, best first. */
export const findPeople = async (db: Db, ws: number, text: string, limit: number): Promise<readonly Found[]> => {
  const look = (candidates: Candidates) => sql<Found>`
    with wanted as (select lower(${text}::text) as text),
    hit as (
      select p.num, p.id, p.name, p.email, p.account_num, least(${rankOf(sql`coalesce(lower(p.name), '')`)}, ${rankOf(sql`coalesce(lower(p.email), '')`)}) as rank
      from (${candidates(text, PEOPLE(ws))}) p, wanted
      order by rank, length(coalesce(p.name, p.email)), num limit ${limit}
    )
    select 'person' as kind, hit.id, coalesce(hit.name, hit.email) as label, concat_ws(' · ', case when hit.name is not null then hit.email end, a.name) as detail, hit.rank
    from hit left join account a on a.ws = ${ws} and a.num = hit.account_num
    order by hit.rank, length(coalesce(hit.name, hit.email)), hit.num`;
  return beginningFirst(db, look, text, limit);
};

interface Searched {
  readonly from: Sql;
  readonly names: readonly Sql[];
  readonly words: Sql;
}
const ACCOUNTS = (ws: number): Searched => ({
  from: sql`select * from account where ws = ${ws} and merged_into is null`,
  names: [sql`lower(name)`, sql`domain`],
  words: accountWords,
});
const PEOPLE = (ws: number): Searched => ({
  from: sql`select * from person where ws = ${ws} and merged_into is null`,
  names: [sql`lower(name)`, sql`lower(email)`],
  words: personWords,
});

type Candidates = (text: string, searched: Searched) => Sql;

// What begins so stands together in an index, the whole name before all others: a few of each are enough, however many there are.
const begins: Candidates = (text, { from, names }) =>
  sql.join(
    names.map((name) => sql`(${from} and ${name} like lower(${likePattern(text).slice(1)}) order by ${name} limit ${MOST_BEGINNINGS})`),
    sql` union `,
  );
// What holds it anywhere comes from an index of groups of three letters; of very many the first that are met are ranked.
const holds: Candidates = (text, { from, words }) => sql`${from} and ${words} like lower(${likePattern(text)}) limit ${MOST_HELD}`;

const MOST_BEGINNINGS = 100;
const MOST_HELD = 2_000;

// A second look, at what is within names, is taken only when too few begin so.
const beginningFirst = async (db: Db, look: (candidates: Candidates) => RawBuilder<Found>, text: string, limit: number) => {
  const first = (await look(begins).execute(db)).rows;
  if (first.length >= limit || isShort(text)) return first;
  const known = new Set(first.map(({ id }) => id));
  const second = (await look(holds).execute(db)).rows.filter(({ id }) => !known.has(id));
  return [...first, ...second].toSorted((a, b) => a.rank - b.rank).slice(0, limit);
};

// Nearly everything holds one or two letters somewhere; a Chinese word is that short.
const isShort = (text: string): boolean => /^[\x20-\x7e]{1,2}$/.test(text);

const rankOf = (text: ReturnType<typeof sql>) => sql`case
  when ${text} = wanted.text then 0 when starts_with(${text}, wanted.text) then 1
  when strpos(${text}, ' ' || wanted.text) > 0 or strpos(${text}, '.' || wanted.text) > 0 then 2
  when strpos(${text}, wanted.text) > 0 then 3 else 4 end`;
