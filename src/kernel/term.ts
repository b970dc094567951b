import { addMonthsAnchored, daysBetween } from './calendar.ts';

/** For how long a subscription is agreed at a time. */
export type TermLength = 'month' | 'quarter' | 'year';

const MONTHS: Readonly<Record<TermLength, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * On which date does the term end that runs on `date`: when would a subscription begun on `startedOn` renew next? The first anniversary
 * after `date`; for a date before the start, the end of the first term. Month ends are remembered: 31 January, 28 February, 31 March.
 */
export const termEndOn = (startedOn: string, length: TermLength, date: string): string => {
  const day = Number(startedOn.slice(8));
  const end = (terms: number): string => addMonthsAnchored(startedOn, terms * MONTHS[length], day);
  // A lower bound by average length, then stepping: the calendar decides, not the division.
  let terms = Math.max(1, Math.floor(daysBetween(startedOn, date) / (31 * MONTHS[length])));
  while (end(terms) <= date) terms += 1;
  return end(terms);
};
