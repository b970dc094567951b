import type { FactDraft } from '#kernel/fact.ts';
import { mrrOn, type SubscriptionRecord, termEndOf } from './subscription.ts';

export type SubscriptionFact =
  | 'subscription_started'
  | 'subscription_changed'
  | 'subscription_ended'
  | 'subscription_corrected'
  | 'subscription_removed';

/** When a fact happened and was known (UTC ms), on which local date, and through which import. */
export interface Telling {
  readonly at: number;
  readonly known: number;
  readonly on: string;
  readonly importNumber: number;
}

/** The fact that tells this version of a subscription: its amount is the MRR after it, its `timeline` the whole life as believed then. */
export const subscriptionFact = (
  event: SubscriptionFact,
  record: SubscriptionRecord,
  { at, known, on, importNumber }: Telling,
): FactDraft => ({
  event,
  at,
  known,
  source: 'import',
  account: record.accountNum,
  subject: record.id,
  key: `${record.id}:${record.version}`,
  amountMinor: event === 'subscription_removed' ? 0 : mrrOn(record.phases, on),
  importNumber,
  props: {
    timeline: JSON.stringify(record.phases),
    currency: record.currency,
    plan: record.plan,
    seats: record.seats === null ? '' : String(record.seats),
    interval: record.interval,
    term_ends_on: termEndOf(record, on) ?? '',
    auto_renew: record.autoRenew === null ? '' : String(record.autoRenew),
    reason: record.endReason ?? '',
    v: String(record.version),
  },
});

/** A subscription that starts as a trial also tells that: for the lifecycle it is interest, not yet a purchase. */
export const trialFact = (started: FactDraft): FactDraft => ({
  ...started,
  event: 'trial_started',
  key: `${started.key}:trial`,
  amountMinor: 0,
  props: { plan: started.props?.plan ?? '' },
});
