import { addDays, dateOf, startOfDate, weekdayOf } from '#kernel/calendar.ts';
import type { StickinessQuestion } from '../../../question-contracts.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { matching, occurrencesOf, type QuestionWorld } from '../question-world.ts';

/** How many units were active on the last day of a period, and in the 7 and 28 days that end with it? */
export interface ActivesPoint {
  readonly period: string;
  readonly day: number;
  readonly week: number;
  readonly month: number;
  /** Active units added up over `days` of the 28: all, or those from Monday to Friday. */
  readonly dailies: number;
  readonly days: number;
}

/**
 * The reference of DAU, WAU and MAU in days of the zone; they reach back before the range. DEFINITIONS, Stickiness: trailing 28 days. The ratio is mean daily
 * actives over those days ÷ actives in them.
 */
export function activesReference(world: QuestionWorld, question: StickinessQuestion, frame: QuestionFrame): readonly ActivesPoint[] {
  const all = occurrencesOf(world, { ...question, asOf: frame.asOf });
  const found = [...matching(all, question.match, frame.asOf)].filter(({ fact }) => fact.at < frame.end);
  const activeBetween = (first: string, last: string): number => {
    const [start, end] = [startOfDate(first, frame.zone), startOfDate(addDays(last, 1), frame.zone)];
    const within = found.filter(({ fact }) => fact.at >= start && fact.at < end);
    return new Set(within.map(({ unit }) => unit)).size;
  };
  return frame.periods
    .filter(({ start, end }) => start < end)
    .map(({ label, end }) => {
      const last = dateOf(end - 1, frame.zone);
      const counted = Array.from({ length: 28 }, (_, back) => addDays(last, -back)).filter(
        (date) => !question.weekdaysOnly || weekdayOf(date) <= 5,
      );
      return {
        period: label,
        day: activeBetween(last, last),
        week: activeBetween(addDays(last, -6), last),
        month: activeBetween(addDays(last, -27), last),
        dailies: counted.reduce((sum, date) => sum + activeBetween(date, date), 0),
        days: counted.length,
      };
    });
}
