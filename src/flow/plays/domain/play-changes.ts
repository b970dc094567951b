import type { AccountRow } from '#flow/signals/contracts.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';

/** An account with its figures and its dense number in the workspace. */
export interface NumberedAccount extends AccountRow {
  readonly num: number;
}

/** A signal of an account that went from one band to another at the close of a local day; a lead score's bands are its grades. It may be told again. */
export interface SignalCrossing {
  readonly account: number;
  readonly signal: 'health' | 'lead_score';
  readonly from: string;
  readonly to: string;
  readonly day: string;
}

/** What a signal said on the day of a crossing, and on the day it was compared with. */
export interface CrossingScore {
  readonly score: number;
  readonly before: { readonly score: number; readonly day: string } | null;
  /** What speaks for the score; the factors that lost most are kept as evidence. */
  readonly reasons: readonly { readonly factor: string; readonly points: number; readonly possible: number }[];
}

/** What signals found when they looked at accounts again. */
export interface PlayChanges {
  /** Everyone who was looked at. */
  readonly accounts: readonly number[];
  readonly crossings: readonly SignalCrossing[];
  readonly entries: readonly { readonly account: number; readonly stage: LifeStage; readonly at: number }[];
}
