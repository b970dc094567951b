const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const WEEK_DATE = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/i;
const DAY_OF_YEAR = /^(\d{4})-(\d{3})$/;
const NAMES_ITS_ZONE = /(?:GMT|UTC|[+-]\d{4})/;
const DAY_MS = 86_400_000;
/** A number below this counts seconds: as milliseconds it would lie in early 1973. */
const SECONDS_BELOW = 100_000_000_000;
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Which instant (UTC ms) does a client mean? ISO 8601 with date, week date or day of the year, a text that names its zone, or a count of
 * milliseconds or seconds. A time without a zone is UTC, as clients that drop the zone send UTC. Null when it is no instant.
 */
export function instantFrom(raw: unknown): number | null {
  if (typeof raw === 'number') return inRange(raw < SECONDS_BELOW ? raw * 1000 : raw);
  if (typeof raw !== 'string') return null;
  const usual = fromUsualForm(raw);
  if (usual !== null) return usual;
  const iso = ISO.exec(raw);
  if (iso) return fromIso(iso);
  const text = raw.trim();
  if (text !== raw) return instantFrom(text);
  if (/^\d{9,14}$/.test(text)) return instantFrom(Number(text));
  return fromRareForm(text);
}

/** What JavaScript's own clock writes, '2026-03-31T09:30:00.000Z', in a fifth of the time, as messages come day by day; null for anything else. */
function fromUsualForm(text: string): number | null {
  if (text.length !== 24 || !(text[10] === 'T' && text[13] === ':' && text[16] === ':' && text[19] === '.' && text[23] === 'Z'))
    return null;
  if (!text.startsWith(lastDay)) {
    const midnight = instantFrom(text.slice(0, 10));
    if (midnight === null || text[4] !== '-' || text[7] !== '-') return null;
    lastDay = text.slice(0, 10);
    lastMidnight = midnight;
  }
  const [hour, minute, second, millis] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17), twoDigits(text, 20)];
  const last = text.charCodeAt(22) - ZERO;
  const isClear = hour <= 23 && minute <= 59 && second <= 59 && millis <= 99 && last >= 0 && last <= 9;
  return isClear ? lastMidnight + hour * 3_600_000 + minute * 60_000 + second * 1_000 + millis * 10 + last : null;
}

let lastDay = '1970-01-01';
let lastMidnight = 0;
const ZERO = '0'.charCodeAt(0);

/** Not a number when they are no digits. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function fromIso([, year, month, day, hour = '0', minute = '0', second = '0', fraction, zone]: RegExpExecArray): number | null {
  const [y, m, d, h] = [Number(year), Number(month), Number(day), Number(hour)];
  const midnight = Date.UTC(y, m - 1, d);
  // Date.UTC rolls 30 February over; a date that does not exist is no instant.
  if (m < 1 || d < 1 || new Date(midnight).getUTCDate() !== d || m > 12) return null;
  if (h > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const millis = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return inRange(midnight + h * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 + millis - offsetOf(zone));
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0)) * 60_000;
}

function fromRareForm(text: string): number | null {
  const week = WEEK_DATE.exec(text);
  if (week) return fromWeekDate(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const ordinal = DAY_OF_YEAR.exec(text);
  if (ordinal) return Number(ordinal[2]) < 1 || Number(ordinal[2]) > 366 ? null : Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2]));
  return NAMES_ITS_ZONE.test(text) ? inRange(Date.parse(text)) : null;
}

/** ISO 8601: week 1 is the week of 4 January, weeks begin on Monday. */
function fromWeekDate(year: number, week: number, weekday: number): number | null {
  if (week < 1 || week > 53) return null;
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  return monday + ((week - 1) * 7 + weekday - 1) * DAY_MS;
}

function inRange(instant: number): number | null {
  return Number.isFinite(instant) && Math.abs(instant) <= LAST_INSTANT ? Math.round(instant) : null;
}
