import { addDays, dateOf, daysBetween, startOfDate } from '#kernel/calendar.ts';
import { median, quantile } from '#kernel/interval.ts';
import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { LifecycleMove, River, RiverFlow, RiverStage } from '../contracts.ts';
import { riverSentence } from './river-sentence.ts';

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

/** The period is the local dates from `from` up to, not including, `to`; nothing after `asOf` (UTC ms) counts. */
export interface RiverQuestion {
  readonly from: string;
  readonly to: string;
  readonly asOf: number;
  readonly zone: string;
  readonly currency: string;
  /** May the reader see money? Without it every amount is null, and the sentence looks at accounts only. */
  readonly money: boolean;
  readonly freshness: number | null;
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

/** A stage needs this many completed stays before it can say what a long one is. */
export const STAYS_TO_JUDGE = 5;

/**
 * Where are the accounts in the lifecycle, how did they move in the period, where do they leak? The reference: a store must count the same.
 *
 * Everything but the stock counts stays, so that an account that entered a stage twice counts twice, and stock before + entered − left = stock at
 * the end. Days of a stay are local calendar days. `medianDays` is of the stays that ended in the period; `p75Days` of all that ended by its end, null
 * below five of them; `stuck` are the open ones that are longer. `movedOn` looks at those who entered in the period and left it forward before
 * its end, in both periods alike; the previous period is as long as the part of this one that has passed.
 */
export const riverOf = (accounts: readonly RiverAccount[], question: RiverQuestion): River => {
  const { from, to, asOf, currency, freshness, money } = question;
  const period = periodOf(question);
  const before = periodBefore(period, question.zone);
  const stays = accounts.flatMap((account) => staysOf(account, period.end));
  const stages = LIFE_STAGES.map((stage) =>
    stageOf(
      stage,
      stays.filter((stay) => stay.stage === stage),
      { period, before, zone: question.zone, money },
    ),
  );
  const stuckMoney = money ? stuckMoneyOf(stages, stays, period, question.zone) : null;
  return {
    from,
    to,
    asOf,
    freshness,
    currency,
    stages,
    flows: flowsOf(stays, period, question),
    sentence: riverSentence(stages, stuckMoney),
    total: stages.reduce((sum, stage) => sum + stage.accounts, 0),
  };
};

/** Did the account leave its stage for the worse? To Churned, or backward; leaving Renewing for an earlier stage is a renewal, and leaving Churned a win. */
export const isLoss = (stage: LifeStage, next: LifeStage): boolean => {
  if (next === 'churned') return true;
  if (stage === 'renewing' || stage === 'churned') return false;
  return LIFE_STAGES.indexOf(next) < LIFE_STAGES.indexOf(stage);
};

/** Which instants and dates does the question cover, so far as time has passed? None, ending at `asOf`, when that is before the period. */
export const periodOf = ({ from, to, asOf, zone }: Pick<RiverQuestion, 'from' | 'to' | 'asOf' | 'zone'>): RiverPeriod => {
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

interface Frame {
  readonly period: RiverPeriod;
  readonly before: RiverPeriod;
  readonly zone: string;
  readonly money: boolean;
}

const staysOf = (account: RiverAccount, end: number): readonly RiverStay[] => {
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

const stageOf = (stage: LifeStage, stays: readonly RiverStay[], { period, before, zone, money }: Frame): RiverStage => {
  const here = stays.filter((stay) => stay.leftAt === null);
  const entered = stays.filter((stay) => enteredIn(stay, period));
  const left = stays.filter((stay) => leftIn(stay, period));
  const enteredBefore = stays.filter((stay) => enteredIn(stay, before));
  const p75Days = longStay(stays, zone);
  const stuck = stage === 'churned' ? [] : stuckOf(here, p75Days, period, zone);
  return {
    stage,
    accounts: here.length,
    mrrMinor: money ? sumOf(here.map((stay) => stay.accountMrrMinor)) : null,
    entered: entered.length,
    left: left.length,
    medianDays: median(left.map((stay) => daysOf(stay, period.end, zone))),
    p75Days,
    stuck: stuck.length,
    stuckMrrMinor: money ? sumOf(stuck.map((stay) => stay.accountMrrMinor)) : null,
    movedOn: entered.filter((stay) => movedOnBy(stay, period.end)).length,
    lost: left.filter((stay) => isLoss(stay.stage, stay.next!)).length,
    previousEntered: enteredBefore.length,
    previousMovedOn: enteredBefore.filter((stay) => movedOnBy(stay, before.end)).length,
  };
};

const flowsOf = (stays: readonly RiverStay[], period: RiverPeriod, { zone, money }: RiverQuestion): RiverFlow[] => {
  const byPair = Map.groupBy(
    stays.filter((stay) => enteredIn(stay, period)),
    (stay) => `${stay.previous ?? ''}>${stay.stage}`,
  );
  const order = (stage: LifeStage | null): number => (stage === null ? -1 : LIFE_STAGES.indexOf(stage));
  const sources = Map.groupBy(
    stays.filter((stay) => leftIn(stay, period)),
    (stay) => `${stay.stage}>${stay.next}`,
  );
  return [...byPair]
    .map(([pair, into]) => ({
      from: into[0]!.previous,
      to: into[0]!.stage,
      accounts: into.length,
      mrrMinor: money ? sumOf(into.map((stay) => stay.mrrMinor)) : null,
      medianDays: median((sources.get(pair) ?? []).map((stay) => daysOf(stay, period.end, zone))),
    }))
    .sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to));
};

const stuckMoneyOf = (
  stages: readonly RiverStage[],
  stays: readonly RiverStay[],
  period: RiverPeriod,
  zone: string,
): ReadonlyMap<LifeStage, readonly number[]> =>
  new Map(
    stages.map(({ stage, p75Days }) => {
      const here = stays.filter((stay) => stay.stage === stage && stay.leftAt === null);
      return [stage, stuckOf(here, p75Days, period, zone).map((stay) => stay.accountMrrMinor)];
    }),
  );

const longStay = (stays: readonly RiverStay[], zone: string): number | null => {
  const ended = stays.flatMap((stay) => (stay.leftAt === null ? [] : [daysOf(stay, stay.leftAt, zone)]));
  return ended.length < STAYS_TO_JUDGE ? null : quantile(ended, 0.75);
};

const stuckOf = (here: readonly RiverStay[], p75Days: number | null, period: RiverPeriod, zone: string): readonly RiverStay[] =>
  p75Days === null ? [] : here.filter((stay) => daysOf(stay, period.end, zone) > p75Days);

const daysOf = ({ enteredAt, leftAt }: RiverStay, end: number, zone: string): number =>
  daysBetween(dateOf(enteredAt, zone), dateOf(leftAt ?? end, zone));

const enteredIn = (stay: RiverStay, { from, end }: RiverPeriod): boolean => stay.enteredAt >= from && stay.enteredAt < end;
const leftIn = (stay: RiverStay, { from, end }: RiverPeriod): boolean => stay.leftAt !== null && stay.leftAt >= from && stay.leftAt < end;
const movedOnBy = (stay: RiverStay, end: number): boolean => stay.leftAt !== null && stay.leftAt < end && !isLoss(stay.stage, stay.next!);
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
