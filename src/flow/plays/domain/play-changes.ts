import type { AccountRow } from '#flow/signals/contracts.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';

/** An account with its figures and its dense number in the workspace. */
export interface NumberedAccount extends AccountRow {
  readonly num: number;
}

/** A signal of an account went from one band to another. It must be told again when the same day is looked at again. */
export interface SignalCrossing {
  readonly account: number;
  readonly signal: 'health' | 'lead_score';
  /** Null when there was no band before. */
  readonly from: string | null;
  readonly to: string;
  /** When it crossed (UTC ms); its local day is the cause. */
  readonly at: number;
  readonly score: number | null;
  readonly before: { readonly score: number; readonly at: number } | null;
  /** What speaks for the score; those that lost most are kept as evidence. */
  readonly reasons: readonly { readonly factor: string; readonly points: number; readonly possible: number }[];
}

/** What signals found when they looked at accounts again. */
export interface PlayChanges {
  /** Everyone who was looked at. */
  readonly accounts: readonly number[];
  readonly crossings: readonly SignalCrossing[];
  readonly entries: readonly { readonly account: number; readonly stage: LifeStage; readonly at: number }[];
}
