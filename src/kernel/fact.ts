/** Through which door a fact came. */
export type FactSource = 'web' | 'server' | 'import' | 'record' | 'system';

/**
 * One thing that happened, ready to be kept. `at` is when it happened, `known` when we learned of it (both UTC ms).
 * Numbers are the dense numbers of account, person and alias in their workspace; 0 means none.
 */
export interface FactDraft {
  readonly event: string;
  readonly at: number;
  readonly known: number;
  readonly source: FactSource;
  readonly account?: number;
  readonly person?: number;
  /** Dense number of the raw id under which it came, so that a split truly reverses a merge. */
  readonly alias?: number;
  readonly session?: string;
  /** Id of the record that it is about: a subscription, a ticket, a deal. */
  readonly subject?: string;
  /** A stable text from which the 64-bit id is made: message id or record version. */
  readonly key: string;
  /** That id in decimal, where it was made already. */
  readonly id?: string;
  readonly amountMinor?: number;
  readonly importNumber?: number;
  readonly props?: Readonly<Record<string, string>>;
}

/** Writes facts in the same transaction as the record change that they tell. `Tx` is the store's queryable. */
export type AppendFacts<Tx> = (tx: Tx, ws: number, drafts: readonly FactDraft[]) => Promise<void>;
