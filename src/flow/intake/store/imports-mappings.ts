import { hash } from 'node:crypto';
import type { Db } from '#platform/postgres.ts';
import type { SaidFormat } from '../domain/imports/columns.ts';
import { importTables } from './imports-tables.ts';

/** Where the columns of such a file went last time, and what was said about it. */
export interface SavedMapping {
  readonly kind: string;
  readonly targets: readonly (string | null)[];
  readonly said: SaidFormat;
}

/** The mapping last used for these columns, for this kind or for any. */
export const savedMapping = async (db: Db, ws: number, names: readonly string[], kind?: string): Promise<SavedMapping | undefined> => {
  const row = await importTables(db)
    .selectFrom('import_mapping')
    .select(['kind', 'targets', 'format'])
    .where('ws', '=', ws)
    .where('columns_hash', '=', hashOf(names))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .orderBy('saved_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { kind: row.kind, targets: row.targets, said: row.format };
};

/** Remembers where the columns of a file go, for the next one like it. */
export const saveMapping = async (
  db: Db,
  ws: number,
  names: readonly string[],
  mapping: SavedMapping & { readonly now: number },
): Promise<void> => {
  const kept = { targets: JSON.stringify(mapping.targets), format: JSON.stringify(mapping.said), saved_at: new Date(mapping.now) };
  await importTables(db)
    .insertInto('import_mapping')
    .values({ ws, kind: mapping.kind, columns_hash: hashOf(names), ...kept })
    .onConflict((conflict) => conflict.columns(['ws', 'kind', 'columns_hash']).doUpdateSet(kept))
    .execute();
};

const hashOf = (names: readonly string[]): string => hash('sha256', JSON.stringify(names));
