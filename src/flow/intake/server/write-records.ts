import type { AppendFacts, FactDraft } from '#kernel/fact.ts';
import { begunInPieces } from '#platform/begun.ts';
import type { Db } from '#platform/postgres.ts';
import { foldRows, reversal } from '../domain/fold-rows.ts';
import type { ImportRow } from '../domain/imports/import-row.ts';
import type { RowFate, RowOutcome } from '../domain/row-fate.ts';
import type { KeptRecord, RecordTable } from '../store/record-table.ts';
import type { ImportContext, ImportTarget } from './import-target.ts';

/** What a slice believes about the rows of a kind; the rest is the same for all kinds. */
export interface RecordRules<Kept> {
  /** What tells the record of a row apart within its source. */
  keyOf(row: ImportRow): string;
  /** What becomes of the rows of a chunk; looks up first what they refer to. */
  fates(tx: Db, context: ImportContext, rows: readonly ImportRow[]): Promise<(row: ImportRow, before: Kept | null) => RowFate<Kept>>;
}

const ROWS_AT_ONCE = 1_000;

/** How rows become records of a table with their facts, and how that is taken back. */
export const writeRecords = <Kept extends KeptRecord>(
  table: RecordTable<Kept>,
  appendFacts: AppendFacts<Db>,
  { keyOf, fates }: RecordRules<Kept>,
): Pick<ImportTarget, 'write' | 'undo'> => ({
  write: async (tx, context, rows) => {
    const { ws, source } = context;
    let known = await table.byExternalId(tx, ws, source, rows.map(keyOf));
    const fateOf = await fates(tx, context, rows);
    const outcomes: RowOutcome[] = [];
    const facts: FactDraft[] = [];
    // The next rows are thought about, and the facts put into words, while the database keeps the records.
    const saving = await begunInPieces(rows, ROWS_AT_ONCE, (piece) => {
      const folded = foldRows(piece, known, { keyOf, idOf: (record) => record.id, fateOf });
      known = folded.state;
      outcomes.push(...folded.outcomes);
      facts.push(...folded.facts);
      return table.save(tx, ws, folded.changed);
    });
    await Promise.all([...saving, appendFacts(tx, ws, facts)]);
    return outcomes;
  },
  undo: async (tx, { ws }, changes) => {
    const { remove, restore } = reversal(changes);
    await table.remove(tx, ws, remove);
    await table.save(tx, ws, restore as readonly Kept[]);
  },
});
