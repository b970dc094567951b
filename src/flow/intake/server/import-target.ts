import type { Db } from '#platform/postgres.ts';
import type { ImportFinding, ImportKind, ImportNotes } from '../contracts.ts';
import type { ImportRow } from '../domain/imports/import-row.ts';
import type { AccountRef, ImportChange, RowOutcome } from '../domain/row-fate.ts';

export type { ImportRow, RowNote } from '../domain/imports/import-row.ts';
export type { AccountRef, ImportChange, RowOutcome } from '../domain/row-fate.ts';

/** What a row is written with: which workspace, which import, read how. */
export interface ImportContext {
  readonly ws: number;
  /** Dense number of this import in its workspace: every fact that it makes carries it, so that an undo finds them. */
  readonly importNumber: number;
  /** The system that the file comes from; external ids are unique within it. */
  readonly source: string;
  readonly now: number;
  readonly timeZone: string;
  readonly currency: string;
  /** Finds the accounts that records of a kind belong to, by the external ids that this source gives them. */
  accountsOf(kind: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, AccountRef>>;
}

/** A kind of record that files can bring: its fields, and how rows are written and taken back. Plugged in by the slice that owns the records. */
export interface ImportTarget {
  readonly kind: ImportKind;
  /** Smaller runs first when several files come together: accounts before what refers to them. */
  readonly order: number;
  /** The field that tells rows of a file apart, by which repeated rows are found; by default `external_id`, `id` or `<kind>_id`, null when the target counts them itself. */
  readonly keyField?: string | null;
  /** Writes a chunk within the transaction, set-wise; the same row again changes nothing. Emits the facts of every change. */
  write(tx: Db, context: ImportContext, rows: readonly ImportRow[]): Promise<readonly RowOutcome[]>;
  /** Takes changes back, newest first: deletes what was created, restores what was updated. Facts are taken back by the import's number. */
  undo(tx: Db, context: ImportContext, changes: readonly ImportChange[]): Promise<void>;
  /** What the notes of this target mean, in words. */
  readonly notes?: ImportNotes;
  /** Looks over what is stored after a run: inconsistencies between records. */
  inspect?(db: Db, context: ImportContext): Promise<readonly ImportFinding[]>;
  /** Accounts that own records of this kind, by external id, for other kinds that refer to them. */
  accountsOf?(tx: Db, context: ImportContext, externalIds: readonly string[]): Promise<ReadonlyMap<string, AccountRef>>;
}
