import { createHash } from 'node:crypto';
import { type Db, sql } from '#platform/postgres.ts';
import { customSortKey, type ListName } from './columns.ts';

/** A custom attribute by which a list is sorted, as numbers or as text. */
export interface SortedAttribute {
  readonly list: ListName;
  readonly key: string;
  readonly numeric: boolean;
}

const TABLE = { accounts: 'account', people: 'person' } as const;

/** Are there so many rows that sorting them takes longer than a page may? By the database's own estimate. */
export const isLongList = async (db: Db, list: ListName, least: number): Promise<boolean> => {
  const { rows } = await sql<{ is: boolean }>`
    select reltuples >= ${least} as is from pg_class where oid = ${TABLE[list]}::regclass`.execute(db);
  return rows[0]?.is ?? false;
};

/** Notes that a list was sorted by this attribute on a day. */
export const noteSorted = async (db: Db, { list, key, numeric }: SortedAttribute, day: string): Promise<void> => {
  await sql`insert into sorted_attribute (list, key, is_numeric, asked_on) values (${list}, ${key}, ${numeric}, ${day})
    on conflict (list, key, is_numeric) do update set asked_on = excluded.asked_on`.execute(db);
};

/** The attributes by which nobody sorted since a day, and of the others all but the `most` asked last. */
export const unusedSorted = async (db: Db, since: string, most: number): Promise<readonly SortedAttribute[]> => {
  const { rows } = await sql<SortedAttribute>`
    select list, key, is_numeric as numeric from sorted_attribute where (list, key, is_numeric) not in (
      select list, key, is_numeric from sorted_attribute where asked_on >= ${since}::date order by asked_on desc, list, key limit ${most})
    order by list, key, is_numeric`.execute(db);
  return rows;
};

/** Forgets that a list was sorted by this attribute. */
export const forgetSorted = async (db: Db, { list, key, numeric }: SortedAttribute): Promise<void> => {
  await sql`delete from sorted_attribute where list = ${list} and key = ${key} and is_numeric = ${numeric}`.execute(db);
};

/**
 * Makes the index that gives a list sorted by this attribute its order, unless it stands; writers go on meanwhile. Of all workspaces, since they share a
 * table. Takes seconds for a million rows, and must not run within a transaction.
 */
export const buildSortIndex = async (db: Db, attribute: SortedAttribute): Promise<void> => {
  const name = indexName(attribute);
  const { rows } = await sql<{ valid: boolean }>`select indisvalid as valid from pg_index where indexrelid = to_regclass(${name})`.execute(
    db,
  );
  if (rows[0]?.valid) return;
  // One that was begun and not finished is in nobody's way but its own.
  if (rows[0]) await dropSortIndex(db, attribute);
  const { by } = customSortKey(sql`attributes`, sql.lit(attribute.key), attribute.numeric);
  await sql`create index concurrently ${sql.ref(name)} on ${sql.table(TABLE[attribute.list])} (ws, (${by}), num) where merged_into is null`.execute(
    db,
  );
};

/** Takes that index away. */
export const dropSortIndex = async (db: Db, attribute: SortedAttribute): Promise<void> => {
  await sql`drop index concurrently if exists ${sql.ref(indexName(attribute))}`.execute(db);
};

const indexName = ({ list, key, numeric }: SortedAttribute): string =>
  `list_sort_${createHash('md5').update(`${list} ${numeric} ${key}`).digest('hex').slice(0, 20)}`;
