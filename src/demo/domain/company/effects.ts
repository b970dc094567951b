/**
 * Every true effect on the hazard of leaving, in logits of the month: what the product ought to find. A month's hazard is the logistic of
 * their sum (see `account/hazard.ts`).
 */
export const HAZARD = {
  /** About 7 % a month for an average customer without any cause. */
  base: -2.55,
  /** Per unit of log10(employees / 50): larger companies stay. */
  size: -0.7,
  /** Per unit of true product fit above its mean of 0.5. */
  fit: -1.6,
  earlyHabit: -1.5,
  /** Per year as a customer: who stayed stays. */
  perYear: -0.5,
  incident: 1.3,
  championLeft: 1.5,
  priceChange: 0.8,
  slowSupport: 0.7,
  paymentFailed: 1.6,
  rescuePlay: -1.2,
} as const;

/** For how many months does each lasting cause work? */
export const MONTHS_OF = { incident: 4, championLeft: 6, priceChange: 4, slowSupport: 3, paymentFailed: 1, rescuePlay: 3 } as const;

/** The early behaviour that keeps customers, exactly. */
export const EARLY_HABIT = { days: 14, invites: 3, feature: 'schedule' } as const;

/** The play that works, from its threshold on, and the one that does nothing. Shares are of 10,000 buckets. */
export const RESCUE_PLAY = { key: 'rescue_call', atHazard: 0.07, holdOut: 0.5 } as const;
export const IDLE_PLAY = { key: 'welcome_gift', day: 10, holdOut: 0.5 } as const;

/** The experiment: a checklist for new customers, and the share that finishes the onboarding within 14 days in each arm. */
export const EXPERIMENT = { key: 'onboarding_checklist', controlRate: 0.45, treatmentRate: 0.65, days: 14 } as const;

/** How likely is the early habit, with and without a finished onboarding? This is how the experiment's effect reaches retention. */
export const HABIT_CHANCE = { onboarded: 0.62, other: 0.22 } as const;

/** A month's chance that the champion leaves the customer. */
export const CHAMPION_LEAVES = 0.012;

/** A first answer after more business hours than these is a slow one. */
export const SLOW_ANSWER_HOURS = 14;

/** Share of the days of use that are heard of late, and of subscriptions that were typed wrongly at first. */
export const LATE_SHARE = 0.015;
export const WRONG_SHARE = 0.04;
