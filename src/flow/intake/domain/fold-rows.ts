import type { FactDraft } from '#kernel/fact.ts';
import type { ImportRow } from './imports/import-row.ts';
import type { ImportChange, RowFate, RowOutcome } from './row-fate.ts';

/** How rows of a kind become records: the rules that a slice owns. */
export interface RowRules<Record> {
  /** What tells the record apart within its source; rows with the same key are one record. */
  keyOf(row: ImportRow): string;
  idOf(record: Record): string;
  fateOf(row: ImportRow, before: Record | null): RowFate<Record>;
}

/** What a chunk of rows comes to. */
export interface FoldedRows<Record> {
  readonly outcomes: readonly RowOutcome[];
  /** Each changed record once, as the last of its rows left it. */
  readonly changed: readonly Record[];
  readonly facts: readonly FactDraft[];
  /** All records that were known or made, by key, as the rows left them: what the next rows begin with. */
  readonly state: ReadonlyMap<string, Record>;
}

/** What do these rows make of the records that exist? Row after row, so that the second row of one record changes what the first one left. */
export const foldRows = <Record>(
  rows: readonly ImportRow[],
  existing: ReadonlyMap<string, Record>,
  rules: RowRules<Record>,
): FoldedRows<Record> => {
  const state = new Map(existing);
  const changed = new Map<string, Record>();
  const facts: FactDraft[] = [];
  const outcomes = rows.map((row): RowOutcome => {
    const key = rules.keyOf(row);
    const before = state.get(key) ?? null;
    const fate = rules.fateOf(row, before);
    if ('refused' in fate) return { line: row.line, outcome: 'failed', ...fate.refused };
    if (!('facts' in fate)) return { line: row.line, outcome: 'unchanged', notes: fate.notes };
    state.set(key, fate.record);
    changed.set(key, fate.record);
    facts.push(...fate.facts);
    const outcome = before === null ? 'created' : 'updated';
    return { line: row.line, outcome, recordId: rules.idOf(fate.record), before, notes: fate.notes };
  });
  return { outcomes, changed: [...changed.values()], facts, state };
};

/** What takes these changes (newest first) back: the records to delete, and the oldest state of each of the others. */
export const reversal = (
  changes: readonly ImportChange[],
): { readonly remove: readonly string[]; readonly restore: readonly unknown[] } => {
  const oldest = new Map(changes.map((change) => [change.recordId, change.before]));
  const entries = [...oldest];
  return {
    remove: entries.filter(([, before]) => before === null).map(([id]) => id),
    restore: entries.filter(([, before]) => before !== null).map(([, before]) => before),
  };
};
