import { z } from 'zod';
import { HealthDimension } from '#kernel/signal.ts';
import { told } from '#kernel/told.ts';
import { Words } from '#kernel/words.ts';
import { FORMULA_SAYS } from '../formula-sayings.ts';
import { Curve } from './curve.ts';
import { HealthInputKey } from './health-inputs.ts';

/** How a value becomes a score between 0 and 1. */
const FactorScore = z.discriminatedUnion('by', [
  /** The value itself on the curve. */
  z.object({ by: z.literal('thresholds'), curve: Curve }),
  /** value ÷ own baseline on the curve. A baseline below `least` counts as `least`, so that use from nothing is good and nothing from nothing is bad. */
  z.object({ by: z.literal('baseline'), curve: Curve, least: z.number().positive() }),
  /** The percentile (0..1) within the account's segment on the curve. */
  z.object({ by: z.literal('percentile'), curve: Curve }),
]);

/** One factor of health. The weight is relative to the sum of all; data older than `freshDays` (of 24 hours) is not believed, null never ages. */
export const HealthFactor = z.object({
  key: z.string().min(1).max(80),
  input: HealthInputKey,
  dimension: HealthDimension,
  name: Words,
  weight: z.number().positive().max(1000),
  score: FactorScore,
  freshDays: z.number().positive().max(3650).nullable(),
});
export type HealthFactor = z.infer<typeof HealthFactor>;

/** The formula of health as data: a change is a new version. */
export const HealthDefinition = z
  .object({
    version: z.number().int().min(1),
    factors: z.array(HealthFactor).min(1).max(50),
    /** From which score on (0..100) it is good, and worth watching; below it is bad. */
    bands: z
      .object({ good: z.number().min(0).max(100), watch: z.number().min(0).max(100) })
      .refine(({ good, watch }) => good > watch, told(FORMULA_SAYS.bands_reversed())),
    /** Below this share of the weights with fresh data there is not enough to say; no formula may be content with less than 60 %. */
    leastConfidence: z.number().min(0.6).max(1),
  })
  .refine(({ factors }) => new Set(factors.map((factor) => factor.key)).size === factors.length, told(FORMULA_SAYS.factor_key_twice()));
export type HealthDefinition = z.infer<typeof HealthDefinition>;
