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

/**
 * These records as a relation with the table's columns, to insert or update from: an array a column, half the work of JSON on both sides. What is the same in
 * all of them is said once.
 */
export const recordRows = <Kept>(columns: Columns<Kept>, records: readonly Kept[]): RawBuilder<unknown> => {
  const entries = entriesOf(columns).map(([field, [column, type]], at) => {
    const isSame = at > 0 && isConstant(records, field);
    return { field, type, name: sql.ref(column), isSame };
  });
  const listed = entries.filter(({ isSame }) => !isSame);
  const arrays = listed.map(({ field, type }) => sql`${arrayOf(records, field, type)}::${sql.raw(`${SENT_AS[type]}[]`)}`);
  const values = entries.map(({ field, type, name, isSame }) => {
    const value = isSame ? sql`${constantOf(records[0]?.[field], type)}::${sql.raw(SENT_AS[type])}` : name;
    return type === 'instant' ? sql`to_timestamp(${value} / 1000) as ${name}` : sql`${value} as ${name}`;
  });
  return sql`(select ${sql.join(values)} from unnest(${sql.join(arrays)}) as given (${sql.join(listed.map(({ name }) => name))}))`;
};

/** Objects are not looked into, as they differ most often, except for empty ones. */
const isConstant = <Kept>(records: readonly Kept[], field: keyof Kept): boolean => {
  if (records.length < 2) return false;
  const first: unknown = records[0]?.[field];
  return isEmptyObject(first)
    ? records.every((record) => isEmptyObject(record[field]))
    : records.every((record) => record[field] === first);
};

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

const constantOf = (value: unknown, type: ColumnType): unknown =>
  type === 'json' && value !== null && value !== undefined ? JSON.stringify(value) : (value ?? null);

const SENT_AS: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  smallint: 'smallint',
  bigint: 'bigint',
  boolean: 'boolean',
  date: 'date',
  // Milliseconds; to the microsecond exact for centuries.
  instant: 'double precision',
  json: 'jsonb',
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
