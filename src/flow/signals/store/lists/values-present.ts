import { type Db, sql } from '#platform/postgres.ts';
import type { ListName } from './columns.ts';

/** How many values of a field are offered to choose from, the most frequent ones. */
const MOST = 200;

/** The values that records carry in a field, most frequent first, at most 200. */
export const valuesPresent = async (db: Db, ws: number, list: ListName, field: string): Promise<readonly string[]> => {
  const column = sql.ref(field);
  const { rows } = await sql<{ value: string }>`
    select ${column} as value from ${TABLES[list]} where ws = ${ws} and merged_into is null and ${column} is not null
    group by 1 order by count(*) desc, 1 limit ${MOST}`.execute(db);
  return rows.map((row) => row.value);
};

/** A custom attribute that records carry: how many, what its values are like, and which they are when they are few. */
export interface CustomAttribute {
  readonly key: string;
  readonly numeric: boolean;
  readonly logical: boolean;
  readonly dated: boolean;
  /** Up to 21 different values as text, in order. */
  readonly values: readonly string[];
}

const ENOUGH_ROWS = 20_000;
const MOST_KEYS = 200;

/** Which custom attributes are there? Those of the newest 20,000 records, most frequent first, at most 200. */
export const customAttributes = async (db: Db, ws: number, list: ListName): Promise<readonly CustomAttribute[]> => {
  const { rows } = await sql<CustomAttribute>`
    with newest as (
      select attributes from ${TABLES[list]} where ws = ${ws} and merged_into is null and attributes <> '{}' order by created_at desc, num desc limit ${ENOUGH_ROWS}
    ), pair as (
      select key, value, value #>> '{}' as text from newest, jsonb_each(attributes) where jsonb_typeof(value) <> 'null'
    ), grouped as (
      select key, text, jsonb_typeof(value) as type, count(*) as n from pair group by 1, 2, 3
    ), ranked as (
      select *, row_number() over (partition by key order by text) as place from grouped
    )
    select key, bool_and(type = 'number') as numeric, bool_and(type = 'boolean') as logical,
      bool_and(type = 'string' and text ~ '^\\d{4}-\\d{2}-\\d{2}') as dated,
      array_agg(text order by text) filter (where place <= 21 and length(text) <= 60) as values
    from ranked group by key order by sum(n) desc, key limit ${MOST_KEYS}`.execute(db);
  return rows.map((row) => ({ ...row, values: [...new Set(row.values ?? [])] }));
};

/** Those who can own an account: the members of the workspace, by name. */
export const ownersOf = async (db: Db, ws: number): Promise<readonly { readonly value: string; readonly label: string }[]> => {
  const { rows } = await sql<{ value: string; label: string }>`
    select u.id as value, u.name as label from member m join auth_user u on u.id = m.user_id where m.ws = ${ws} order by u.name, u.id`.execute(
    db,
  );
  return rows;
};

/** The language that this user reads; null when never chosen. */
export const languageOfUser = async (db: Db, userId: string): Promise<string | null> => {
  const { rows } = await sql<{ language: string | null }>`select language from auth_user where id = ${userId}`.execute(db);
  return rows[0]?.language ?? null;
};

const TABLES = { accounts: sql.table('account'), people: sql.table('person') } as const;
