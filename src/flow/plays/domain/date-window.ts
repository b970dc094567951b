import { addDays } from '#kernel/calendar.ts';
import type { Condition } from '#kernel/condition.ts';

/** How many local days may lie between a cause and today for a play to act on it still? What is older is history, not news. */
export const FRESH_DAYS = 14;

/** Local dates, both inside. */
export interface DateWindow {
  readonly opensOn: string;
  readonly closesOn: string;
}

/**
 * On which days does a play act that is timed `days` before this date (after it, when negative)? Before a date until the date itself; on or
 * after a date for FRESH_DAYS more.
 */
export const dateWindow = (date: string, days: number): DateWindow => {
  const opensOn = addDays(date, -days);
  return { opensOn, closesOn: days > 0 ? date : addDays(opensOn, FRESH_DAYS) };
};

/** Is `today` a day on which that play acts? */
export const isWindowOpen = (date: string, days: number, today: string): boolean => {
  const { opensOn, closesOn } = dateWindow(date, days);
  return opensOn <= today && today <= closesOn;
};

/** The same question of the records: whose `field` is a date whose window is open today? */
export const windowCondition = (field: string, days: number, today: string): Condition => ({
  all: [
    { field, op: 'gte', value: days > 0 ? today : addDays(today, days - FRESH_DAYS) },
    { field, op: 'lte', value: addDays(today, days) },
  ],
});
