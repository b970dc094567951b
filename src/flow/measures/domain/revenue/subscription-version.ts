/** A stretch of a subscription with one plan and one monthly value. Local dates; `to` is the first date after it, null while it has no end. */
export interface SubscriptionPhase {
  readonly from: string;
  readonly to: string | null;
  /** Normalised monthly value in minor units of the subscription's currency, tax excluded (`monthlyMinor` of kernel/money). */
  readonly mrrMinor: number;
  readonly plan: string;
  readonly seats: number | null;
  /** A trial counts 0 until a later phase pays. */
  readonly trial: boolean;
}

/** The whole timeline of one subscription as it was believed from `knownAt` (UTC ms) on; a version known later replaces it altogether. */
export interface SubscriptionVersion {
  readonly subscriptionId: string;
  readonly accountId: string;
  readonly knownAt: number;
  /** Order among versions known at one instant: the higher is the later. */
  readonly sequence: number;
  readonly currency: string;
  readonly phases: readonly SubscriptionPhase[];
  readonly endedReason?: string | null;
  /** The subscription never existed: its creation was undone. */
  readonly void?: boolean;
}

/** What was believed of each subscription at this instant (UTC ms, inclusive)? One version each, without those undone by then. */
export function believedAsOf(versions: readonly SubscriptionVersion[], asOf: number): readonly SubscriptionVersion[] {
  const latest = new Map<string, SubscriptionVersion>();
  for (const version of versions) {
    if (version.knownAt > asOf) continue;
    const held = latest.get(version.subscriptionId);
    if (held === undefined || isLater(version, held)) latest.set(version.subscriptionId, version);
  }
  return [...latest.values()].filter((version) => version.void !== true);
}

function isLater(version: SubscriptionVersion, held: SubscriptionVersion): boolean {
  return version.knownAt === held.knownAt ? version.sequence > held.sequence : version.knownAt > held.knownAt;
}
