import { Temporal } from 'temporal-polyfill';
import { offsetAt } from './zone-offset.ts';

/** A calendar unit by which results are grouped. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Local dates 'YYYY-MM-DD'; `from` is inside the range, `to` is the first date after it. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = -719_528; // 0000-01-01
const LAST_DAY = 2_932_896; // 9999-12-31
const MAX_CACHED = 50_000;
const MONTHS_PER_PERIOD = { month: 1, quarter: 3, year: 12 } as const;

const textByDay = new Map<number, string>();

/**
 * Which local date does a clock in this zone show at this instant (UTC ms)?
 * Where a zone set its clocks back over midnight, a date can be shown, left and shown again.
 */
export function dateOf(instant: number, zone: string): string {
  return dateOfDayNumber(Math.floor((instant + offsetAt(instant, zone)) / DAY_MS));
}

/**
 * At which instant (UTC ms) does this local day begin? Midnight, or the first moment after it where the clocks skipped midnight; for a
 * day that the zone skipped altogether (Apia, 2011-12-30) the beginning of the next, so that its length is 0.
 */
export function startOfDate(date: string, zone: string): number {
  const midnight = dayNumberOf(date) * DAY_MS;
  const offset = offsetAt(midnight - DAY_MS, zone);
  // The usual day: the clocks were not changed since the day before. The others are left to Temporal, which is right and a hundred times slower.
  if (offsetAt(midnight - offset, zone) === offset) return midnight - offset;
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** Is this an IANA zone that we can compute with, spelled exactly ('Europe/Berlin', not 'europe/berlin' or '+01:00')? */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    return false;
  }
}

/** Is this text a date of the calendar, as 'YYYY-MM-DD'? */
export function isDate(text: string): boolean {
  const { year, month, day } = partsOf(text);
  return isLaidOut(text) && isDay(year, month, day);
}

/** Which date is `days` calendar days after `date` (before, when negative)? */
export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Which date is `months` calendar months later? The day is clamped to the month's end: 31 January + 1 = 28 or 29 February. */
export function addMonths(date: string, months: number): string {
  return addMonthsAnchored(date, months, partsOf(date).day);
}

/** As `addMonths`, aiming at a remembered day of month: 28 February + 1 anchored on 31 is 31 March. */
export function addMonthsAnchored(date: string, months: number, anchorDay: number): string {
  dayNumberOf(date);
  const { year, month } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthIndex / 12);
  const targetMonth = monthIndex - targetYear * 12 + 1;
  const day = Math.min(anchorDay, daysInMonth(targetYear, targetMonth));
  return dateOfDayNumber(dayNumber(targetYear, targetMonth, day));
}

/** How many calendar days lie from `from` to `to`? Negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Which weekday is this date (1 Monday … 7 Sunday)? */
export function weekdayOf(date: string): Weekday {
  return weekdayOfDayNumber(dayNumberOf(date));
}

/** With which date does the period that contains `date` begin? Weeks begin on `weekStart`, quarters in January, April, July, October. */
export function periodOf(date: string, unit: PeriodUnit, weekStart: Weekday = 1): string {
  const number = dayNumberOf(date);
  if (unit === 'day') return date;
  if (unit === 'week') return dateOfDayNumber(number - ((weekdayOfDayNumber(number) - weekStart + 7) % 7));
  const { year, month } = partsOf(date);
  const length = MONTHS_PER_PERIOD[unit];
  return dateOfDayNumber(dayNumber(year, month - ((month - 1) % length), 1));
}

/** With which date does the period begin that lies `count` periods after the one beginning on `start` (before, when negative)? */
export function nextPeriod(start: string, unit: PeriodUnit, count = 1): string {
  if (unit === 'day') return addDays(start, count);
  if (unit === 'week') return addDays(start, 7 * count);
  return addMonths(start, MONTHS_PER_PERIOD[unit] * count);
}

/** Which is the first date after the period that contains `date`? */
export function periodEnd(date: string, unit: PeriodUnit, weekStart: Weekday = 1): string {
  return nextPeriod(periodOf(date, unit, weekStart), unit);
}

/** With which dates begin the periods that hold a date of the range, in order? The first may begin before `from`; none for an empty range. */
export function periodsBetween(range: DateRange, unit: PeriodUnit, weekStart: Weekday = 1): readonly string[] {
  const starts: string[] = [];
  dayNumberOf(range.to);
  if (range.from >= range.to) return starts;
  for (let start = periodOf(range.from, unit, weekStart); start < range.to; start = nextPeriod(start, unit)) starts.push(start);
  return starts;
}

function dateOfDayNumber(number: number): string {
  let text = textByDay.get(number);
  if (text === undefined) {
    if (!(number >= FIRST_DAY && number <= LAST_DAY)) throw new RangeError(`Day ${number} lies outside the years 0000 to 9999`);
    if (textByDay.size > MAX_CACHED) textByDay.clear();
    text = new Date(number * DAY_MS).toISOString().slice(0, 10);
    textByDay.set(number, text);
  }
  return text;
}

function dayNumberOf(date: string): number {
  const { year, month, day } = partsOf(date);
  if (!isLaidOut(date) || !isDay(year, month, day)) throw new RangeError(`'${date}' is not a date of the form YYYY-MM-DD`);
  return dayNumber(year, month, day);
}

// Days since 1970-01-01 in the proleptic Gregorian calendar. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
// Date.UTC would do, but reads the years 0 to 99 as 1900 to 1999.
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function weekdayOfDayNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const DASH = 45;

function isLaidOut(text: string): boolean {
  return text.length === 10 && text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH;
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

// Health and lifecycles ask for days by the million: reading digits takes a fifth of what a regular expression and slices do.
function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) };
}

/** The number that these characters write; not a number when one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
