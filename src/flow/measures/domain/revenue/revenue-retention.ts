import { addDays, type DateRange } from '#kernel/calendar.ts';
import { type Interval, type Ratio, ratio, wilson } from '#kernel/interval.ts';
import { type MrrLedger, mrrOn } from './mrr-ledger.ts';

/** How much of the revenue of the accounts that paid at the start was there at the end, without (GRR) and with (NRR) their growth. */
export interface RevenueRetention {
  readonly grr: Ratio;
  readonly nrr: Ratio;
  /** How many accounts paid at the start. */
  readonly accounts: number;
  /** Whether the range was over when the ledger was taken; if not, the end is the last observed date. */
  readonly complete: boolean;
}

/** Lost ÷ active at start, with a 95 % Wilson interval (null without accounts at start). */
export interface LogoChurn {
  readonly churn: Ratio;
  readonly interval: Interval | null;
  readonly complete: boolean;
}

/**
 * Which share of the revenue at the opening of the range was kept by its close? GRR = Σ min(end, start) ÷ Σ start and NRR = Σ end ÷ Σ start,
 * over the accounts that paid at the opening (the close of the day before `from`); who came or came back later is in neither.
 */
export function grrNrr(ledger: MrrLedger, range: DateRange): RevenueRetention {
  const paying = payingAtOpening(ledger, range);
  const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
  const start = total(paying.map((account) => account.start));
  return {
    grr: ratio(total(paying.map((account) => Math.min(account.end, account.start))), start),
    nrr: ratio(total(paying.map((account) => account.end)), start),
    accounts: paying.length,
    complete: range.to <= ledger.observedThrough,
  };
}

/** Which share of the accounts that paid at the opening of the range paid nothing at its close? Who left and was back by then is not lost. */
export function logoChurn(ledger: MrrLedger, range: DateRange): LogoChurn {
  const paying = payingAtOpening(ledger, range);
  const lost = paying.filter((account) => account.end === 0).length;
  return { churn: ratio(lost, paying.length), interval: wilson(lost, paying.length), complete: range.to <= ledger.observedThrough };
}

function payingAtOpening(ledger: MrrLedger, range: DateRange): readonly { readonly start: number; readonly end: number }[] {
  const opening = addDays(range.from, -1);
  const close = addDays(range.to, -1);
  const ends = ledger.accounts.map((account) => ({ start: mrrOn(account, opening), end: mrrOn(account, close) }));
  return ends.filter((account) => account.start > 0);
}
