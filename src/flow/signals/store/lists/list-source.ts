import type { Condition } from '#kernel/condition.ts';
import { sql } from '#platform/postgres.ts';
import { columnOf, type ListName, type Sql } from './columns.ts';
import { conditionSql } from './condition-sql.ts';

/** What is asked of a list: settled conditions and fields that exist. */
export interface ListQuestion {
  readonly ws: number;
  readonly search: string;
  readonly filter: Condition;
  /** UTC ms, for filters that look back or ahead. */
  readonly now: number;
}

/** Does the question leave rows out? */
export const isNarrowed = ({ search, filter }: ListQuestion): boolean =>
  search.trim() !== '' || !('all' in filter && filter.all.length === 0);

// Identity's tables are upstream: they are read here, never written. Joins that a question does not need are left out by the planner. A person's
// account is one that stands for itself; saying so lets the list by its name follow an index.
export const FROM: Readonly<Record<ListName, Sql>> = {
  accounts: sql`account a left join account_figure f on f.ws = a.ws and f.account_num = a.num`,
  people: sql`person p left join person_figure g on g.ws = p.ws and g.person_num = p.num left join account a on a.ws = p.ws and a.num = p.account_num and a.merged_into is null left join account_figure f on f.ws = a.ws and f.account_num = a.num`,
};
/** The table whose rows a list shows, without what is told of them. */
export const RECORDS: Readonly<Record<ListName, Sql>> = { accounts: sql`account a`, people: sql`person p` };

export const NUM: Readonly<Record<ListName, Sql>> = { accounts: sql`a.num`, people: sql`p.num` };

/** Which rows of `FROM` are meant? */
export const matching = (list: ListName, { ws, search, filter, now }: ListQuestion): Sql => {
  const column = (field: string) => {
    const found = columnOf(list, field);
    if (found === null) throw new TypeError(`${list} have no field “${field}”`);
    return found;
  };
  const kept = list === 'accounts' ? sql`a.ws = ${ws} and a.merged_into is null` : sql`p.ws = ${ws} and p.merged_into is null`;
  return sql`${kept} and ${conditionSql(filter, { column, now })} and ${searched(list, ws, wordsOf(search))}`;
};

const wordsOf = (search: string): readonly string[] => search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
/** What a text within another looks like to LIKE. */
export const likePattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** What is searched of a record, as the indexes of groups of three letters have it. */
export const accountWords = sql`lower(name || ' ' || coalesce(domain, ''))`;
export const personWords = sql`lower(coalesce(name, '') || ' ' || coalesce(email, ''))`;

// Each word must be somewhere in the names; an id of another system is given whole. Asked as numbers, word by word, each from an index: an "or" over two
// tables would look at every row.
const searched = (list: ListName, ws: number, words: readonly string[]): Sql =>
  words.length === 0
    ? sql`true`
    : sql`${NUM[list]} = any(array(${sql.join(
        words.map((word) => sql`(${SAYS[list](ws, word)})`),
        sql` intersect `,
      )}))`;

const SAYS: Readonly<Record<ListName, (ws: number, word: string) => Sql>> = {
  accounts: (ws, word) => sql`
    select num from account where ws = ${ws} and merged_into is null and ${accountWords} like lower(${likePattern(word)})
    union all
    select account_num from account_key where ws = ${ws} and external_id in (${word}, upper(${word}))`,
  people: (ws, word) => sql`
    select num from person where ws = ${ws} and merged_into is null and ${personWords} like lower(${likePattern(word)})
    union all
    select member.num from (
      select num from account where ws = ${ws} and merged_into is null and ${accountWords} like lower(${likePattern(word)})
    ) as company join person as member on member.ws = ${ws} and member.account_num = company.num and member.merged_into is null`,
};
