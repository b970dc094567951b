import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { River, RiverFlow, RiverStage } from '../contracts.ts';
import type { RiverQuestion } from './river.ts';
import { riverSentence } from './river-sentence.ts';
import { STAYS_TO_JUDGE, type WayOut, wayOut } from './river-stays.ts';

/** Stays of a stage that lasted, or have lasted, the same number of days. */
export interface DaysCount {
  readonly stage: LifeStage;
  readonly days: number;
  readonly stays: number;
}

/** Stays that were entered in one of the two periods: alike in stage and way in. */
export interface EnteredCount {
  readonly stage: LifeStage;
  readonly stays: number;
  readonly previous: LifeStage | null;
  readonly entered: 'in' | 'before';
  /** What the moves into these stays carried. */
  readonly carriedMinor: number;
}

/** Stays that were left in the later of the two periods, or entered and left in the earlier: alike in stage, way out and, when left in the later, days (else 0). */
export interface LeftCount extends DaysCount {
  readonly next: LifeStage;
  readonly entered: 'in' | 'before' | 'older';
  readonly left: 'in' | 'earlier';
}

/** The stays of a river, counted. */
export interface StayCounts {
  /** All that ended by the end of the period. */
  readonly ended: readonly DaysCount[];
  /** Those that last at the end of the period, with what their accounts pay then. */
  readonly here: readonly (DaysCount & { readonly accountMrrMinor: number })[];
  readonly entered: readonly EnteredCount[];
  readonly left: readonly LeftCount[];
}

/** The same river as `riverOf` gives, from counted stays. `stuckMoney` are the amounts of stuck accounts of the stages that a sentence may name. */
export const riverOfCounts = (
  counts: StayCounts,
  { from, to, asOf, currency, freshness, money }: RiverQuestion,
  stuckMoney: ReadonlyMap<LifeStage, readonly number[]>,
): River => {
  const stages = LIFE_STAGES.map((stage) => bankOf(stage, counts, money));
  return {
    from,
    to,
    asOf,
    freshness,
    currency,
    stages,
    flows: flowsOf(counts, money),
    sentence: riverSentence(stages, money ? stuckMoney : null),
    total: stages.reduce((sum, stage) => sum + stage.accounts, 0),
  };
};

/** From how many days on is a stay in this stage a long one? Null when too few were completed to say. */
export const longStayOf = (ended: readonly DaysCount[]): number | null =>
  staysIn(ended) < STAYS_TO_JUDGE ? null : countedQuantile(ended, 0.75);

/** Below how many days lies this share of the stays? As `quantile` of the kernel over every single stay. */
export const countedQuantile = (counts: readonly Pick<DaysCount, 'days' | 'stays'>[], share: number): number | null => {
  const sorted = [...counts].sort((a, b) => a.days - b.days);
  const all = staysIn(sorted);
  if (all === 0) return null;
  const position = (all - 1) * share;
  const at = (place: number): number => {
    let passed = 0;
    for (const { days, stays } of sorted) {
      passed += stays;
      if (place < passed) return days;
    }
    return sorted.at(-1)!.days;
  };
  const below = at(Math.floor(position));
  return below + (at(Math.ceil(position)) - below) * (position - Math.floor(position));
};

const bankOf = (stage: LifeStage, counts: StayCounts, money: boolean): RiverStage => {
  const ofStage = <Count extends { readonly stage: LifeStage }>(some: readonly Count[]): readonly Count[] =>
    some.filter((count) => count.stage === stage);
  const p75Days = longStayOf(ofStage(counts.ended));
  const here = ofStage(counts.here);
  const entered = ofStage(counts.entered).filter((count) => count.entered === 'in');
  const before = ofStage(counts.entered).filter((count) => count.entered === 'before');
  const gone = ofStage(counts.left);
  const left = gone.filter((count) => count.left === 'in');
  const stuck = stage === 'churned' || p75Days === null ? [] : here.filter((count) => count.days > p75Days);
  return {
    stage,
    accounts: staysIn(here),
    mrrMinor: money ? sumOf(here.map((count) => count.accountMrrMinor)) : null,
    entered: staysIn(entered),
    left: staysIn(left),
    medianDays: countedQuantile(left, 0.5),
    p75Days,
    stuck: staysIn(stuck),
    stuckMrrMinor: money ? sumOf(stuck.map((count) => count.accountMrrMinor)) : null,
    movedOn: staysIn(gone.filter((count) => count.entered === 'in' && leaves(count, 'on'))),
    back: staysIn(left.filter((count) => leaves(count, 'back'))),
    lost: staysIn(left.filter((count) => leaves(count, 'lost'))),
    previousEntered: staysIn(before),
    previousMovedOn: staysIn(gone.filter((count) => count.entered === 'before' && count.left === 'earlier' && leaves(count, 'on'))),
  };
};

const flowsOf = ({ entered, left }: StayCounts, money: boolean): RiverFlow[] => {
  const into = Map.groupBy(
    entered.filter((count) => count.entered === 'in'),
    (count) => `${count.previous ?? ''}>${count.stage}`,
  );
  const outOf = Map.groupBy(
    left.filter((count) => count.left === 'in'),
    (count) => `${count.stage}>${count.next}`,
  );
  const order = (stage: LifeStage | null): number => (stage === null ? -1 : LIFE_STAGES.indexOf(stage));
  return [...into]
    .map(([pair, arrived]) => ({
      from: arrived[0]!.previous,
      to: arrived[0]!.stage,
      accounts: staysIn(arrived),
      mrrMinor: money ? sumOf(arrived.map((count) => count.carriedMinor)) : null,
      medianDays: countedQuantile(outOf.get(pair) ?? [], 0.5),
    }))
    .sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to));
};

const leaves = ({ stage, next }: LeftCount, way: WayOut): boolean => wayOut(stage, next) === way;
const staysIn = (counts: readonly Pick<DaysCount, 'stays'>[]): number => counts.reduce((sum, count) => sum + count.stays, 0);
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
