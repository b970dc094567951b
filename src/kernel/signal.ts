import { z } from 'zod';
import type { Words } from './words.ts';

/** One reason of a score: which factor, how many points it gave or took, from which value. */
export const Reason = z.object({
  factor: z.string(),
  dimension: z.string(),
  /** Points of 100 that this factor contributes, and that it could at most. */
  points: z.number(),
  possible: z.number(),
  value: z.number().nullable(),
  /** What the value is compared with: what is usual for the account, or the value from which on it has all points. */
  baseline: z.number().nullable(),
  against: z.enum(['usual', 'full']),
  fresh: z.boolean(),
});
export type Reason = z.infer<typeof Reason>;

export const HealthBand = z.enum(['good', 'watch', 'bad', 'unknown']);
export type HealthBand = z.infer<typeof HealthBand>;

/** The sides from which health looks at a customer. */
export const HEALTH_DIMENSIONS = ['usage', 'adoption', 'support', 'sentiment', 'relationship', 'money'] as const;
export const HealthDimension = z.enum(HEALTH_DIMENSIONS);
export type HealthDimension = z.infer<typeof HealthDimension>;

export const HEALTH_DIMENSION_WORDS: Readonly<Record<HealthDimension, Words>> = {
  usage: { en: 'Usage', 'zh-CN': '使用', es: 'Uso' },
  adoption: { en: 'Adoption', 'zh-CN': '功能采用', es: 'Adopción' },
  support: { en: 'Support', 'zh-CN': '支持', es: 'Soporte' },
  sentiment: { en: 'Sentiment', 'zh-CN': '满意度', es: 'Satisfacción' },
  relationship: { en: 'Relationship', 'zh-CN': '客户关系', es: 'Relación' },
  money: { en: 'Money', 'zh-CN': '收入', es: 'Ingresos' },
};

/** How well a lead fits, from best to worst. */
export const LEAD_GRADES = ['A', 'B', 'C', 'D'] as const;
export const LeadGrade = z.enum(LEAD_GRADES);
export type LeadGrade = z.infer<typeof LeadGrade>;
