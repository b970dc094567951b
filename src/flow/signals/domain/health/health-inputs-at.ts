import { addDays, dateOf, daysBetween } from '#kernel/calendar.ts';
import type { HealthInput } from './health-inputs.ts';
import type { HealthInputs } from './health-of.ts';
import type { Paying } from './paying.ts';

/** What an account did up to a local day, counted over the windows of the inputs, as known by its end. */
export interface HealthFacts {
  readonly activeDays: number;
  readonly uses: number;
  readonly errors: number;
  readonly features: number;
  readonly activePeople: number;
  /** Over the 84 days before the last 28; features counted in each of the three times 28 days. */
  readonly usualDays: number;
  readonly usualUses: number;
  readonly usualFeatures: number;
  readonly openTickets: number;
  readonly urgentTickets: number;
  readonly satisfaction: number;
  readonly ratedKnown: number;
  readonly failedPayments: number;
  readonly lastContactOn: string;
}

/** How far each source had been heard of in the whole workspace (UTC ms); null when never. */
export interface Heard {
  readonly use: number | null;
  readonly tickets: number | null;
  readonly subscriptions: number | null;
  readonly payments: number | null;
  readonly contact: number | null;
}

/** An account at an instant on a local day, as its health is judged. */
export interface HealthSight {
  readonly day: string;
  readonly instant: number;
  readonly zone: string;
  readonly facts: Partial<HealthFacts>;
  readonly heard: Heard;
  /** When it was first seen (UTC ms). */
  readonly firstSeenAt: number;
  /** What it paid, as one could know at the instant. */
  readonly paying: Paying;
}

/** The inputs of an account's health on a local day, each as `HEALTH_INPUTS` defines it. Null when it was a customer and is none any more: what is gone has no health. */
export const healthInputsAt = (sight: HealthSight): HealthInputs | null => {
  const { facts, heard, day, paying } = sight;
  if (paying.life !== null && paying.life.to !== null) return null;
  const usual = baselineOf(sight, paying.life?.from ?? null);
  const lately = addDays(day, -90);
  const counted = (value: number | undefined, asOf: number | null): HealthInput => ({ value: value ?? 0, asOf });
  const use = (value: number | undefined, before: number | undefined): HealthInput => ({
    ...counted(value, heard.use),
    baseline: usual(before),
  });
  return {
    active_days_28: use(facts.activeDays, facts.usualDays),
    feature_uses_28: use(facts.uses, facts.usualUses),
    distinct_features_28: use(facts.features, facts.usualFeatures),
    error_rate_28: { value: facts.uses ? (facts.errors ?? 0) / facts.uses : null, asOf: heard.use },
    open_tickets: counted(facts.openTickets, heard.tickets),
    urgent_tickets_90: counted(facts.urgentTickets, heard.tickets),
    satisfaction_180: { value: facts.satisfaction ?? null, asOf: facts.ratedKnown === undefined ? null : Number(facts.ratedKnown) },
    mrr_change_90: { value: changeSince(paying, lately), asOf: heard.subscriptions },
    days_since_contact: { value: facts.lastContactOn === undefined ? null : daysBetween(facts.lastContactOn, day), asOf: heard.contact },
    payment_failures_60: counted(facts.failedPayments, heard.payments),
    downgrades_90: counted(downgrades(paying, lately), heard.subscriptions),
  };
};

/** What somebody who pays nothing and does nothing shows is no health: is there anything to judge? */
export const hasHealth = ({ facts, paying }: HealthSight): boolean => paying.steps.length > 0 || facts.activeDays !== undefined;

const YOUNG_DAYS = 56;

const baselineOf = (
  { day, zone, firstSeenAt }: HealthSight,
  customerSince: number | null,
): ((before: number | undefined) => number | null) => {
  const begun = Math.max(firstSeenAt, customerSince ?? Number.NEGATIVE_INFINITY);
  return daysBetween(dateOf(begun, zone), day) < YOUNG_DAYS ? () => null : (before) => (before ?? 0) / 3;
};

const changeSince = ({ steps, dates }: Paying, date: string): number | null => {
  const then = steps[dates.findLastIndex((one) => one <= date)]?.mrrMinor ?? 0;
  return then === 0 ? null : (steps.at(-1)?.mrrMinor ?? 0) / then - 1;
};

// Account by account: a plan that ends on the day on which a larger one begins is no downgrade, and the end of everything is no customer.
const downgrades = ({ steps, dates }: Paying, after: string): number =>
  steps.filter((step, index) => step.mrrMinor > 0 && step.mrrMinor < (steps[index - 1]?.mrrMinor ?? 0) && dates[index]! > after).length;
