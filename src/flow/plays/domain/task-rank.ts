import { daysBetween } from '#kernel/calendar.ts';

const HALF_LIFE_DAYS = 14;
const LEAST = 1 / 8;
const MOST = 2;
/** A task without revenue counts as one of 100.00 a year, so that urgency still orders it. */
const NO_REVENUE_MINOR = 10_000;

/** How much revenue a year hangs on an account that pays this a month? Minor units; 0 when nothing is paid. */
export const valueAtStake = (mrrMinor: number | null): number => Math.max(0, mrrMinor ?? 0) * 12;

/** How urgent is a task, from 1/8 to 2? 1 on the day it is due, half as much for every 14 days that are left, twice as much 14 days after. */
export const urgency = (dueOn: string, today: string): number =>
  Math.min(MOST, Math.max(LEAST, 2 ** (-daysBetween(today, dueOn) / HALF_LIFE_DAYS)));

/** How far up does a task belong? (Yearly revenue + 100.00) × urgency; urgency alone when the reader may not know the revenue (null). */
export const taskRank = (task: { readonly valueMinor: number | null; readonly dueOn: string }, today: string): number =>
  (task.valueMinor === null ? 1 : task.valueMinor + NO_REVENUE_MINOR) * urgency(task.dueOn, today);
