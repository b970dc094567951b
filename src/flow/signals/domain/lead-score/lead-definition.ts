import { z } from 'zod';
import { Condition } from '#kernel/condition.ts';
import { told } from '#kernel/told.ts';
import { Words } from '#kernel/words.ts';
import { FORMULA_SAYS } from '../formula-sayings.ts';

const Key = z.string().min(1).max(80);

/** Points for what a lead is: given once while the condition holds. */
export const FitRule = z.object({ key: Key, name: Words, when: Condition, points: z.number().min(-100).max(100) });
export type FitRule = z.infer<typeof FitRule>;

/** Points for what a lead does: for every fact of these names. */
export const EngagementRule = z.object({
  key: Key,
  name: Words,
  events: z.array(z.string()).min(1).max(50),
  where: Condition.nullable().default(null),
  points: z.number().min(-100).max(100),
});
export type EngagementRule = z.infer<typeof EngagementRule>;

/** Rules that share a cap and a half-life in days of 24 hours. A group of refusals has the cap 0 and negative points. */
export const EngagementGroup = z.object({
  key: Key,
  name: Words,
  cap: z.number().min(0).max(1000),
  halfLifeDays: z.number().positive().max(3650),
  rules: z.array(EngagementRule).min(1).max(50),
});
export type EngagementGroup = z.infer<typeof EngagementGroup>;

/** The formula of the lead score as data: a change is a new version. */
export const LeadDefinition = z
  .object({
    version: z.number().int().min(1),
    fit: z.array(FitRule).max(100),
    engagement: z.array(EngagementGroup).max(30),
    /** From which fit on a lead has this grade; below C it is D. */
    grades: z.object({ A: z.number(), B: z.number(), C: z.number() }),
    /** From which engagement on a lead is in band 1 (hot) or 2 (warm); below it is 3 (cold). */
    bands: z.object({ hot: z.number(), warm: z.number() }),
    /** The share of fit in the score, 0..1; the rest is engagement. */
    fitShare: z.number().min(0).max(1),
    /** How much the strongest person of an account counts, the second, the third …; the others do not. */
    people: z.array(z.number().min(0).max(1)).min(1).max(20),
  })
  .refine(({ grades }) => grades.A > grades.B && grades.B > grades.C, told(FORMULA_SAYS.grades_not_falling()))
  .refine(({ bands }) => bands.hot > bands.warm, told(FORMULA_SAYS.heat_reversed()))
  .refine(({ fit, engagement }) => {
    const keys = [...fit, ...engagement.flatMap((group) => group.rules)].map((rule) => rule.key);
    return new Set(keys).size === keys.length;
  }, told(FORMULA_SAYS.rule_key_twice()));
export type LeadDefinition = z.infer<typeof LeadDefinition>;
