import { type DateStyle, formatDate, type Reader } from '#web/i18n/format.ts';

/** The length of the periods of a chart. */
export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const STYLES: Readonly<Record<Grain, DateStyle>> = {
  hour: 'hour',
  day: 'day',
  week: 'day',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};

/** A period by its first day ('YYYY-MM-DD'; an hour by 'YYYY-MM-DDTHH:MM'), as the reader calls it: "3 May", "May 2026", "Q2 2026". */
export const periodName = (reader: Reader, period: string, grain: Grain): string =>
  // A name that is no date stays: browsers read "Month 1" as one.
  /^\d{4}-/.test(period) ? formatDate(reader, period, STYLES[grain]) : period;
