import type { CompanyPlan } from '../deliveries.ts';

/** The three languages in which the simulated company may write. */
export type ByLanguage<T = string> = Readonly<Record<CompanyPlan['language'], T>>;

/** One of three texts, by the language of the plan. */
export const words = (en: string, zh: string, es: string): ByLanguage => ({ en, 'zh-CN': zh, es });
