import { periodOf } from '#kernel/calendar.ts';
import { convert } from '#kernel/money.ts';

/** Major units of the workspace's currency for one major unit of another, by currency code. */
export type Rates = ReadonlyMap<string, number>;

/**
 * How other currencies become the workspace's: at one fixed rate (so that a movement is always a customer's doing), or at the rate of each month, by
 * the month's first date, with what the rates did shown as a movement of its own.
 */
export type FxPolicy =
  | { readonly kind: 'fixed'; readonly currency: string; readonly rates: Rates }
  | { readonly kind: 'monthly'; readonly currency: string; readonly ratesByMonth: ReadonlyMap<string, Rates> };

/** What is this amount worth in the workspace's currency on this date, in minor units? Throws RangeError without a rate (see `missingRates`). */
export function exchanged(amount: { readonly mrrMinor: number; readonly currency: string }, date: string, fx: FxPolicy): number {
  if (amount.currency === fx.currency) return amount.mrrMinor;
  const rate = ratesOn(date, fx)?.get(amount.currency);
  if (rate === undefined) throw new RangeError(`There is no rate from ${amount.currency} to ${fx.currency} for ${date}`);
  return convert({ amountMinor: amount.mrrMinor, currency: amount.currency }, fx.currency, rate).amountMinor;
}

/** Which of these currencies lack a rate, in any month of the policy? Ask before converting, to name them to a person. */
export function missingRates(currencies: Iterable<string>, fx: FxPolicy): readonly string[] {
  const tables = fx.kind === 'fixed' ? [fx.rates] : [...fx.ratesByMonth.values()];
  const isMissing = (currency: string) => tables.length === 0 || tables.some((rates) => !rates.has(currency));
  return [...new Set(currencies)].filter((currency) => currency !== fx.currency && isMissing(currency)).sort();
}

// A month without a table keeps the last one before it; dates before the first table use the first.
function ratesOn(date: string, fx: FxPolicy): Rates | undefined {
  if (fx.kind === 'fixed') return fx.rates;
  const month = periodOf(date, 'month');
  const months = [...fx.ratesByMonth.keys()].sort();
  const applying = months.filter((start) => start <= month).at(-1) ?? months[0];
  return applying === undefined ? undefined : fx.ratesByMonth.get(applying);
}
