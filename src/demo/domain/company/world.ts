import { type Days, daysOf } from '../days.ts';
import type { CompanyPlan } from '../deliveries.ts';
import { type CampaignKind, FEATURES, type FeatureKey } from '../lexicon/keys.ts';
import { type Lexicon, lexiconOf } from '../lexicon/lexicon.ts';
import { randomOf } from '../random.ts';
import { workShare } from './countries.ts';
import { currenciesOf } from './prices.ts';
import { type Rep, repsOf } from './reps.ts';

/** What all accounts share: the calendar, the words, and what the company planned or suffered on which day. */
export interface World {
  readonly plan: CompanyPlan;
  readonly days: Days;
  readonly lexicon: Lexicon;
  readonly reps: readonly Rep[];
  readonly currencies: readonly string[];
  readonly incident: { readonly fromDay: number; readonly toDay: number; readonly plan: 'team' };
  readonly priceChange: { readonly day: number; readonly plan: 'starter'; readonly byRatio: number };
  readonly experimentDay: number;
  readonly rescueDay: number;
  readonly idlePlayDay: number;
  readonly releases: readonly ShippedRelease[];
  /** From which day on there is this feature; 0 for those that were always there. */
  readonly featureSince: Readonly<Record<FeatureKey, number>>;
  readonly fairs: readonly Occasion[];
  readonly webinars: readonly Occasion[];
  /** Subject of the mailing of this kind in this month ('2026-04'). */
  subjectOf(kind: CampaignKind, month: string): string;
  /** How much of a usual working day is worked in this country, by day. */
  workShares(country: string): Float64Array;
}

export interface Occasion {
  readonly day: number;
  readonly name: string;
}

export interface ShippedRelease extends Occasion {
  readonly version: string;
  readonly text: string;
  readonly feature: FeatureKey | null;
}

/** The world of a plan, made once for each plan object. */
export const worldOf = (plan: CompanyPlan): World => {
  const found = worlds.get(plan) ?? made(plan);
  worlds.set(plan, found);
  return found;
};

const worlds = new WeakMap<CompanyPlan, World>();

const made = (plan: CompanyPlan): World => {
  const days = daysOf(plan);
  const lexicon = lexiconOf(plan.language);
  const at = (share: number): number => Math.floor(days.count * share);
  const shares = new Map<string, Float64Array>();
  const subjects = new Map<string, string>();
  const incidentDay = at(0.62);
  return {
    plan,
    days,
    lexicon,
    reps: repsOf(plan.seed, lexicon),
    currencies: currenciesOf(plan),
    incident: { fromDay: incidentDay, toDay: incidentDay + 3, plan: 'team' },
    priceChange: { day: at(0.5), plan: 'starter', byRatio: 0.3 },
    experimentDay: at(0.3),
    rescueDay: at(0.4),
    idlePlayDay: at(0.2),
    releases: releasesOf(days, lexicon),
    featureSince: featureDays(days),
    fairs: occasions(days, { every: 88, from: 30 }).map((day, index) => ({
      day,
      name: lexicon.tradeFair(randomOf(plan.seed, 'fair', index), Number(days.dateOf(day).slice(0, 4))),
    })),
    webinars: occasions(days, { every: 30, from: 12 }).map((day, index) => ({
      day,
      name: lexicon.webinar(randomOf(plan.seed, 'webinar', index)),
    })),
    subjectOf: (kind, month) => {
      const known =
        subjects.get(kind + month) ?? lexicon.campaign(randomOf(plan.seed, 'mailing', month, kind), kind, monthText(month, plan.language));
      subjects.set(kind + month, known);
      return known;
    },
    workShares: (country) => {
      const known = shares.get(country) ?? Float64Array.from({ length: days.count }, (_, day) => workShare(country, days.dateOf(day)));
      shares.set(country, known);
      return known;
    },
  };
};

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  'zh-CN': '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
} as const;

const monthText = (month: string, language: CompanyPlan['language']): string => MONTHS[language][Number(month.slice(5)) - 1]!;

/** Features that came with a release, by the share of the time that had passed. */
const RELEASED: readonly (readonly [FeatureKey, number])[] = [
  ['alerts', 0.3],
  ['integrations', 0.12],
  ['dashboards', 0.55],
];

const featureDays = (days: Days): Readonly<Record<FeatureKey, number>> => {
  const released = new Map(RELEASED.map(([feature, share]) => [feature, Math.floor(days.count * share)]));
  return Object.fromEntries(FEATURES.map((feature) => [feature, released.get(feature) ?? 0])) as Record<FeatureKey, number>;
};

const releasesOf = (days: Days, lexicon: Lexicon): readonly ShippedRelease[] => {
  const since = Object.entries(featureDays(days)).filter(([, day]) => day > 0) as readonly (readonly [FeatureKey, number])[];
  const plain = occasions(days, { every: 45, from: 20 }).map((day) => ({ day, feature: null }));
  const featured = since.map(([feature, day]) => ({ day, feature }));
  return [...plain, ...featured]
    .sort((a, b) => a.day - b.day)
    .map(({ day, feature }, index) => ({ day, feature, ...lexicon.release(index) }));
};

// On a Wednesday, when fairs are open and webinars are held.
const occasions = (days: Days, { every, from }: { readonly every: number; readonly from: number }): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil((days.count - from) / every)) }, (_, index) => from + index * every)
    .map((day) => day + ((9 - days.weekdayOf(day)) % 7))
    .filter((day) => day < days.count);
