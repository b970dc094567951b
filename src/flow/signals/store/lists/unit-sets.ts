import { numbersIn } from '#flow/measures/index.ts';
import { type Db, sql } from '#platform/postgres.ts';
import { columnOf, type ListName } from './columns.ts';
import { FROM, type ListQuestion, matching, NUM } from './list-source.ts';

/** The numbers of all rows of a list that match, of these when `only` names them, in no order. */
export const numsMatching = async (
  db: Db,
  list: ListName,
  question: ListQuestion,
  only?: readonly number[],
): Promise<readonly number[]> => {
  const which = only === undefined ? sql`true` : sql`${NUM[list]} = any(${[...only]}::int[])`;
  const { rows } = await sql<{ nums: Buffer | null }>`
    select string_agg(int4send(${NUM[list]}), ''::bytea) as nums from ${FROM[list]} where ${matching(list, question)} and ${which}`.execute(
    db,
  );
  return numbersIn(rows[0]?.nums ?? null);
};

/** The texts of fields of one row, null where it has none; fields that do not exist are left out. */
export const fieldTexts = async (
  db: Db,
  list: ListName,
  { ws, num }: { readonly ws: number; readonly num: number },
  fields: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const columns = fields.flatMap((field) => {
    const column = columnOf(list, field);
    return column ? [{ field, text: column.text }] : [];
  });
  if (columns.length === 0) return new Map();
  const texts = sql.join(columns.map(({ text }) => text));
  const place = list === 'accounts' ? sql`a.ws = ${ws} and a.num = ${num}` : sql`p.ws = ${ws} and p.num = ${num}`;
  const { rows } = await sql<{
    texts: readonly (string | null)[];
  }>`select array[${texts}]::text[] as texts from ${FROM[list]} where ${place}`.execute(db);
  return new Map(columns.map(({ field }, index) => [field, rows[0]?.texts[index] ?? null]));
};
