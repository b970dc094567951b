import { type Db, sql } from '#platform/postgres.ts';

/** Accounts that name a parent which does not exist, as 'child: parent'. */
export const unknownParents = async (db: Db, ws: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ text: string }>`
    select name || ': ' || parent_ref as text from account
    where ws = ${ws} and parent_ref is not null and parent_num is null and merged_into is null order by num`.execute(db);
  return rows.map((row) => row.text);
};

/** Names that several accounts bear, whatever their case, with how many do. */
export const namesInUseTwice = async (db: Db, ws: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ text: string }>`
    select min(name) || ' (' || count(*) || ')' as text from account where ws = ${ws} and merged_into is null
    group by lower(name) having count(*) > 1 order by count(*) desc, min(num)`.execute(db);
  return rows.map((row) => row.text);
};
