import { z } from 'zod';
import type { Words } from './words.ts';

/** The ten stages of the lifecycle, in the order of the river. */
export const LIFE_STAGES = [
  'reached',
  'captured',
  'interested',
  'qualified',
  'opportunity',
  'onboarding',
  'active',
  'expanded',
  'renewing',
  'churned',
] as const;

export const LifeStage = z.enum(LIFE_STAGES);
export type LifeStage = z.infer<typeof LifeStage>;

/** The stages' names as people say them. */
export const LIFE_STAGE_WORDS: Readonly<Record<LifeStage, Words>> = {
  reached: { en: 'Reached', 'zh-CN': '触达', es: 'Alcanzado' },
  captured: { en: 'Captured', 'zh-CN': '引入', es: 'Captado' },
  interested: { en: 'Interested', 'zh-CN': '意向', es: 'Interesado' },
  qualified: { en: 'Qualified', 'zh-CN': '分层', es: 'Cualificado' },
  opportunity: { en: 'Opportunity', 'zh-CN': '商机', es: 'Oportunidad' },
  onboarding: { en: 'Onboarding', 'zh-CN': '上线', es: 'Incorporación' },
  active: { en: 'Active', 'zh-CN': '激活', es: 'Activo' },
  expanded: { en: 'Expanded', 'zh-CN': '增购', es: 'Ampliado' },
  renewing: { en: 'Renewing', 'zh-CN': '续费', es: 'En renovación' },
  churned: { en: 'Churned', 'zh-CN': '流失', es: 'Perdido' },
};
