import { type DateStyle, formatDate, type Reader } from '#web/i18n/format.ts';

/** The length of the periods of a chart. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

const STYLES: Readonly<Record<Grain, DateStyle>> = { day: 'day', week: 'day', month: 'month', quarter: 'quarter', year: 'year' };

/** A period by its first day ('YYYY-MM-DD'), as the reader calls it: "3 May", "May 2026", "Q2 2026". */
export const periodName = (reader: Reader, period: string, grain: Grain): string => formatDate(reader, period, STYLES[grain]);
