import { median } from '#kernel/interval.ts';
import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { River, RiverFlow, RiverStage } from '../contracts.ts';
import { riverSentence } from './river-sentence.ts';
import {
  daysOf,
  longStay,
  periodBefore,
  periodOf,
  type RiverAccount,
  type RiverPart,
  type RiverPeriod,
  type RiverSpan,
  type RiverStay,
  staysIn,
  staysOf,
} from './river-stays.ts';

/** A question to the river. */
export interface RiverQuestion extends RiverSpan {
  readonly currency: string;
  /** May the reader see money? Without it every amount is null, and the sentence looks at accounts only. */
  readonly money: boolean;
  readonly freshness: number | null;
}

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
  const stays = accounts.flatMap((account) => staysOf(account, period.end));
  const frame = { question, period, before: periodBefore(period, question.zone) };
  const banks = LIFE_STAGES.map((stage) =>
    bankOf(
      stage,
      stays.filter((stay) => stay.stage === stage),
      frame,
    ),
  );
  const stages = banks.map((bank) => bank.counted);
  const stuckMoney = new Map(banks.map(({ stage, stuck }) => [stage, stuck.map((stay) => stay.accountMrrMinor)]));
  return {
    from,
    to,
    asOf,
    freshness,
    currency,
    stages,
    flows: flowsOf(stays, frame),
    sentence: riverSentence(stages, money ? stuckMoney : null),
    total: stages.reduce((sum, stage) => sum + stage.accounts, 0),
  };
};

/** Which stays are behind a number of the river? With `next` those of a flow: who left the stage for `next` in the period. The latest first. */
export const staysBehind = (
  accounts: readonly RiverAccount[],
  question: RiverSpan,
  { part, stage, next }: { readonly part: RiverPart; readonly stage: LifeStage; readonly next?: LifeStage },
): readonly (RiverStay & { readonly days: number })[] => {
  const { zone } = question;
  const period = periodOf(question);
  const stays = accounts.flatMap((account) => staysOf(account, period.end)).filter((stay) => stay.stage === stage);
  const frame = { period, p75Days: longStay(stays, zone), zone };
  const shown = next === undefined ? staysIn(part, stays, frame) : staysIn('left', stays, frame).filter((stay) => stay.next === next);
  return shown.map((stay) => ({ ...stay, days: daysOf(stay, period.end, zone) })).sort((a, b) => b.enteredAt - a.enteredAt);
};

interface Frame {
  readonly question: RiverQuestion;
  readonly period: RiverPeriod;
  readonly before: RiverPeriod;
}

const bankOf = (
  stage: LifeStage,
  stays: readonly RiverStay[],
  { question: { zone, money }, period, before }: Frame,
): { readonly stage: LifeStage; readonly counted: RiverStage; readonly stuck: readonly RiverStay[] } => {
  const p75Days = longStay(stays, zone);
  const part = (name: RiverPart, of = period): readonly RiverStay[] => staysIn(name, stays, { period: of, p75Days, zone });
  const stuck = part('stuck');
  const counted: RiverStage = {
    stage,
    accounts: part('in').length,
    mrrMinor: money ? sumOf(part('in').map((stay) => stay.accountMrrMinor)) : null,
    entered: part('entered').length,
    left: part('left').length,
    medianDays: median(part('left').map((stay) => daysOf(stay, period.end, zone))),
    p75Days,
    stuck: stuck.length,
    stuckMrrMinor: money ? sumOf(stuck.map((stay) => stay.accountMrrMinor)) : null,
    movedOn: part('moved').length,
    back: part('back').length,
    lost: part('lost').length,
    previousEntered: part('entered', before).length,
    previousMovedOn: part('moved', before).length,
  };
  return { stage, counted, stuck };
};

const flowsOf = (stays: readonly RiverStay[], { question: { zone, money }, period }: Frame): RiverFlow[] => {
  const frame = { period, p75Days: null, zone };
  const into = Map.groupBy(staysIn('entered', stays, frame), (stay) => `${stay.previous ?? ''}>${stay.stage}`);
  const outOf = Map.groupBy(staysIn('left', stays, frame), (stay) => `${stay.stage}>${stay.next}`);
  const order = (stage: LifeStage | null): number => (stage === null ? -1 : LIFE_STAGES.indexOf(stage));
  return [...into]
    .map(([pair, arrived]) => ({
      from: arrived[0]!.previous,
      to: arrived[0]!.stage,
      accounts: arrived.length,
      mrrMinor: money ? sumOf(arrived.map((stay) => stay.mrrMinor)) : null,
      medianDays: median((outOf.get(pair) ?? []).map((stay) => daysOf(stay, period.end, zone))),
    }))
    .sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to));
};

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
