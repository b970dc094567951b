import { Temporal } from 'temporal-polyfill';
import { dateOf, nextPeriod, periodsBetween, startOfDate, type Weekday } from '#kernel/calendar.ts';
import type { QuestionInterval } from '../../question-contracts.ts';

/** A period of a question: its label (a local date, or date and hour), and the instants (UTC ms) between which its part of the range lies. */
export interface QuestionPeriod {
  readonly label: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Over, as of then. */
  readonly complete: boolean;
}

/** The time that a question is about. */
export interface QuestionFrame {
  readonly zone: string;
  readonly weekStart: Weekday;
  readonly interval: QuestionInterval;
  /** UTC ms: nothing dated or known later is in the answer. */
  readonly asOf: number;
  readonly start: number;
  /** Exclusive; it may lie after `asOf`. */
  readonly end: number;
  readonly periods: readonly QuestionPeriod[];
}

export interface FrameAsked {
  readonly range: { readonly from: string; readonly to: string };
  readonly interval: QuestionInterval;
  readonly zone: string;
  readonly weekStart: Weekday;
  readonly asOf: number;
}

const HOUR = 3_600_000;

/** Which periods does a range have, cut to it? Hours are true hours, of which a day has 23 or 25 twice a year; longer ones are calendar periods. */
export function questionFrame({ range, interval, zone, weekStart, asOf }: FrameAsked): QuestionFrame {
  const [start, end] = [instantOf(range.from, zone), instantOf(range.to, zone)];
  const whole = { start, end, asOf };
  const periods = interval === 'hour' ? hoursOf(whole, zone) : calendarOf(whole, { range, interval, zone, weekStart });
  return { zone, weekStart, interval, asOf, start, end, periods };
}

/** The instants at which periods begin from the first of the frame on, `count` of them and the end of the last; calendar periods are whole. */
export function boundsOf({ zone, interval, periods, start, weekStart }: QuestionFrame, count: number): readonly number[] {
  if (periods.length === 0) return [];
  if (interval === 'hour') return Array.from({ length: count + 1 }, (_, n) => start + n * HOUR);
  const first = periodsBetween({ from: periods[0]!.label, to: nextPeriod(periods[0]!.label, 'day') }, interval, weekStart)[0]!;
  return Array.from({ length: count + 1 }, (_, n) => startOfDate(nextPeriod(first, interval, n), zone));
}

/** The instant (UTC ms) of a local date or local date and time; one that the clocks skipped is the first after it. */
export function instantOf(local: string, zone: string): number {
  return local.length === 10 ? startOfDate(local, zone) : Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

interface Whole {
  readonly start: number;
  readonly end: number;
  readonly asOf: number;
}

const hoursOf = ({ start, end, asOf }: Whole, zone: string): readonly QuestionPeriod[] =>
  Array.from({ length: Math.max(0, Math.ceil((end - start) / HOUR)) }, (_, n) => {
    const begin = start + n * HOUR;
    const stop = Math.min(begin + HOUR, end);
    return { label: hourLabel(begin, zone), start: begin, end: stop, complete: stop <= asOf };
  });

const calendarOf = (
  { start, end, asOf }: Whole,
  { range, interval, zone, weekStart }: Omit<FrameAsked, 'asOf'> & { readonly interval: Exclude<QuestionInterval, 'hour'> },
): readonly QuestionPeriod[] => {
  if (start >= end) return [];
  const afterLast = nextPeriod(dateOf(end - 1, zone), 'day');
  return periodsBetween({ from: range.from.slice(0, 10), to: afterLast }, interval, weekStart).map((label) => {
    const begin = Math.max(startOfDate(label, zone), start);
    const stop = Math.min(startOfDate(nextPeriod(label, interval), zone), end);
    return { label, start: begin, end: stop, complete: stop <= asOf };
  });
};

const hourLabel = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
