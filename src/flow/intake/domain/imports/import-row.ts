import type { Said } from '#kernel/saying.ts';

/** One row, its cells already read as the types of the kind's fields. Money is integer minor units, instants are UTC ms, dates 'YYYY-MM-DD'. */
export interface ImportRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly custom: Readonly<Record<string, string>>;
}

/** Something about a row that does not fit together, though the row was taken; counted by code into a finding. `text` is data or a sentence. */
export interface RowNote {
  readonly code: string;
  readonly text: string | Said;
}

/** One thing wrong with a row; `column` names the cell's column, null when the whole row is meant. */
export interface RowReason {
  readonly column: string | null;
  readonly said: Said;
}

/** Why a row was not taken, and what to do about it. `field` is the key of the first field at fault, null when the whole row is meant. */
export interface RowFailure {
  readonly line: number;
  readonly field: string | null;
  readonly reasons: readonly RowReason[];
}
