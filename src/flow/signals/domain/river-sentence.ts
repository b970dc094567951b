import type { LifeStage } from '#kernel/stage-of-life.ts';
import type { RiverSentence, RiverStage } from '../contracts.ts';

/**
 * Which one sentence about the river matters most? `stuckMoney` holds the monthly amounts of each stage's stuck accounts, null for a reader
 * without money.
 *
 * Every thing that stands out is weighed by the share of the river that it touches (of accounts, or of money when that is more): what is gone counts
 * three times (`churn_up`) and twice (`leak`), the rest once. The heaviest speaks; of equals, the one named first here, then the earlier stage.
 * - `churn_up`: more churned than in the period before, by more than two standard deviations of chance. `accounts` now, `before` then.
 * - `leak`: a third or more of those who left the stage, and at least five, were lost. `accounts` lost, `share` of those who left.
 * - `stuck`: three or more, a tenth or more of a stage in which nobody should stay and most stay a day or more. `accounts` longer than `days`; `share` of the stage's
 *   money that is theirs; `top`: the fewest of them who hold half of it.
 * - `slower`: of those who entered, fewer moved on than before, beyond chance. `accounts` entered, `share` moved on, `before` the share then.
 * - `growth`: more new customers than before, beyond chance. `accounts` now, `before` then.
 * - `quiet`: nothing stands out, of `accounts` in the river. `empty`: nobody is in it.
 */
export const riverSentence = (
  stages: readonly RiverStage[],
  stuckMoney: ReadonlyMap<LifeStage, readonly number[]> | null,
): RiverSentence => {
  const accounts = stages.reduce((sum, stage) => sum + stage.accounts, 0);
  if (accounts === 0) return { ...SILENT, code: 'empty' };
  const mrrMinor = stages.reduce((sum, stage) => sum + (stage.mrrMinor ?? 0), 0);
  const found = [
    ...stages.flatMap(churnUp),
    ...stages.flatMap(leak),
    ...stages.flatMap((stage) => stuck(stage, stuckMoney?.get(stage.stage) ?? [], mrrMinor)),
    ...stages.flatMap(slower),
    ...stages.flatMap(growth),
  ];
  const weight = ({ touched, moneyShare, times }: Finding): number => times * Math.max(touched / accounts, moneyShare);
  const heaviest = found.reduce<Finding | null>((best, one) => (best === null || weight(one) > weight(best) ? one : best), null);
  return heaviest?.sentence ?? { ...SILENT, code: 'quiet', accounts };
};

interface Finding {
  readonly sentence: RiverSentence;
  readonly touched: number;
  readonly moneyShare: number;
  readonly times: number;
}

const SILENT: RiverSentence = { code: 'quiet', stage: null, accounts: 0, days: null, top: null, share: null, before: null };

// Where staying long is no trouble: a visitor may never come back, a customer may stay for ever, and who is gone is gone.
const MAY_STAY: ReadonlySet<LifeStage> = new Set(['reached', 'active', 'expanded', 'churned']);

const churnUp = ({ stage, entered, previousEntered }: RiverStage): readonly Finding[] => {
  if (stage !== 'churned' || !isMore(entered, previousEntered)) return [];
  const sentence: RiverSentence = { ...SILENT, code: 'churn_up', stage, accounts: entered, before: previousEntered };
  return [{ sentence, touched: entered - previousEntered, moneyShare: 0, times: 3 }];
};

const leak = ({ stage, left, lost }: RiverStage): readonly Finding[] => {
  if (lost < 5 || lost / left < 1 / 3) return [];
  return [{ sentence: { ...SILENT, code: 'leak', stage, accounts: lost, share: lost / left }, touched: lost, moneyShare: 0, times: 2 }];
};

const stuck = (
  { stage, accounts, stuck: count, stuckMrrMinor, mrrMinor, p75Days }: RiverStage,
  money: readonly number[],
  riverMrrMinor: number,
): readonly Finding[] => {
  if (MAY_STAY.has(stage) || count < 3 || count / accounts < 0.1 || (p75Days ?? 0) < 1) return [];
  const worth = stuckMrrMinor ?? 0;
  const valued = worth > 0 && (mrrMinor ?? 0) > 0;
  const share = valued ? worth / mrrMinor! : null;
  const sentence: RiverSentence = {
    ...SILENT,
    code: 'stuck',
    stage,
    accounts: count,
    days: p75Days,
    top: valued ? fewestWithHalf(money) : null,
    share,
  };
  return [{ sentence, touched: count, moneyShare: valued ? worth / riverMrrMinor : 0, times: 1 }];
};

const slower = ({ stage, entered, movedOn, previousEntered, previousMovedOn }: RiverStage): readonly Finding[] => {
  if (stage === 'churned' || entered === 0 || previousEntered === 0) return [];
  const [share, before] = [movedOn / entered, previousMovedOn / previousEntered];
  const pooled = (movedOn + previousMovedOn) / (entered + previousEntered);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / entered + 1 / previousEntered));
  if (before - share <= 2 * spread) return [];
  const sentence: RiverSentence = { ...SILENT, code: 'slower', stage, accounts: entered, share, before };
  return [{ sentence, touched: before * entered - movedOn, moneyShare: 0, times: 1 }];
};

const growth = ({ stage, entered, previousEntered }: RiverStage): readonly Finding[] => {
  if (stage !== 'onboarding' || !isMore(entered, previousEntered)) return [];
  const sentence: RiverSentence = { ...SILENT, code: 'growth', stage, accounts: entered, before: previousEntered };
  return [{ sentence, touched: entered - previousEntered, moneyShare: 0, times: 1 }];
};

// Two counts of rare things (Poisson): the variance of their difference is their sum.
const isMore = (now: number, before: number): boolean => now > before && (now - before) ** 2 > 4 * (now + before);

const fewestWithHalf = (amounts: readonly number[]): number => {
  const half = amounts.reduce((sum, amount) => sum + amount, 0) / 2;
  let held = 0;
  let count = 0;
  for (const amount of [...amounts].sort((a, b) => b - a)) {
    if (held >= half) break;
    held += amount;
    count++;
  }
  return count;
};
