import { addDays, dateOf, daysBetween, nextPeriod, type PeriodUnit, periodsBetween, startOfDate, type Weekday } from '#kernel/calendar.ts';

/** A stretch of local dates, `to` exclusive, with the first date of its calendar period; `complete` once it was over as of then. */
export interface Span {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly complete: boolean;
}

/** Which stretches of time does a question ask about? */
export interface Frame {
  readonly zone: string;
  readonly asOf: number;
  /** The local date of `asOf`: nothing dated later is in any answer. */
  readonly observedThrough: string;
  /** The periods of the range, cut to it, that had begun by then. */
  readonly spans: readonly Span[];
  readonly whole: Span;
  /** The range of equal length before: as many periods when the range is made of whole ones, else as many days. */
  readonly before: Span;
}

export interface FrameQuestion {
  readonly from: string;
  readonly to: string;
  readonly interval: PeriodUnit;
  readonly asOf: number;
  readonly zone: string;
  readonly weekStart: Weekday;
}

/** Which periods answer this question, and which range lies before it? Expects `from` before `to`. */
export function frameOf({ from, to, interval, asOf, zone, weekStart }: FrameQuestion): Frame {
  const observedThrough = dateOf(asOf, zone);
  const span = (period: string, first: string, end: string): Span => ({
    period,
    from: first,
    to: end,
    complete: end <= observedThrough,
  });
  const starts = periodsBetween({ from, to }, interval, weekStart);
  const spans = starts.map((period) => {
    const end = nextPeriod(period, interval);
    return span(period, period > from ? period : from, end < to ? end : to);
  });
  const isWhole = starts[0] === from && nextPeriod(starts.at(-1)!, interval) === to;
  const earlier = isWhole ? nextPeriod(from, interval, -starts.length) : addDays(from, -daysBetween(from, to));
  return {
    zone,
    asOf,
    observedThrough,
    spans: spans.filter((one) => one.from <= observedThrough),
    whole: span(from, from, to),
    before: span(earlier, earlier, from),
  };
}

/** The spans of a frame in the order in which all engines number them: the periods, then the whole range, then the one before. */
export function windowsOf(frame: Frame): readonly Span[] {
  return [...frame.spans, frame.whole, frame.before];
}

/** The earlier of two dates. */
export function earlierOf(a: string, b: string): string {
  return a < b ? a : b;
}

/** Between which instants (UTC ms, the end exclusive) lies a span? What came after `asOf` is cut off. */
export function instantsOf(
  span: Pick<Span, 'from' | 'to'>,
  { zone, asOf }: Pick<Frame, 'zone' | 'asOf'>,
): { readonly start: number; readonly end: number } {
  return { start: startOfDate(span.from, zone), end: Math.min(startOfDate(span.to, zone), asOf + 1) };
}
