import type { Order } from '#kernel/page.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { ListCursor } from '../../domain/list-cursor.ts';
import { type ListName, type SortKey, sortKeyOf } from './columns.ts';
import { FROM, isNarrowed, type ListQuestion, matching, NUM, RECORDS } from './list-source.ts';

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
  if (isNarrowed(question)) return (await narrowedPage(db, list, question, slice)).places;
  const { after, limit } = slice;
  const valued = after?.value === null ? [] : await valuedPart(db, list, question, slice);
  if (valued.length === limit) return valued;
  const rest = await emptyPart(db, list, question, { ...slice, limit: limit - valued.length, after: after?.value === null ? after : null });
  return [...valued, ...rest];
};

/** The first page, and how many rows match altogether, exactly. */
export const countedPage = async (db: Db, list: ListName, question: ListQuestion, slice: ListSlice): Promise<CountedPage> => {
  const first = { ...slice, after: null };
  if (isNarrowed(question)) return narrowedPage(db, list, question, first);
  const [places, total] = await Promise.all([listPage(db, list, question, first), countAll(db, list, question)]);
  return { places, total };
};

export interface CountedPage {
  readonly places: readonly ListCursor[];
  readonly total: number;
}

// Without the tables of figures: the planner leaves them out by itself, but then reads every row instead of an index alone.
const countAll = async (db: Db, list: ListName, question: ListQuestion): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${RECORDS[list]} where ${matching(list, question)}`.execute(
    db,
  );
  return rows[0]?.total ?? 0;
};

// What matches is looked for once, then sorted: walking an index in the list's order until enough rows match takes for ever when few do.
const narrowedPage = async (db: Db, list: ListName, question: ListQuestion, slice: ListSlice): Promise<CountedPage> => {
  const { by, type } = sortKey(list, slice);
  const isUp = slice.order === 'asc';
  const { rows } = await sql<ListCursor & { total: number }>`
    with hit as materialized (select ${by} as value, ${NUM[list]} as num from ${FROM[list]} where ${matching(list, question)})
    select value::text as value, num, (select count(*) from hit) as total from hit where ${beyondIn(slice, type)}
    order by hit.value ${isUp ? sql`asc` : sql`desc`} nulls last, case when hit.value is null or ${isUp} then num else -num end
    limit ${slice.limit}`.execute(db);
  return { places: rows.map(({ value, num }) => ({ value, num })), total: rows[0]?.total ?? 0 };
};

const beyondIn = ({ after, order }: ListSlice, type: SortKey['type']) => {
  if (after === null) return sql`true`;
  if (after.value === null) return sql`(value is null and num > ${after.num}::int)`;
  const sign = order === 'asc' ? sql`>` : sql`<`;
  return sql`((value, num) ${sign} (${after.value}::${type}, ${after.num}::int) or value is null)`;
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

const sortKey = (list: ListName, { sort, numeric }: ListSlice) => {
  const key = sortKeyOf(list, sort, numeric);
  if (key === null) throw new TypeError(`${list} have no field “${sort}”`);
  return key;
};
