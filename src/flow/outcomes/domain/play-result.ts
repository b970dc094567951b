import { wilson } from '#kernel/interval.ts';
import { differenceOfShares } from './difference-of-shares.ts';

/** An account's first run of a play; instants are UTC ms. */
export interface CountedRun {
  readonly arm: 'act' | 'hold';
  readonly goalBy: number;
  readonly reachedAt: number | null;
}

export interface ArmResult {
  readonly accounts: number;
  /** Of those whose window has ended. */
  readonly reached: number;
  /** Accounts whose window has not ended, whether they reached the goal already or not. */
  readonly open: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const LEAST_ACCOUNTS = 20;
const LEAST_OF_EACH_END = 5;

/**
 * Did the play help? Rate of accounts that reached the goal, acted on against held out, as assigned (intention to treat), among those whose
 * window has ended at `now`. `enough` needs 20 such accounts in each arm and, over both, 5 that reached the goal and 5 that did not.
 */
export const playResult = (runs: readonly CountedRun[], now: number) => {
  const acted = armResult(runs, 'act', now);
  const heldOut = armResult(runs, 'hold', now);
  const [ended, reached] = [endedOf(acted) + endedOf(heldOut), acted.reached + heldOut.reached];
  const between = differenceOfShares({ successes: acted.reached, n: endedOf(acted) }, { successes: heldOut.reached, n: endedOf(heldOut) });
  return {
    acted,
    heldOut,
    difference: between ?? { value: null, low: null, high: null },
    enough:
      Math.min(endedOf(acted), endedOf(heldOut)) >= LEAST_ACCOUNTS && reached >= LEAST_OF_EACH_END && ended - reached >= LEAST_OF_EACH_END,
  };
};

const endedOf = ({ accounts, open }: ArmResult): number => accounts - open;

const armResult = (runs: readonly CountedRun[], arm: CountedRun['arm'], now: number): ArmResult => {
  const ofArm = runs.filter((run) => run.arm === arm);
  const ended = ofArm.filter((run) => run.goalBy <= now);
  const reached = ended.filter((run) => run.reachedAt !== null).length;
  const rate = wilson(reached, ended.length);
  return {
    accounts: ofArm.length,
    reached,
    open: ofArm.length - ended.length,
    rate: rate?.estimate ?? null,
    low: rate?.low ?? null,
    high: rate?.high ?? null,
  };
};
