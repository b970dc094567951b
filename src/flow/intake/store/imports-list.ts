import type { SelectQueryBuilder } from 'kysely';
import { type Db, sql } from '#platform/postgres.ts';
import type { ImportStatus } from '../contracts.ts';
import { type StoredImport, storedImport } from './imports.ts';
import { type ImportTables, importTables } from './imports-tables.ts';

/** Which imports of a workspace are wanted; what is not said does not narrow. */
export interface ImportFilter {
  readonly ws: number;
  /** Letters of the file's name, in either case. */
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
  readonly status?: ImportStatus | undefined;
  readonly source?: string | undefined;
  readonly batch?: string | undefined;
}

/** These imports, newest first; with a number below `before` and no more than `limit`, when given. */
export const newestImports = async (
  db: Db,
  filter: ImportFilter,
  { limit, before }: { readonly limit?: number; readonly before?: number | undefined } = {},
): Promise<readonly StoredImport[]> => {
  const rows = await matching(importTables(db).selectFrom('import'), filter)
    .selectAll()
    .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .orderBy('number', 'desc')
    .execute();
  return rows.map(storedImport);
};

/** How many imports are these? */
export const countImports = async (db: Db, filter: ImportFilter): Promise<number> => {
  const row = await matching(importTables(db).selectFrom('import'), filter)
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

const matching = <Row>(query: SelectQueryBuilder<ImportTables, 'import', Row>, { ws, search, ...exact }: ImportFilter) => {
  const word = search?.trim().toLowerCase();
  return query
    .where('ws', '=', ws)
    .$if(Boolean(word), (found) => found.where(sql<boolean>`strpos(lower(file_name), ${word ?? ''}) > 0`))
    .$if(exact.kind !== undefined, (found) => found.where('kind', '=', exact.kind ?? ''))
    .$if(exact.status !== undefined, (found) => found.where('status', '=', exact.status ?? 'done'))
    .$if(exact.source !== undefined, (found) => found.where('source', '=', exact.source ?? ''))
    .$if(exact.batch !== undefined, (found) => found.where('batch', '=', exact.batch ?? ''));
};
