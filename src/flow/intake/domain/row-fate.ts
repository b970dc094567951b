import type { FactDraft } from '#kernel/fact.ts';
import type { Said } from '#kernel/saying.ts';
import type { RowNote } from './imports/import-row.ts';

/** An account as its records refer to it: its id, and its dense number in the workspace. */
export interface AccountRef {
  readonly id: string;
  readonly num: number;
  /** When it began (UTC ms), where whoever found it has read that too. */
  readonly signedUpAt?: number;
}

/** What became of a row. `before` is what an undo puts back: null when the record is new. */
export type RowOutcome =
  | {
      readonly line: number;
      readonly outcome: 'created' | 'updated';
      readonly recordId: string;
      readonly before: unknown;
      readonly notes?: readonly RowNote[];
    }
  | { readonly line: number; readonly outcome: 'unchanged'; readonly notes?: readonly RowNote[] }
  | { readonly line: number; readonly outcome: 'failed'; readonly field: string | null; readonly said: Said };

/** Why a row cannot be taken, and in which field. */
export interface RowRefusal {
  readonly field: string | null;
  readonly said: Said;
}

/** What one row does to its record: changes it (and what that tells), leaves it as it is, or cannot be taken. */
export type RowFate<Record> =
  | { readonly record: Record; readonly facts: readonly FactDraft[]; readonly notes: readonly RowNote[] }
  | { readonly record: null; readonly notes: readonly RowNote[] }
  | { readonly refused: RowRefusal };

/** One change that an import made, as an undo gets it. */
export interface ImportChange {
  readonly recordId: string;
  readonly before: unknown;
}
