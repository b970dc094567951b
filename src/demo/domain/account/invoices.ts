import type { Random } from '../random.ts';

/** A bill and how it was paid. Days, null for what did not happen. */
export interface Invoice {
  readonly day: number;
  readonly amountMinor: number;
  readonly failedDay: number | null;
  readonly paidDay: number | null;
}

/** The bill of a term that begins on this day. Some first payments fail; most of those are made good within ten days. */
export const invoiceOf = (day: number, amountMinor: number, random: Random): Invoice => {
  const fails = random.chance(0.022);
  const recovers = random.chance(0.8);
  const delay = random.int(4);
  if (!fails) return { day, amountMinor, failedDay: null, paidDay: day + delay };
  return { day, amountMinor, failedDay: day + 1, paidDay: recovers ? day + 3 + random.int(8) : null };
};
