import { type Columns, type Db, recordRows, sql, textArray } from '#platform/postgres.ts';
import { identityTables } from './tables.ts';

/** A name of a person: which row holds it, and its own dense number, which facts carry. */
export interface StoredAlias {
  readonly kind: string;
  readonly value: string;
  readonly num: number;
  readonly personNum: number;
}

const COLUMNS: Columns<StoredAlias> = {
  kind: ['kind', 'text'],
  value: ['value', 'text'],
  num: ['num', 'integer'],
  personNum: ['person_num', 'integer'],
};

/** Those of these aliases that are known, in one look-up. */
export const findAliases = async (
  db: Db,
  ws: number,
  asked: readonly { readonly kind: string; readonly value: string }[],
): Promise<readonly StoredAlias[]> => {
  if (asked.length === 0) return [];
  const { rows } = await sql<StoredAlias>`
    select alias.kind, alias.value, alias.num, alias.person_num as "personNum"
    from unnest(${textArray(asked.map((one) => one.kind))}::text[], ${textArray(asked.map((one) => one.value))}::text[]) as asked (kind, value)
    join alias on alias.ws = ${ws} and alias.kind = asked.kind and alias.value = asked.value`.execute(db);
  return rows;
};

/** Notes new aliases in one statement; `importNumber` is the import that links them, null for what happened live. */
export const insertAliases = async (
  tx: Db,
  ws: number,
  aliases: readonly StoredAlias[],
  linked: { readonly now: number; readonly importNumber?: number },
): Promise<void> => {
  if (aliases.length === 0) return;
  await sql`
    insert into alias (ws, linked_at, import_number, kind, value, num, person_num)
    select ${ws}, ${new Date(linked.now)}, ${linked.importNumber ?? null}::int, given.* from ${recordRows(COLUMNS, aliases)} as given`.execute(
    tx,
  );
};

/** Forgets the aliases of these rows that an import linked. */
export const deleteAliasesOfImport = async (tx: Db, ws: number, importNumber: number, personRows: readonly number[]): Promise<void> => {
  if (personRows.length === 0) return;
  await sql`
    delete from alias where ws = ${ws} and import_number = ${importNumber} and person_num = any(${personRows}::int[])`.execute(tx);
};

/** All aliases of these rows, oldest first. */
export const aliasesOfRows = async (db: Db, ws: number, personRows: readonly number[]): Promise<readonly StoredAlias[]> => {
  if (personRows.length === 0) return [];
  return identityTables(db)
    .selectFrom('alias')
    .select(['kind', 'value', 'num', 'person_num as personNum'])
    .where('ws', '=', ws)
    .where('person_num', '=', sql<number>`any(${[...new Set(personRows)]}::int[])`)
    .orderBy('num')
    .execute();
};
