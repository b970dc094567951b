import { isDate } from '#kernel/calendar.ts';
import { plainLetters } from './name-words.ts';

/** How numbers stand for dates in a column. 'iso' is year-first; 'excel' counts days since 1900; 'epoch-s' and 'epoch-ms' count since 1970 in UTC. */
export type DateOrder = 'iso' | 'day-first' | 'month-first' | 'excel' | 'epoch-s' | 'epoch-ms';

/** A time of day, and how many minutes it is ahead of UTC when the text says so. */
export interface WrittenTime {
  readonly msOfDay: number;
  readonly offsetMinutes: number | null;
}

/** A date as it stands in a text: either all three parts are known, or two numbers wait for an order. */
export type WrittenDate =
  | { readonly form: 'known'; readonly date: string; readonly time: WrittenTime | null }
  | {
      readonly form: 'numbers';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly dotted: boolean;
      readonly time: WrittenTime | null;
    };

const TIME =
  /[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?\s?(?:m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\[[\w/+-]+\])?$/i;
const YEAR_FIRST = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年\s*(\d{1,2})月\s*(\d{1,2})日?)$/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/;
const NUMBERS = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_NAME_YEAR = /^(\d{1,2})(?:st|nd|rd|th|\.|º)?[ \-/]*(?:de )?([a-z]{3,10})\.?,?[ \-/]*(?:de |del )?(\d{4}|\d{2})$/;
const NAME_DAY_YEAR = /^([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})$/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)[a-z]*\.?,\s+/;

// English, Spanish, German and French; the first that fits decides, so 'juil' stands before 'ju'.
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(jan|ene)/, 1],
  [/^(feb|fev)/, 2],
  [/^(mar|mrz|maerz)/, 3],
  [/^(apr|abr|avr)/, 4],
  [/^(may|mai)/, 5],
  [/^(jun|juin)/, 6],
  [/^(jul|juil)/, 7],
  [/^(aug|ago|aou)/, 8],
  [/^(sep|set)/, 9],
  [/^(oct|okt)/, 10],
  [/^nov/, 11],
  [/^(dec|dic|dez)/, 12],
];

/** Which date stands in this text, as far as the text alone can tell? Null when it is none, or when the calendar has no such date. */
export function readDate(cell: string): WrittenDate | null {
  const text = cell.trim();
  if (text.length < 6 || text.length > 45) return null;
  const compact = COMPACT.exec(text);
  if (compact !== null) return compactDate(compact);
  const timed = TIME.exec(text);
  const time = timed === null ? null : readTime(timed);
  if (timed !== null && time === null) return null;
  const day = timed === null ? text : text.slice(0, timed.index).trim();
  const parts = NUMBERS.exec(day);
  if (parts !== null) return numbers(parts, time);
  const date = yearFirst(day) ?? namedMonth(day);
  return date === null ? null : { form: 'known', date, time };
}

/** Which calendar date ('YYYY-MM-DD') is this under that order? Null when the calendar has none, such as 30 February. */
export function dateUnder(written: WrittenDate, order: DateOrder): string | null {
  if (written.form === 'known') return written.date;
  const [day, month] = order === 'month-first' ? [written.second, written.first] : [written.first, written.second];
  return dateOrNull(written.year, month, day);
}

// Two-digit years as POSIX reads them: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068.
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

function dateOrNull(year: number, month: number, day: number): string | null {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function yearFirst(text: string): string | null {
  const match = YEAR_FIRST.exec(text);
  if (match === null) return null;
  const [month, day] = match.slice(2).filter((part) => part !== undefined);
  return dateOrNull(Number(match[1]), Number(month), Number(day));
}

function compactDate(match: RegExpExecArray): WrittenDate | null {
  const [, year, month, day, hour, minute = '0', second = '0', utc] = match;
  const date = dateOrNull(Number(year), Number(month), Number(day));
  const msOfDay = clock(Number(hour ?? 0), Number(minute), Number(second), 0);
  if (date === null || msOfDay === null) return null;
  return { form: 'known', date, time: hour === undefined ? null : { msOfDay, offsetMinutes: utc === undefined ? null : 0 } };
}

function numbers(match: RegExpExecArray, time: WrittenTime | null): WrittenDate | null {
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? '')];
  if (dateOrNull(year, second, first) === null && dateOrNull(year, first, second) === null) return null;
  return { form: 'numbers', first, second, year, dotted: match[2] === '.', time };
}

function namedMonth(text: string): string | null {
  const plain = plainLetters(text).toLowerCase().replace(WEEKDAY, '');
  const dayFirst = DAY_NAME_YEAR.exec(plain);
  const [day, name = '', year = ''] = dayFirst === null ? nameFirst(plain) : dayFirst.slice(1);
  const month = MONTHS.find(([pattern]) => pattern.test(name))?.[1];
  return month === undefined ? null : dateOrNull(fullYear(year), month, Number(day));
}

function nameFirst(text: string): readonly (string | undefined)[] {
  const [, name, day, year] = NAME_DAY_YEAR.exec(text) ?? [];
  return [day, name, year];
}

function readTime(match: RegExpExecArray): WrittenTime | null {
  const [, hourText, minute, second = '0', fraction = '', half = '', zone] = match;
  const hour = Number(hourText);
  if (half !== '' && (hour < 1 || hour > 12)) return null;
  const hours = half === '' ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const msOfDay = clock(hours, Number(minute), Number(second), Number(fraction.slice(0, 3).padEnd(3, '0')));
  if (msOfDay === null) return null;
  return { msOfDay, offsetMinutes: zone === undefined ? null : offsetOf(zone) };
}

function clock(hour: number, minute: number, second: number, ms: number): number | null {
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 + ms : null;
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
