import fc from 'fast-check';
import { addDays } from '#kernel/calendar.ts';
import type { SubscriptionPhase, SubscriptionVersion } from '../subscription-version.ts';

/** First and last date on which `anyVersions` may change anything. */
export const ANY_RANGE = { from: '2024-01-01', to: '2025-01-01' };

/** Any beliefs about a few subscriptions of a few accounts in 2024: gaps, trials, plan changes, euros, corrections, undone ones. */
export const anyVersions: fc.Arbitrary<readonly SubscriptionVersion[]> = fc.array(
  fc
    .record({
      subscriptionId: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
      knownDay: fc.oneof(fc.constant(0), fc.nat(365)),
      sequence: fc.nat(1_000_000),
      currency: fc.constantFrom('USD', 'USD', 'EUR'),
      phases: anyPhases(),
      void: fc.constantFrom(false, false, false, true),
    })
    .map(({ knownDay, ...belief }) => ({
      ...belief,
      accountId: `a${Math.ceil(Number(belief.subscriptionId[1]) / 2)}`,
      knownAt: Date.parse(addDays(ANY_RANGE.from, knownDay)),
    })),
  { maxLength: 14 },
);

function anyPhases(): fc.Arbitrary<readonly SubscriptionPhase[]> {
  const piece = fc.record({
    gap: fc.constantFrom(0, 0, 0, 1, 20),
    days: fc.constantFrom(0, 1, 15, 30, 31, 90),
    mrrMinor: fc.constantFrom(0, 1, 999, 1_000, 5_000, 12_345),
    plan: fc.constantFrom('Basic', 'Pro', 'Enterprise'),
    trial: fc.constantFrom(false, false, false, true),
  });
  return fc.tuple(fc.nat(200), fc.array(piece, { maxLength: 5 }), fc.boolean()).map(([start, pieces, isOpen]) => {
    let from = addDays(ANY_RANGE.from, start);
    return pieces.map(({ gap, days, ...rest }, index) => {
      from = addDays(from, gap);
      const to = addDays(from, days);
      const built = { ...rest, seats: null, from, to: isOpen && index === pieces.length - 1 ? null : to };
      from = to;
      return built;
    });
  });
}
