import { seatPrice } from '../company/prices.ts';
import type { World } from '../company/world.ts';
import { PLANS, type PlanKey } from '../lexicon/keys.ts';
import type { Random } from '../random.ts';
import type { Profile } from './profile.ts';

/** What is paid from a day on. */
export interface Terms {
  readonly day: number;
  readonly plan: PlanKey;
  readonly seats: number;
  readonly mrrMinor: number;
}

/** What of a contract does not change. */
export interface Contract {
  readonly term: 'month' | 'year';
  readonly currency: string;
  /** 0..1 off the list price. */
  readonly discount: number;
}

/** How does this company buy: by the month or by the year, at which discount? Large ones buy by the year. */
export const contractOf = (profile: Profile, random: Random): Contract => {
  const isYearly = random.chance(0.18 + 0.22 * Math.log10(profile.seats));
  const haggled = random.chance(0.3) ? random.pick([0.05, 0.1, 0.15, 0.2]) : 0;
  return { term: isYearly ? 'year' : 'month', currency: profile.currency, discount: haggled + (isYearly ? 0.1 : 0) };
};

/** The monthly price of so many seats in minor units, after the price change once it reached the customer. */
export const monthlyPrice = (
  world: World,
  { currency, discount }: Contract,
  { plan, seats, isRaised }: { readonly plan: PlanKey; readonly seats: number; readonly isRaised: boolean },
): number => {
  const { priceChange } = world;
  const raise = isRaised && plan === priceChange.plan ? 1 + priceChange.byRatio : 1;
  return Math.round(seats * seatPrice(plan, currency) * raise * (1 - discount));
};

/** The dearer of two plans. */
export const dearer = (one: PlanKey, other: PlanKey): PlanKey => (PLANS.indexOf(one) >= PLANS.indexOf(other) ? one : other);
