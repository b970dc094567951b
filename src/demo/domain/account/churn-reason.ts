import type { ChurnReason } from '../lexicon/keys.ts';
import type { Random } from '../random.ts';
import type { HazardCause } from '../truth.ts';
import type { Causes } from './hazard.ts';

const REASON_OF: Readonly<Partial<Record<HazardCause, ChurnReason>>> = {
  incident: 'reliability',
  champion_left: 'champion_left',
  price_change: 'price',
  slow_support: 'support',
  payment_failed: 'payment_failed',
};

/** Which reason does a leaving customer give? Mostly the strongest of the causes that came over it, else one of the usual ones. */
export const churnReason = (causes: Causes, random: Random): ChurnReason => {
  const [strongest] = Object.entries(causes)
    .filter(([cause, logit]) => cause in REASON_OF && logit > 0)
    .sort(([, a], [, b]) => b - a);
  const says = random.chance(0.8);
  const usual = USUAL[random.weighted([24, 22, 26, 16, 6, 6])]!;
  return strongest !== undefined && says ? REASON_OF[strongest[0] as HazardCause]! : usual;
};

const USUAL: readonly ChurnReason[] = ['price', 'missing_feature', 'low_usage', 'competitor', 'merger', 'closed_down'];
