import { addDays, addMonths, addMonthsAnchored, daysBetween, startOfDate, weekdayOf } from '#kernel/calendar.ts';
import type { CompanyPlan } from './deliveries.ts';

/** The days of a plan, counted from 0 (the first simulated date) to `count` − 1 (the last). Days outside can be named too. */
export interface Days {
  readonly count: number;
  readonly zone: string;
  /** The first instant (UTC ms) after the last day. */
  readonly endsAt: number;
  dateOf(day: number): string;
  dayOf(date: string): number;
  /** 0 Monday … 6 Sunday. */
  weekdayOf(day: number): number;
  /** The day `months` calendar months after this one; month ends are remembered. */
  monthsAfter(day: number, months: number): number;
  /** At which instant (UTC ms) does the day begin in the company's zone, or in another? */
  startOf(day: number, zone?: string): number;
  /** An instant of this day by minutes and seconds since its beginning. */
  instantOf(day: number, minute: number, zone?: string): number;
}

/** Which days does the plan simulate? Dates and beginnings are computed once, as millions of messages ask for them. */
export const daysOf = ({ endsOn, months, timeZone }: Pick<CompanyPlan, 'endsOn' | 'months' | 'timeZone'>): Days => {
  const startsOn = addDays(addMonths(endsOn, -months), 1);
  const count = daysBetween(startsOn, endsOn) + 1;
  const dates = Array.from({ length: count + MARGIN }, (_, day) => addDays(startsOn, day));
  const firstWeekday = weekdayOf(startsOn) - 1;
  const starts = new Map<string, Float64Array>();
  const dateOf = (day: number): string => dates[day] ?? addDays(startsOn, day);
  const startsIn = (zone: string): Float64Array => {
    const found = starts.get(zone) ?? Float64Array.from({ length: count + 1 }, (_, day) => startOfDate(dateOf(day), zone));
    starts.set(zone, found);
    return found;
  };
  const startOf = (day: number, zone = timeZone): number => startsIn(zone)[day] ?? startOfDate(dateOf(day), zone);
  return {
    count,
    zone: timeZone,
    endsAt: startOf(count),
    dateOf,
    dayOf: (date) => daysBetween(startsOn, date),
    weekdayOf: (day) => (((firstWeekday + day) % 7) + 7) % 7,
    monthsAfter: (day, later) => {
      const from = dateOf(day);
      return daysBetween(startsOn, addMonthsAnchored(from, later, Number(from.slice(8))));
    },
    startOf,
    instantOf: (day, minute, zone) => startOf(day, zone) + Math.round(minute * 60_000),
  };
};

// Terms reach a year beyond the end.
const MARGIN = 400;
