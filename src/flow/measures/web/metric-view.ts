import { z } from 'zod';
import { addDays, daysBetween, startOfDate } from '#kernel/calendar.ts';
import { Condition } from '#kernel/condition.ts';
import { LocalDate } from '#kernel/page.ts';
import { type DateRange, daysOfRange, RANGE_PRESETS } from '#web/ui/date-range.ts';
import { Breakdown, Interval, type MetricQuestion } from '../contracts.ts';

/** How a metric is asked, and which rows stand open; kept in the URL. */
export const MetricView = z.object({
  preset: z.enum(RANGE_PRESETS).default('12m'),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  asOf: LocalDate.optional(),
  interval: Interval.optional(),
  by: Breakdown.optional(),
  filter: Condition.optional(),
  rows: z.string().optional(),
});
export type MetricView = z.infer<typeof MetricView>;

// Nothing that a workspace brings along is older; the figures begin where their first value is.
const FIRST_DAY = '2010-01-01';
const MOST_PERIODS = 400;
const DAYS_OF: Readonly<Record<Interval, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** The question that a view stands for, seen from `today` ('YYYY-MM-DD') in the workspace's zone. An as-of day counts to its end. */
export const questionOf = (
  view: MetricView,
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): MetricQuestion => {
  const { from, to } = daysAsked(view, today);
  const offered = intervalsFor({ from, to });
  return {
    from,
    to,
    interval: view.interval && offered.includes(view.interval) ? view.interval : usualInterval({ from, to }),
    breakdown: view.by ?? null,
    filter: view.filter ?? null,
    asOf: view.asOf ? startOfDate(addDays(view.asOf, 1), timeZone) - 1 : null,
  };
};

/** The days of a range as questions name them, seen from `today`: `to` is the first day after it. */
export const daysAsked = (range: DateRange, today: string): Days => {
  const days = daysOfRange(range, today);
  const from = days.from ?? FIRST_DAY;
  const [, last = from] = [from, days.to].toSorted();
  return { from, to: addDays(last, 1) };
};

interface Days {
  readonly from: string;
  readonly to: string;
}

/** By which intervals can a range be divided without becoming unreadable? A range shorter than an interval is not divided by it. */
export const intervalsFor = ({ from, to }: Days): readonly Interval[] => {
  const days = daysBetween(from, to);
  const fitting = Interval.options.filter((interval) => days / DAYS_OF[interval] <= MOST_PERIODS && days >= DAYS_OF[interval]);
  return fitting.length > 0 ? fitting : ['day'];
};

/** The interval that shows a range best: about five to forty periods. */
export const usualInterval = ({ from, to }: Days): Interval => {
  const days = daysBetween(from, to);
  if (days <= 31) return 'day';
  if (days <= 120) return 'week';
  return days <= 1_200 ? 'month' : 'quarter';
};

/** Which rows behind a metric stand open: of one period or the whole range, of one series or all. */
export interface RowsPart {
  readonly period: string | null;
  readonly series: string | null;
}

const WHOLE = 'all';

/** A part as one word of the URL, and back; null when none is open. */
export const partToText = ({ period, series }: RowsPart): string => `${period ?? WHOLE}~${series ?? '*'}`;
export const partFromText = (text: string | undefined): RowsPart | null => {
  if (text === undefined) return null;
  const cut = text.indexOf('~');
  const period = cut < 0 ? text : text.slice(0, cut);
  const series = cut < 0 ? '*' : text.slice(cut + 1);
  if (period !== WHOLE && !LocalDate.safeParse(period).success) return null;
  return { period: period === WHOLE ? null : period, series: series === '*' ? null : series };
};
