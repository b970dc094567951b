import { convert } from '#kernel/money.ts';

/** What is an amount of minor units worth in the currency that is counted in? Null without a rate. */
export type Worth = (amountMinor: number, currency: string) => number | null;

/**
 * What are amounts worth at fixed rates (units of `currency` for one unit of another)? The same to the unit as the sums that the event store makes;
 * an amount without a currency is in the workspace's own.
 */
export function worthIn(currency: string, rates: ReadonlyMap<string, string>): Worth {
  return (amountMinor, from) => {
    if (from === currency || from === '') return amountMinor;
    const rate = rates.get(from);
    return rate === undefined ? null : convert({ amountMinor, currency: from }, currency, rate).amountMinor;
  };
}
