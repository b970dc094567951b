import { addDays, dateOf, daysBetween, nextPeriod, periodsBetween, startOfDate } from '#kernel/calendar.ts';
import type { TrendQuestion } from '../../../question-contracts.ts';
import { type QuestionFrame, questionFrame } from '../question-frame.ts';

/** A stretch of time (UTC ms, end exclusive) that is counted by itself. */
export interface TrendWindow {
  readonly start: number;
  readonly end: number;
}

/** The windows of a trend: one per period that has begun, and the whole; the same for the range before where it is compared. */
export interface TrendWindows {
  readonly periods: readonly { readonly label: string; readonly window: TrendWindow; readonly complete: boolean }[];
  readonly whole: TrendWindow;
}

type Asked = Pick<TrendQuestion, 'range' | 'interval' | 'windowDays' | 'cumulative'>;

/** Which windows does a trend count? Each period; or from the start of the range to its end; or so many days that end with it, or with today. */
export function trendWindows({ windowDays, cumulative }: Asked, frame: QuestionFrame): TrendWindows {
  const { start, end, asOf, zone } = frame;
  const windowOf = (from: number, to: number): TrendWindow => {
    const stop = Math.min(to, asOf + 1);
    if (windowDays === null) return { start: cumulative ? start : from, end: stop };
    // The last local day that the window ends with: that of the period's end, or today while it has not come.
    const last = dateOf(Math.min(to - 1, asOf), zone);
    return { start: startOfDate(addDays(last, 1 - windowDays), zone), end: stop };
  };
  return {
    periods: frame.periods
      .filter((period) => period.start <= asOf)
      .map(({ label, start: from, end: to, complete }) => ({
        label,
        window: windowOf(from, to),
        complete: complete || windowDays !== null,
      })),
    whole: windowOf(start, end),
  };
}

/** The frame of the range of equal length before: as many periods when the range is made of whole ones, else as many days. */
export function earlierFrame({ range }: Pick<Asked, 'range'>, frame: QuestionFrame): QuestionFrame {
  const { interval, zone, weekStart, asOf, start } = frame;
  if (interval === 'hour' || range.from.length > 10 || range.to.length > 10) {
    const length = frame.end - start;
    const periods = frame.periods.map((period) => ({
      ...period,
      start: period.start - length,
      end: period.end - length,
      complete: period.end - length <= asOf,
    }));
    return { ...frame, start: start - length, end: start, periods };
  }
  const starts = periodsBetween(range, interval, weekStart);
  const isWhole = starts.length > 0 && starts[0] === range.from && nextPeriod(starts.at(-1)!, interval) === range.to;
  const from = isWhole ? nextPeriod(range.from, interval, -starts.length) : addDays(range.from, -daysBetween(range.from, range.to));
  return questionFrame({ range: { from, to: range.from }, interval, zone, weekStart, asOf });
}
