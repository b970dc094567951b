import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppendFacts } from '#kernel/fact.ts';
import type { Db } from '#platform/postgres.ts';
import { foldRows, reversal } from '../domain/fold-rows.ts';
import type { ImportRow } from '../domain/imports/import-row.ts';
import type { RowFate } from '../domain/row-fate.ts';
import type { KeptRecord, RecordTable } from '../store/record-table.ts';
import type { ImportContext, ImportTarget } from './import-target.ts';

/** What a slice believes about the rows of a kind; the rest is the same for all kinds. */
export interface RecordRules<Kept> {
  /** What tells the record of a row apart within its source. */
  keyOf(row: ImportRow): string;
  /** What becomes of the rows of a chunk; looks up first what they refer to. */
  fates(tx: Db, context: ImportContext, rows: readonly ImportRow[]): Promise<(row: ImportRow, before: Kept | null) => RowFate<Kept>>;
}

/** How rows become records of a table with their facts, and how that is taken back. */
export const writeRecords = <Kept extends KeptRecord>(
  table: RecordTable<Kept>,
  appendFacts: AppendFacts<Db>,
  { keyOf, fates }: RecordRules<Kept>,
): Pick<ImportTarget, 'write' | 'undo'> => ({
  write: async (tx, context, rows) => {
    const { ws, source } = context;
    const existing = await table.byExternalId(tx, ws, source, rows.map(keyOf));
    const fateOf = await fates(tx, context, rows);
    const { outcomes, changed, facts } = foldRows(rows, existing, { keyOf, idOf: (record) => record.id, fateOf });
    // The facts are put into words while the database keeps the records.
    const saved = table.save(tx, ws, changed);
    saved.catch(() => undefined);
    await nextTurn();
    await Promise.all([saved, appendFacts(tx, ws, facts)]);
    return outcomes;
  },
  undo: async (tx, { ws }, changes) => {
    const { remove, restore } = reversal(changes);
    await table.remove(tx, ws, remove);
    await table.save(tx, ws, restore as readonly Kept[]);
  },
});
