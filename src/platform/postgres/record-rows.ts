import { type RawBuilder, sql } from 'kysely';

/** As what a field lies in its column. An instant is UTC ms in the record, a date 'YYYY-MM-DD', json any value. */
export type ColumnType = 'text' | 'integer' | 'smallint' | 'bigint' | 'boolean' | 'date' | 'instant' | 'json';

/** Where each field of a record lies: the name of its column, and its type. */
export type Columns<Kept> = { readonly [Field in keyof Kept & string]-?: readonly [column: string, type: ColumnType] };

/** The names of all columns, for an insert. */
export const columnNames = <Kept>(columns: Columns<Kept>): RawBuilder<unknown> =>
  sql.join(entriesOf(columns).map(([, [column]]) => sql.ref(column)));

/** Reads all columns as the fields of the record, for a select or a returning. */
export const recordFields = <Kept>(columns: Columns<Kept>): RawBuilder<Kept> =>
  sql.join(
    entriesOf(columns).map(([field, [column, type]]) =>
      type === 'instant'
        ? sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint as ${sql.ref(field)}`
        : sql`${sql.ref(column)} as ${sql.ref(field)}`,
    ),
  );

/** These records as a relation with the table's columns, to insert or update from: an array a column, half the work of JSON on both sides. */
export const recordRows = <Kept>(columns: Columns<Kept>, records: readonly Kept[]): RawBuilder<unknown> => {
  const entries = entriesOf(columns);
  const arrays = entries.map(([field, [, type]]) => sql`${arrayOf(records, field, type)}::${sql.raw(ARRAY_TYPES[type])}`);
  const values = entries.map(([, [column, type]]) => (type === 'instant' ? sql`to_timestamp(${sql.ref(column)} / 1000)` : sql.ref(column)));
  const named = entries.map(([, [column]]) => sql.ref(column));
  return sql`(select ${sql.join(values.map((value, at) => sql`${value} as ${named[at]}`))} from unnest(${sql.join(arrays)}) as given (${sql.join(named)}))`;
};

const ARRAY_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text[]',
  integer: 'integer[]',
  smallint: 'smallint[]',
  bigint: 'bigint[]',
  boolean: 'boolean[]',
  date: 'date[]',
  // Milliseconds; to the microsecond exact for centuries.
  instant: 'double precision[]',
  json: 'jsonb[]',
};

const entriesOf = <Kept>(columns: Columns<Kept>) =>
  Object.entries(columns) as unknown as readonly (readonly [keyof Kept & string, readonly [string, ColumnType]])[];

// Written by hand: the driver looks at each element anew to find out what it is.
const arrayOf = <Kept>(records: readonly Kept[], field: keyof Kept, type: ColumnType): string => {
  let text = '{';
  for (const record of records) {
    const value = record[field];
    if (text.length > 1) text += ',';
    text += value === null || value === undefined ? 'NULL' : element(value, type);
  }
  return `${text}}`;
};

const element = (value: unknown, type: ColumnType): string => {
  if (type === 'json') return quoted(JSON.stringify(value));
  return type === 'text' || type === 'date' ? quoted(String(value)) : String(value);
};

/** These texts as PostgreSQL writes an array of them, for `…::text[]`: the driver looks at each anew to find out what it is. */
export const textArray = (texts: readonly string[]): string => `{${texts.map(quoted).join(',')}}`;

const ESCAPED = /["\\]/;
const quoted = (text: string): string => `"${ESCAPED.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
