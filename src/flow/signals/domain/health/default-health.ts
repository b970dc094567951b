import type { HealthDimension } from '#kernel/signal.ts';
import type { Curve } from './curve.ts';
import { HealthDefinition, type HealthFactor } from './health-definition.ts';
import { HEALTH_INPUTS, type HealthInputKey } from './health-inputs.ts';

/** The formula of health with which a workspace begins. Half of it is product use: without that there is never enough to say. */
export const defaultHealthDefinition = (): HealthDefinition =>
  HealthDefinition.parse({
    version: 1,
    factors: [
      factor('active_days_28', 'usage', 20, { by: 'baseline', least: 1, curve: AGAINST_USUAL }, 14),
      factor('feature_uses_28', 'usage', 15, { by: 'baseline', least: 1, curve: AGAINST_USUAL }, 14),
      factor('distinct_features_28', 'adoption', 10, { by: 'thresholds', curve: curve([0, 0], [1, 0.4], [5, 1]) }, 14),
      factor('error_rate_28', 'adoption', 5, { by: 'thresholds', curve: curve([0.02, 1], [0.1, 0.5], [0.25, 0]) }, 14),
      factor('open_tickets', 'support', 8, { by: 'thresholds', curve: curve([0, 1], [2, 0.6], [6, 0]) }, 90),
      factor('urgent_tickets_90', 'support', 7, { by: 'thresholds', curve: curve([0, 1], [1, 0.5], [3, 0]) }, 90),
      factor('satisfaction_180', 'sentiment', 10, { by: 'thresholds', curve: curve([2, 0], [3, 0.4], [4, 0.8], [4.5, 1]) }, 180),
      factor('days_since_contact', 'relationship', 8, { by: 'thresholds', curve: curve([14, 1], [45, 0.6], [90, 0]) }, 30),
      factor('mrr_change_90', 'money', 9, { by: 'thresholds', curve: curve([-0.3, 0], [0, 0.8], [0.2, 1]) }, null),
      factor('payment_failures_60', 'money', 5, { by: 'thresholds', curve: curve([0, 1], [1, 0.4], [2, 0]) }, 60),
      factor('downgrades_90', 'money', 3, { by: 'thresholds', curve: curve([0, 1], [1, 0]) }, null),
    ],
    bands: { good: 70, watch: 40 },
    leastConfidence: 0.6,
  });

const curve = (...points: readonly (readonly [number, number])[]): Curve => points.map(([at, score]) => ({ at, score }));

// As much as usual is nearly full marks, half of it is a warning; 0 only when use has stopped.
const AGAINST_USUAL = curve([0, 0], [0.5, 0.4], [1, 0.9], [1.2, 1]);

const factor = (
  input: HealthInputKey,
  dimension: HealthDimension,
  weight: number,
  ...[score, freshDays]: readonly [HealthFactor['score'], number | null]
): HealthFactor => ({ key: input, input, dimension, name: HEALTH_INPUTS[input].name, weight, score, freshDays });
