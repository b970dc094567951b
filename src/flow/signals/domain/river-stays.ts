import { addDays, dateOf, daysBetween, startOfDate } from '#kernel/calendar.ts';
import { quantile } from '#kernel/interval.ts';
import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { LifecycleMove } from '../contracts.ts';

/** A move with the monthly money that it carried: the larger of what the account paid just before it and from then on. */
export interface RiverMove extends Pick<LifecycleMove, 'stage' | 'enteredAt' | 'leftAt'> {
  readonly mrrMinor: number;
}

/** One account in the river: its moves in order, as believed at `asOf`, and its MRR at the end of the period. */
export interface RiverAccount {
  readonly id: string;
  readonly mrrMinor: number;
  readonly moves: readonly RiverMove[];
}

/** Which days are asked about: the local dates from `from` up to, not including, `to`; nothing after `asOf` (UTC ms) counts. */
export interface RiverSpan {
  readonly from: string;
  readonly to: string;
  readonly asOf: number;
  readonly zone: string;
}

/** The instants [from, end) of a period, and the local dates that it covers so far. */
export interface RiverPeriod {
  readonly from: number;
  readonly end: number;
  readonly fromDate: string;
  readonly endDate: string;
}

/** A stay of an account in a stage; `next` is where it went, null while it is there. */
export interface RiverStay extends RiverMove {
  readonly accountId: string;
  readonly previous: LifeStage | null;
  readonly next: LifeStage | null;
  readonly accountMrrMinor: number;
}

/** Which stays of one stage a number of the river counts, and the list behind it shows. */
export type RiverPart = 'in' | 'entered' | 'new' | 'left' | 'moved' | 'back' | 'lost' | 'stuck';

/** A stage needs this many completed stays before it can say what a long one is. */
export const STAYS_TO_JUDGE = 5;

/** How an account left its stage: onward, back to an earlier one while it stays a customer, or lost. */
export type WayOut = 'on' | 'back' | 'lost';

/**
 * How did the account leave its stage for the next? Lost is who churned, and a prospect who falls back, which only a lost deal does. Leaving Renewing
 * for an earlier stage is a renewal, and leaving Churned a win.
 */
export const wayOut = (stage: LifeStage, next: LifeStage): WayOut => {
  if (next === 'churned') return 'lost';
  if (stage === 'renewing' || stage === 'churned' || LIFE_STAGES.indexOf(next) > LIFE_STAGES.indexOf(stage)) return 'on';
  return LIFE_STAGES.indexOf(stage) <= LIFE_STAGES.indexOf('opportunity') ? 'lost' : 'back';
};

/** Which instants and dates does the question cover, so far as time has passed? None, ending at `asOf`, when that is before the period. */
export const periodOf = ({ from, to, asOf, zone }: RiverSpan): RiverPeriod => {
  const start = startOfDate(from, zone);
  const end = Math.min(startOfDate(to, zone), asOf + 1);
  const passed = end <= start ? from : addDays(dateOf(end - 1, zone), 1);
  return { from: start, end, fromDate: from, endDate: passed };
};

/** The period of as many days that ended where this one begins. */
export const periodBefore = ({ from, fromDate, endDate }: RiverPeriod, zone: string): RiverPeriod => {
  const date = addDays(fromDate, -daysBetween(fromDate, endDate));
  return { from: startOfDate(date, zone), end: from, fromDate: date, endDate: fromDate };
};

/** The stays of an account up to the end of a period, each with where it came from and where it went by then. */
export const staysOf = (account: RiverAccount, end: number): readonly RiverStay[] => {
  const known = account.moves.filter((move) => move.enteredAt < end);
  return known.map((move, index) => ({
    ...move,
    leftAt: known[index + 1]?.enteredAt ?? null,
    accountId: account.id,
    previous: known[index - 1]?.stage ?? null,
    next: known[index + 1]?.stage ?? null,
    accountMrrMinor: account.mrrMinor,
  }));
};

/**
 * Which of a stage's stays are the part, at the end of the period? `in`: who is there; `entered` and `left` in the period; `new`: those of
 * the entered who come from no other stage; `moved`: those of the entered who moved on before its end; `back` and `lost`: those of the left who
 * stepped back, or were lost; `stuck`: those there for longer than `p75Days`.
 */
export const staysIn = (
  part: RiverPart,
  stays: readonly RiverStay[],
  { period, p75Days, zone }: { readonly period: RiverPeriod; readonly p75Days: number | null; readonly zone: string },
): readonly RiverStay[] => {
  const { from, end } = period;
  const here = stays.filter((stay) => stay.leftAt === null);
  const left = stays.filter((stay) => stay.leftAt !== null && stay.leftAt >= from && stay.leftAt < end);
  const entered = stays.filter((stay) => stay.enteredAt >= from && stay.enteredAt < end);
  if (part === 'in') return here;
  if (part === 'left') return left;
  if (part === 'lost' || part === 'back') return left.filter((stay) => wayOut(stay.stage, stay.next!) === part);
  if (part === 'entered') return entered;
  if (part === 'new') return entered.filter((stay) => stay.previous === null);
  if (part === 'moved')
    return entered.filter((stay) => stay.leftAt !== null && stay.leftAt < end && wayOut(stay.stage, stay.next!) === 'on');
  return here.filter((stay) => p75Days !== null && stay.stage !== 'churned' && daysOf(stay, end, zone) > p75Days);
};

/** How many days are three quarters of the completed stays no longer than? Null when too few were completed to say. */
export const longStay = (stays: readonly RiverStay[], zone: string): number | null => {
  const ended = stays.flatMap((stay) => (stay.leftAt === null ? [] : [daysOf(stay, stay.leftAt, zone)]));
  return ended.length < STAYS_TO_JUDGE ? null : quantile(ended, 0.75);
};

/** How many local days did it stay, or has it been there at `end`? */
export const daysOf = ({ enteredAt, leftAt }: RiverStay, end: number, zone: string): number =>
  daysBetween(dateOf(enteredAt, zone), dateOf(leftAt ?? end, zone));
