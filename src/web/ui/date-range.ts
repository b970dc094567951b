import { addDays as calendarDaysLater, startOfDate } from '#kernel/calendar.ts';

/** A stretch of calendar days, named or given; `asOf` asks what was known at the end of that day. */
export interface DateRange {
  readonly preset: RangePreset;
  /** 'YYYY-MM-DD', both days included; only with `custom`. */
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

export const RANGE_PRESETS = ['7d', '28d', '90d', '12m', 'month', 'quarter', 'year', 'all', 'custom'] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

/** The first and last calendar day of a range, seen from `today` ('YYYY-MM-DD'); `from` is null for all time. Rolling ranges end today. */
export const daysOfRange = (range: DateRange, today: string): { readonly from: string | null; readonly to: string } => {
  const end = range.asOf ?? today;
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))];
  switch (range.preset) {
    case '7d':
      return { from: addDays(end, -6), to: end };
    case '28d':
      return { from: addDays(end, -27), to: end };
    case '90d':
      return { from: addDays(end, -89), to: end };
    case '12m':
      return { from: isoDate(Date.UTC(year, month - 12, 1)), to: end };
    case 'month':
      return { from: `${end.slice(0, 8)}01`, to: end };
    case 'quarter':
      return { from: isoDate(Date.UTC(year, Math.floor((month - 1) / 3) * 3, 1)), to: end };
    case 'year':
      return { from: `${end.slice(0, 4)}-01-01`, to: end };
    case 'all':
      return { from: null, to: end };
    case 'custom':
      return { from: range.from ?? null, to: range.to ?? end };
  }
};

/** The calendar day of an instant (UTC ms) in a time zone, as 'YYYY-MM-DD'. */
export const calendarDay = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** The last instant (UTC ms) of a calendar day in a time zone: what "as of that day" means. */
export const endOfDay = (day: string, timeZone: string): number => startOfDate(calendarDaysLater(day, 1), timeZone) - 1;

const addDays = (day: string, count: number): string => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return isoDate(Date.UTC(year, month - 1, date + count));
};

const isoDate = (at: number): string => new Date(at).toISOString().slice(0, 10);
