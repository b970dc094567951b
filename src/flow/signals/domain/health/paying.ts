import { dateOf } from '#kernel/calendar.ts';
import { paidLives } from '../lifecycle/customer-lives.ts';
import type { MrrStep } from '../lifecycle/input.ts';
import { countsFrom, inOrder, type Stretch } from '../lifecycle/steps.ts';

/** What an account paid, as one could know at an instant. */
export interface Paying {
  /** In order of time, one for each instant. */
  readonly steps: readonly MrrStep[];
  /** The local date of each step. */
  readonly dates: readonly string[];
  /** From when to when it paid last; null when it never did. */
  readonly life: Stretch | null;
}

/**
 * What had this account paid, as one could know at an instant (UTC ms)? Ask for one instant after the other in their order, either way: between two at which
 * something was learned the answer is the same, and is worked out once.
 */
export const payingOf = (mrrSteps: readonly MrrStep[], zone: string): ((instant: number) => Paying) => {
  const learned = mrrSteps.toSorted((a, b) => countsFrom(a) - countsFrom(b));
  const counted = learned.map(countsFrom);
  let many = 0;
  let paying = payingBy([], zone);
  return (instant) => {
    let now = many;
    while (now < counted.length && counted[now]! <= instant) now += 1;
    while (now > 0 && counted[now - 1]! > instant) now -= 1;
    if (now !== many)
      paying = payingBy(
        mrrSteps.filter((step) => countsFrom(step) <= instant),
        zone,
      );
    many = now;
    return paying;
  };
};

const payingBy = (known: readonly MrrStep[], zone: string): Paying => {
  const steps = inOrder(known);
  return { steps, dates: steps.map((step) => dateOf(step.at, zone)), life: paidLives(steps).at(-1) ?? null };
};
