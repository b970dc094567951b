import { addDays, dateOf, weekdayOf } from '#kernel/calendar.ts';
import type { QuestionFrame } from '../question-frame.ts';
import type { ActivesPoint } from './actives-reference.ts';

/** How many units were active on a day (from 0), and by how many do those of its last 7 and 28 days differ from those of the day before? */
export interface ActivesChange {
  readonly day: number;
  readonly active: number;
  readonly week: number;
  readonly month: number;
}

/** The longest of the windows, in days. */
export const MONTH_DAYS = 28;

/** The days that the actives of a frame read: from 27 before the last day of its first period to the last day of its last. */
export function daysOfActives({ periods, zone }: QuestionFrame): readonly string[] {
  const ends = periods.filter(({ start, end }) => start < end).map(({ end }) => dateOf(end - 1, zone));
  const days: string[] = [];
  for (let day = addDays(ends[0] ?? '1970-01-01', 1 - MONTH_DAYS); ends.length > 0 && day <= ends.at(-1)!; day = addDays(day, 1))
    days.push(day);
  return days;
}

/** What do the changes of each day add up to for the periods of a frame? */
export function activesPoints(changes: readonly ActivesChange[], frame: QuestionFrame, weekdaysOnly: boolean): readonly ActivesPoint[] {
  const byDay = new Map(changes.map((change) => [change.day, change]));
  const totals = { week: 0, month: 0 };
  const days = daysOfActives(frame).map((date, day) => {
    const { active, week, month } = byDay.get(day) ?? { active: 0, week: 0, month: 0 };
    totals.week += week;
    totals.month += month;
    return { date, active, ...totals, isCounted: !weekdaysOnly || weekdayOf(date) <= 5 };
  });
  const places = new Map(days.map(({ date }, place) => [date, place]));
  return frame.periods
    .filter(({ start, end }) => start < end)
    .map(({ label, end }) => {
      const place = places.get(dateOf(end - 1, frame.zone))!;
      const counted = days.slice(place + 1 - MONTH_DAYS, place + 1).filter(({ isCounted }) => isCounted);
      const { active, week, month } = days[place]!;
      return {
        ...{ period: label, day: active, week, month, days: counted.length },
        dailies: counted.reduce((sum, one) => sum + one.active, 0),
      };
    });
}
