import { type Db, sql } from '#platform/postgres.ts';
import { likePattern } from './list-source.ts';

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
  const { rows } = await sql<Found>`
    with wanted as (select lower(${text}::text) as text),
    hit as (
      select a.num, a.id, a.name, a.domain, least(${rankOf(sql`lower(a.name)`)}, ${rankOf(sql`coalesce(a.domain, '')`)}) as rank
      from account a, wanted where a.ws = ${ws} and a.merged_into is null and (lower(a.name) like lower(${wantedPattern(text)}) or a.domain like lower(${wantedPattern(text)}))
      union all
      select stands.num, stands.id, stands.name, stands.domain, 0
      from account_key k join account raw on raw.ws = k.ws and raw.num = k.account_num
      join account stands on stands.ws = raw.ws and stands.num = coalesce(raw.merged_into, raw.num)
      where k.ws = ${ws} and k.external_id in (${text}, upper(${text}))
    ), best as (select num, id, name, domain, min(rank) as rank from hit group by 1, 2, 3, 4)
    select 'account' as kind, id, name as label, coalesce(domain, '') as detail, rank from best
    order by rank, length(name), lower(name), num limit ${limit}`.execute(db);
  return rows;
};

/** The people whose name or address is like this, best first. */
export const findPeople = async (db: Db, ws: number, text: string, limit: number): Promise<readonly Found[]> => {
  const { rows } = await sql<Found>`
    with wanted as (select lower(${text}::text) as text),
    hit as (
      select p.num, p.id, p.name, p.email, p.account_num, least(${rankOf(sql`coalesce(lower(p.name), '')`)}, ${rankOf(sql`coalesce(lower(p.email), '')`)}) as rank
      from person p, wanted where p.ws = ${ws} and p.merged_into is null and (lower(p.name) like lower(${wantedPattern(text)}) or lower(p.email) like lower(${wantedPattern(text)}))
      order by rank, length(coalesce(p.name, p.email)), num limit ${limit}
    )
    select 'person' as kind, hit.id, coalesce(hit.name, hit.email) as label, concat_ws(' · ', case when hit.name is not null then hit.email end, a.name) as detail, hit.rank
    from hit left join account a on a.ws = ${ws} and a.num = hit.account_num
    order by hit.rank, length(coalesce(hit.name, hit.email)), hit.num`.execute(db);
  return rows;
};

// Nearly everything holds one or two letters somewhere; a Chinese word is that short.
const wantedPattern = (text: string): string => {
  const pattern = likePattern(text);
  return /^[\x20-\x7e]{1,2}$/.test(text) ? pattern.slice(1) : pattern;
};

const rankOf = (text: ReturnType<typeof sql>) => sql`case
  when ${text} = wanted.text then 0 when starts_with(${text}, wanted.text) then 1
  when strpos(${text}, ' ' || wanted.text) > 0 or strpos(${text}, '.' || wanted.text) > 0 then 2
  when strpos(${text}, wanted.text) > 0 then 3 else 4 end`;
