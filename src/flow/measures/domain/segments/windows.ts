import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import type { SegmentWindow } from '../../condition-contracts.ts';

/** When a segment is asked; UTC ms. */
export interface SegmentMoment {
  readonly now: number;
  readonly zone: string;
  /** From where windows look back, where that is not `now`: what would hold if no time had passed. */
  readonly lookingFrom?: number;
}

/** From `start` (inside) up to `end` (exclusive), UTC ms. */
export interface SegmentSpan {
  readonly start: number;
  readonly end: number;
}

const HOUR = 3_600_000;

/** The instants of a window. Days are local calendar days: the last 7 are today and the six before, however long they were. */
export const spanOf = (window: SegmentWindow, { now, zone, lookingFrom = now }: SegmentMoment): SegmentSpan => {
  const end = now + 1;
  if (window.kind === 'ever') return { start: 0, end };
  if (window.kind === 'hours') return { start: lookingFrom - window.hours * HOUR, end };
  if (window.kind === 'days') return { start: startOfDate(addDays(dateOf(lookingFrom, zone), 1 - window.days), zone), end };
  return { start: startOfDate(window.from, zone), end: Math.min(end, startOfDate(addDays(window.to, 1), zone)) };
};
