import type { KeptMessage, MessageOwner } from '#flow/intake/index.ts';
import type { CompanyPlan } from '../../domain/deliveries.ts';
import type { WrittenFile } from '../csv-files.ts';

/** What every thread of a bulk load is told once. */
export interface BulkWorkerData {
  readonly plan: CompanyPlan;
  readonly ws: number;
  /** UTC ms: nothing is known later than this. */
  readonly now: number;
  readonly folder: string;
}

/** A piece of a company: what belongs to no account, or the accounts from one index up to before another. */
export type Piece = 'company' | { readonly from: number; readonly to: number };

/** What a thread is asked to do next: write the files of a piece, or bring its messages; at the end, what it still holds of them. */
export type BulkTask = { readonly what: 'files' | 'messages'; readonly piece: Piece } | { readonly what: 'rest' };

/** What a thread asks on its way, each with a number by which it is answered. */
export type BulkQuestion =
  /** Whose are these messages? Answered by their owners, in order. */
  | { readonly n: number; readonly resolve: readonly KeptMessage[] }
  /** Put these lines into the event store. Answered when they are there. */
  | { readonly n: number; readonly insert: Uint8Array<ArrayBuffer>; readonly rows: number };

/** What a thread says. */
export type BulkNews = BulkQuestion | { readonly done: BulkResult } | { readonly failed: string };

export interface BulkResult {
  readonly files: readonly WrittenFile[];
  readonly messages: number;
  readonly refused: number;
}

/** What a thread hears. */
export type BulkOrder = { readonly task: BulkTask } | { readonly n: number; readonly owners?: readonly MessageOwner[] };
