import type { Condition } from '#kernel/condition.ts';
import type { Order } from '#kernel/page.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { ListCursor } from '../../domain/list-cursor.ts';
import { columnOf, type ListName, type Sql, sortKeyOf } from './columns.ts';
import { conditionSql } from './condition-sql.ts';

/** What is asked of a list: settled conditions and fields that exist. */
export interface ListQuestion {
  readonly ws: number;
  readonly search: string;
  readonly filter: Condition;
  /** UTC ms, for filters that look back or ahead. */
  readonly now: number;
}

export interface ListSlice {
  readonly sort: string;
  /** Does the custom attribute by which it is sorted hold numbers? */
  readonly numeric: boolean;
  readonly order: Order;
  readonly limit: number;
  readonly after: ListCursor | null;
}

/** The numbers of the rows of a page in order, each with the place that a cursor names; rows without a value come last in both directions. */
export const listPage = async (db: Db, list: ListName, question: ListQuestion, slice: ListSlice): Promise<readonly ListCursor[]> => {
  const { after, limit } = slice;
  const valued = after?.value === null ? [] : await valuedPart(db, list, question, slice);
  if (valued.length === limit) return valued;
  const rest = await emptyPart(db, list, question, { ...slice, limit: limit - valued.length, after: after?.value === null ? after : null });
  return [...valued, ...rest];
};

/** How many rows match, exactly? */
export const countList = async (db: Db, list: ListName, question: ListQuestion): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${FROM[list]} where ${matching(list, question)}`.execute(db);
  return rows[0]?.total ?? 0;
};

// Apart from the rows without a value, and with ties in the direction of the sort, so that an index gives the order, forwards or backwards.
const valuedPart = async (db: Db, list: ListName, question: ListQuestion, slice: ListSlice): Promise<readonly ListCursor[]> => {
  const { by, type } = sortKey(list, slice);
  const num = NUM[list];
  const direction = slice.order === 'asc' ? sql`asc` : sql`desc`;
  const sign = slice.order === 'asc' ? sql`>` : sql`<`;
  const beyond = slice.after ? sql`(${by}, ${num}) ${sign} (${slice.after.value}::${type}, ${slice.after.num}::int)` : sql`true`;
  const { rows } = await sql<ListCursor>`
    select (${by})::text as value, ${num} as num from ${FROM[list]}
    where ${matching(list, question)} and ${by} is not null and ${beyond}
    order by ${by} ${direction}, ${num} ${direction} limit ${slice.limit}`.execute(db);
  return rows;
};

const emptyPart = async (db: Db, list: ListName, question: ListQuestion, slice: ListSlice): Promise<readonly ListCursor[]> => {
  const { by } = sortKey(list, slice);
  const num = NUM[list];
  const { rows } = await sql<ListCursor>`
    select null as value, ${num} as num from ${FROM[list]}
    where ${matching(list, question)} and ${by} is null and ${num} > ${slice.after?.num ?? 0}
    order by ${num} limit ${slice.limit}`.execute(db);
  return rows;
};

// Identity's tables are upstream: they are read here, never written. Joins that a question does not need are left out by the planner.
const FROM: Readonly<Record<ListName, Sql>> = {
  accounts: sql`account a left join account_figure f on f.ws = a.ws and f.account_num = a.num`,
  people: sql`person p left join person_figure g on g.ws = p.ws and g.person_num = p.num left join account a on a.ws = p.ws and a.num = p.account_num`,
};
const NUM: Readonly<Record<ListName, Sql>> = { accounts: sql`a.num`, people: sql`p.num` };

const matching = (list: ListName, { ws, search, filter, now }: ListQuestion): Sql => {
  const column = (field: string) => {
    const found = columnOf(list, field);
    if (found === null) throw new TypeError(`${list} have no field “${field}”`);
    return found;
  };
  const kept = list === 'accounts' ? sql`a.ws = ${ws} and a.merged_into is null` : sql`p.ws = ${ws} and p.merged_into is null`;
  return sql`${kept} and ${conditionSql(filter, { column, now })} and ${sql.join([sql`true`, ...wordsOf(search).map(SAYS[list](ws))], sql` and `)}`;
};

const wordsOf = (search: string): readonly string[] => search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
export const likePattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

// Each word must be somewhere in the names; an id of another system is given whole.
const SAYS: Readonly<Record<ListName, (ws: number) => (word: string) => Sql>> = {
  accounts: (ws) => (word) =>
    sql`(
    lower(a.name) like lower(${likePattern(word)}) or a.domain like lower(${likePattern(word)})
    or a.num in (select account_num from account_key where ws = ${ws} and external_id in (${word}, upper(${word})))
  )`,
  people: (ws) => (word) =>
    sql`(
    lower(concat_ws(' ', p.name, p.email)) like lower(${likePattern(word)})
    or p.account_num in (select num from account where ws = ${ws} and lower(name) like lower(${likePattern(word)}))
  )`,
};

const sortKey = (list: ListName, { sort, numeric }: ListSlice) => {
  const key = sortKeyOf(list, sort, numeric);
  if (key === null) throw new TypeError(`${list} have no field “${sort}”`);
  return key;
};
