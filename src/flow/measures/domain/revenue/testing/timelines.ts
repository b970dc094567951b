import type { FxPolicy } from '../exchange.ts';
import type { SubscriptionPhase, SubscriptionVersion } from '../subscription-version.ts';

/** US dollars at a fixed rate of 1.10 for a euro: the policy of most tests. */
export const DOLLARS: FxPolicy = { kind: 'fixed', currency: 'USD', rates: new Map([['EUR', 1.1]]) };

/** A paying phase on Basic, with whatever differs. */
export function phase(from: string, to: string | null, mrrMinor: number, other: Partial<SubscriptionPhase> = {}): SubscriptionPhase {
  return { from, to, mrrMinor, plan: 'Basic', seats: null, trial: false, ...other };
}

/** The only version of a dollar subscription, known since ever, of the account named before the colon ('acme:1'), with whatever differs. */
export function version(id: string, phases: readonly SubscriptionPhase[], other: Partial<SubscriptionVersion> = {}): SubscriptionVersion {
  return { subscriptionId: id, accountId: id.split(':')[0]!, knownAt: 0, sequence: 0, currency: 'USD', phases, ...other };
}
