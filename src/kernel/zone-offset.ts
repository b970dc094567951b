import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
const MAX_CACHED_DAYS = 100_000;

/** One UTC day of one zone: a constant offset, or the moment inside the day at which it changes. */
type DayOffset = number | { readonly at: number; readonly before: number; readonly after: number };

const offsetsByZone = new Map<string, Map<number, DayOffset>>();

/**
 * How many milliseconds is local time ahead of UTC in this IANA zone at this instant (UTC ms)?
 * Throws RangeError for an unknown zone.
 */
export function offsetAt(instant: number, zone: string): number {
  const utcDay = Math.floor(instant / DAY_MS);
  const days = cachedDays(zone);
  let found = days.get(utcDay);
  if (found === undefined) {
    found = offsetOfDay(utcDay, zone);
    days.set(utcDay, found);
  }
  if (typeof found === 'number') return found;
  return instant < found.at ? found.before : found.after;
}

/** The same answer straight from the time zone database, a few microseconds each: the reference that `offsetAt` is tested against. */
function offsetFromDatabase(instant: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

function cachedDays(zone: string): Map<number, DayOffset> {
  let days = offsetsByZone.get(zone);
  if (days === undefined) {
    days = new Map();
    offsetsByZone.set(zone, days);
  }
  // A bound, so that nonsense timestamps cannot fill the memory; real data stays far below it.
  if (days.size > MAX_CACHED_DAYS) days.clear();
  return days;
}

// A zone changes its offset at most once in a UTC day, so equal offsets at both ends mean a constant one.
function offsetOfDay(utcDay: number, zone: string): DayOffset {
  const before = offsetFromDatabase(utcDay * DAY_MS, zone);
  const after = offsetFromDatabase((utcDay + 1) * DAY_MS - 1, zone);
  if (before === after) return before;
  let low = utcDay * DAY_MS;
  let high = (utcDay + 1) * DAY_MS - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetFromDatabase(middle, zone) === before) low = middle;
    else high = middle;
  }
  return { at: high, before, after };
}
