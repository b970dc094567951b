import type { CompanyPlan } from './deliveries.ts';

/** The sizes in which the demo company comes. */
export const DEMO_SIZES = {
  /** Some 150,000 messages. */
  small: { accounts: 400, usesPerPersonMonth: 14 },
  /** At least 5 million messages. */
  medium: { accounts: 5_000, usesPerPersonMonth: 42 },
  /** At least 50 million messages. */
  large: { accounts: 100_000, usesPerPersonMonth: 17 },
} as const;

export type DemoSize = keyof typeof DEMO_SIZES;

const HOME: Readonly<Record<CompanyPlan['language'], Pick<CompanyPlan, 'timeZone' | 'currency'>>> = {
  en: { timeZone: 'America/New_York', currency: 'USD' },
  'zh-CN': { timeZone: 'Asia/Shanghai', currency: 'CNY' },
  es: { timeZone: 'Europe/Madrid', currency: 'EUR' },
};

/** The plan of a demo company that ends on this date: the small one of 18 months, in the zone and currency of its language, unless said otherwise. */
export const demoPlan = (chosen: Pick<CompanyPlan, 'endsOn'> & Partial<CompanyPlan>): CompanyPlan => ({
  seed: 1,
  months: 18,
  language: 'en',
  ...DEMO_SIZES.small,
  ...HOME[chosen.language ?? 'en'],
  ...chosen,
});
