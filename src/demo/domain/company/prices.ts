import { convert, currencyExponent, majorText } from '#kernel/money.ts';
import type { CompanyPlan } from '../deliveries.ts';
import { PLANS, type PlanKey } from '../lexicon/keys.ts';

/** What a unit of a currency is worth in dollars. Fixed: the demo's money must not change with the markets. */
const DOLLARS: Readonly<Record<string, number>> = {
  ...{ USD: 1, EUR: 1.08, GBP: 1.27, CNY: 0.14, MXN: 0.055, CHF: 1.15, CAD: 0.73, AUD: 0.66, SGD: 0.75, HKD: 0.128 },
  ...{ JPY: 0.0067, INR: 0.012, BRL: 0.18, COP: 0.00025, CLP: 0.00105, PEN: 0.27 },
};

/** Price of a seat a month in whole dollars, and the most seats of the plan. */
const PLAN_TERMS: Readonly<Record<PlanKey, { readonly dollars: number; readonly mostSeats: number }>> = {
  starter: { dollars: 19, mostSeats: 9 },
  team: { dollars: 29, mostSeats: 29 },
  business: { dollars: 42, mostSeats: 89 },
  enterprise: { dollars: 55, mostSeats: 2_000 },
};

/** In which currencies does the company sell: its own and two others. */
export const currenciesOf = ({ currency, language }: CompanyPlan): readonly string[] => {
  const usual = language === 'es' ? ['EUR', 'USD', 'MXN'] : language === 'en' ? ['USD', 'EUR', 'GBP'] : ['CNY', 'USD', 'EUR'];
  return [currency, ...usual.filter((one) => one !== currency)].slice(0, 3);
};

/** What is one unit of each other currency worth in the home currency? */
export const ratesOf = (plan: CompanyPlan): Readonly<Record<string, number>> => {
  const home = dollarsOf(plan.currency);
  const [, ...others] = currenciesOf(plan);
  return Object.fromEntries(others.map((currency) => [currency, Math.round((dollarsOf(currency) / home) * 10_000) / 10_000]));
};

/** The same rates as exact decimals, as a workspace keeps them. */
export const writtenRates = (plan: CompanyPlan): ReadonlyMap<string, string> =>
  new Map(Object.entries(ratesOf(plan)).map(([currency, rate]) => [currency, String(rate)]));

/** What does an amount come to in the home currency, in minor units? */
export const atHome = (plan: CompanyPlan, amountMinor: number, currency: string): number =>
  currency === plan.currency ? amountMinor : convert({ amountMinor, currency }, plan.currency, ratesOf(plan)[currency]!).amountMinor;

/** Price of a seat a month in minor units of this currency, in whole major units as price lists have them. */
export const seatPrice = (plan: PlanKey, currency: string): number =>
  Math.round(PLAN_TERMS[plan].dollars / dollarsOf(currency)) * 10 ** currencyExponent(currency);

/** Which plan suits this many seats? */
export const planFor = (seats: number): PlanKey => PLANS.find((plan) => seats <= PLAN_TERMS[plan].mostSeats) ?? 'enterprise';

/** An amount as files write it. */
export const money = (amountMinor: number, currency: string): string => majorText({ amountMinor, currency });

/** What so many dollars come to in the home currency, in minor units. */
export const homeMinor = (plan: CompanyPlan, dollars: number): number =>
  Math.round((dollars / dollarsOf(plan.currency)) * 10 ** currencyExponent(plan.currency));

const dollarsOf = (currency: string): number => DOLLARS[currency] ?? 1;
