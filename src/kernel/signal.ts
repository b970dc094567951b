import { z } from 'zod';

/** One reason of a score: which factor, how many points it gave or took, from which value. */
export const Reason = z.object({
  factor: z.string(),
  dimension: z.string(),
  /** Points of 100 that this factor contributes, and that it could at most. */
  points: z.number(),
  possible: z.number(),
  value: z.number().nullable(),
  /** What the value is compared with: own baseline, threshold. */
  baseline: z.number().nullable(),
  fresh: z.boolean(),
});
export type Reason = z.infer<typeof Reason>;

export const HealthBand = z.enum(['good', 'watch', 'bad', 'unknown']);
export type HealthBand = z.infer<typeof HealthBand>;
