import type { SubscriptionVersion } from '../../domain/revenue/subscription-version.ts';
import type { ToldFact } from './event-lines.ts';

/** The fact that tells a version of a subscription. */
export const subscriptionFact = (ws: number, version: SubscriptionVersion, account: number): ToldFact => ({
  ws,
  event: version.void === true ? 'subscription_removed' : version.sequence === 0 ? 'subscription_started' : 'subscription_changed',
  at: version.knownAt,
  account,
  subject: version.subscriptionId,
  props: { timeline: JSON.stringify(version.phases), currency: version.currency, v: String(version.sequence) },
});
