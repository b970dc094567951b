/** Who reads: the locale of numbers and dates, and the IANA zone in which the workspace's days begin. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

const cache = new Map<string, Intl.NumberFormat>();
const dateCache = new Map<string, Intl.DateTimeFormat>();

/** A number as the reader writes it; `compact` gives 12.3K. */
export const formatNumber = (
  reader: Reader,
  value: number,
  options: { digits?: number; compact?: boolean; signed?: boolean } = {},
): string =>
  numberFormat(reader.locale, {
    maximumFractionDigits: options.digits ?? (options.compact ? 1 : 2),
    ...(options.digits === undefined ? {} : { minimumFractionDigits: options.digits }),
    ...(options.compact ? { notation: 'compact' } : {}),
    ...(options.signed ? { signDisplay: 'exceptZero' } : {}),
  }).format(value);

/** How many minor units make one of this currency: 100 for USD, 1 for JPY, 1000 for KWD. */
export const minorUnitsOf = (currency: string): number =>
  10 ** (numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);

/** An amount in minor units as the reader writes it. Whole amounts of 1,000 and more lose their ".00" unless `exact`. */
export const formatMoney = (
  reader: Reader,
  amountMinor: number | bigint,
  { currency, compact, signed, exact }: { currency: string; compact?: boolean; signed?: boolean; exact?: boolean },
): string => {
  const minor = Number(amountMinor);
  const amount = minor / minorUnitsOf(currency);
  const style: Intl.NumberFormatOptions = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(signed ? { signDisplay: 'exceptZero' } : {}),
  };
  if (compact && Math.abs(amount) >= 1000) {
    const short = numberFormat(reader.locale, { ...style, notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 });
    // Chinese and Spanish have no short form below ten thousand: there the whole amount is the short one.
    if (short.formatToParts(amount).some(({ type }) => type === 'compact')) return short.format(amount);
    return numberFormat(reader.locale, { ...style, maximumFractionDigits: 0 }).format(amount);
  }
  // Cents say nothing beside thousands, and nothing on an axis of whole amounts.
  const whole = !exact && Number.isInteger(amount) && (Math.abs(amount) >= 1000 || compact);
  return numberFormat(reader.locale, { ...style, ...(whole ? { maximumFractionDigits: 0 } : {}) }).format(amount);
};

/** A country's name in the reader's language when its ISO 3166 code is given ("DE"); any other text stays as it is. */
export const formatCountry = (reader: Pick<Reader, 'locale'>, country: string): string => {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(reader.locale, { type: 'region', fallback: 'code' }).of(country) ?? country;
};

/** Does this field hold a country, of whatever it is: `country`, `account.country`, `lead.country`, `x.country`? */
export const isCountryField = (key: string): boolean => /(^|\.)country$/.test(key);

/** A ratio (0..1) as a percentage with at most `digits` decimals (default 1). */
export const formatPercent = (reader: Reader, ratio: number, options: { digits?: number; signed?: boolean } = {}): string =>
  numberFormat(reader.locale, {
    style: 'percent',
    maximumFractionDigits: options.digits ?? 1,
    ...(options.signed ? { signDisplay: 'exceptZero' } : {}),
  }).format(ratio);

export type DateStyle = 'date' | 'hour' | 'time' | 'datetime' | 'month' | 'day' | 'full' | 'quarter' | 'year';

const DATE_STYLES: Readonly<Record<Exclude<DateStyle, 'quarter'>, Intl.DateTimeFormatOptions>> = {
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  datetime: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  day: { month: 'short', day: 'numeric' },
  hour: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  full: { dateStyle: 'full', timeStyle: 'long' },
};

/** An instant (UTC ms) in the workspace's zone, or a calendar date or local time ('YYYY-MM-DD', 'YYYY-MM-DDTHH:MM', no zone), as the reader writes it. */
export const formatDate = (reader: Reader, when: number | string, style: DateStyle = 'date'): string => {
  const calendarDate = typeof when === 'string' && /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(when);
  const at = typeof when === 'number' ? when : Date.parse(calendarDate && when.length > 10 ? `${when}Z` : when);
  if (Number.isNaN(at)) return String(when);
  const timeZone = calendarDate ? 'UTC' : reader.timeZone;
  if (style === 'quarter') return quarterName(reader.locale, at, timeZone);
  return dateFormat(reader.locale, { ...DATE_STYLES[style], timeZone }).format(at);
};

// Intl knows no quarters.
const quarterName = (locale: string, at: number, timeZone: string): string => {
  const parts = dateFormat('en', { year: 'numeric', month: 'numeric', timeZone }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const quarter = Math.ceil(Number(part('month')) / 3);
  if (locale.startsWith('zh')) return `${part('year')}年第${quarter}季度`;
  return `${locale.startsWith('es') ? 'T' : 'Q'}${quarter} ${part('year')}`;
};

/** Does an instant begin a day in the reader's zone? Then most likely only its day is known, and "12:00 AM" would say too much. */
export const isStartOfDay = (reader: Reader, at: number): boolean =>
  dateFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: reader.timeZone }).format(at) ===
  '00:00:00';

/** How long ago (or ahead) an instant is: "3 days ago". Under five seconds is "now". */
export const formatAgo = (reader: Reader, at: number, now: number): string => {
  const gap = at - now;
  const format = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto', style: 'long' });
  if (Math.abs(gap) < 5_000) return format.format(0, 'second');
  const [unit, size] = UNITS.find(([, length]) => Math.abs(gap) >= length) ?? ['second', 1_000];
  return format.format(Math.trunc(gap / size), unit);
};

/** A length of time in its one or two largest units: "3 days 4 hr", "45 sec". Negative lengths keep their sign. */
export const formatDuration = (reader: Reader, lengthMs: number): string => {
  const parts: string[] = [];
  let rest = Math.abs(lengthMs);
  const first = DURATION_UNITS.findIndex(([, size]) => rest >= size);
  if (first < 0) return unitText(reader, 0, 'second');
  for (const [unit, size] of DURATION_UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(unitText(reader, count, unit));
    if (count >= 10) break;
  }
  return (lengthMs < 0 ? '−' : '') + parts.join(' ');
};

/** A length in days or hours with one decimal: "12.3 days", "5 hr". Short is for axes. */
export const formatLength = (reader: Reader, length: number, unit: 'day' | 'hour', short = false): string =>
  numberFormat(reader.locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'day' && !short ? 'long' : 'short',
    maximumFractionDigits: Math.abs(length) >= 100 ? 0 : 1,
  }).format(length);

// Days are the largest unit: a month has no fixed length.
const DURATION_UNITS = UNITS.filter(([unit]) => unit === 'day' || unit === 'hour' || unit === 'minute' || unit === 'second');

const unitText = (reader: Reader, count: number, unit: string): string =>
  numberFormat(reader.locale, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short', maximumFractionDigits: 0 }).format(
    count,
  );

// Building an Intl formatter costs about 50 µs, using one 1 µs: a table of 100 rows would feel it.
const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = locale + JSON.stringify(options);
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  cache.set(key, made);
  return made;
};

const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(options);
  const known = dateCache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dateCache.set(key, made);
  return made;
};

/** "Name: value" as the reader's language writes it: Chinese has a colon of its own, with its own room. */
export const formatNamed = (reader: Pick<Reader, 'locale'>, name: string, value: string): string =>
  `${name}${isChinese(reader) ? '：' : ': '}${value}`;

/** Sentences one after the other; what is false or empty is left out. Chinese leaves no blank between them. */
export const formatSentences = (reader: Pick<Reader, 'locale'>, sentences: readonly (string | false | null | undefined)[]): string =>
  sentences.filter(Boolean).join(isChinese(reader) ? '' : ' ');

const isChinese = ({ locale }: Pick<Reader, 'locale'>): boolean => locale.startsWith('zh');
