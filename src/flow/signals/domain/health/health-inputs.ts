import { z } from 'zod';
import type { Words } from '#kernel/words.ts';

/** What a health factor may look at. A store gives each as of an instant, from what was known by then. */
export const HEALTH_INPUT_KEYS = [
  'active_days_28',
  'feature_uses_28',
  'distinct_features_28',
  'error_rate_28',
  'open_tickets',
  'urgent_tickets_90',
  'satisfaction_180',
  'mrr_change_90',
  'days_since_contact',
  'payment_failures_60',
  'downgrades_90',
] as const;
export const HealthInputKey = z.enum(HEALTH_INPUT_KEYS);
export type HealthInputKey = z.infer<typeof HealthInputKey>;

/**
 * The value of an input for one account. `value` is null when there is nothing to say (no rating, no MRR 90 days ago). `baseline` is the account's own
 * usual value over the 12 weeks before, null when it is too young to have one; `percentile` (0..1) the share of its segment at or below the value. `asOf`
 * is how far the source has been heard of (UTC ms), null when never.
 */
export interface HealthInput {
  readonly value: number | null;
  readonly baseline?: number | null;
  readonly percentile?: number | null;
  readonly asOf: number | null;
}

/** What an input means, exactly. */
export interface HealthInputMeaning {
  readonly unit: 'days' | 'count' | 'ratio' | 'rating';
  readonly name: Words;
  readonly meaning: string;
  /** What `asOf` is. A source that fell silent is stale; an account that fell silent in a live source is not. */
  readonly source: string;
  /** How the baseline is taken, when the input has one. */
  readonly baseline: string | null;
}

const USAGE = 'when the newest fact of product use of ANY account of the workspace was known';
const TICKETS = 'when the newest ticket fact of ANY account of the workspace was known';
const SUBSCRIPTIONS = 'when the newest subscription fact of ANY account of the workspace was known';
const PER_28_DAYS =
  'the same over the 84 local days before those 28, per 28 days (÷ 3); null when the account became a customer, or was first seen, later than 56 days ago';

/** Every input with its unit, its meaning, the source of its freshness and its baseline. */
export const HEALTH_INPUTS: Readonly<Record<HealthInputKey, HealthInputMeaning>> = {
  active_days_28: {
    unit: 'days',
    name: { en: 'Active days in 4 weeks', 'zh-CN': '近 4 周活跃天数', es: 'Días activos en 4 semanas' },
    meaning: 'local days, of the last 28 up to today, on which someone of the account used the product',
    source: USAGE,
    baseline: PER_28_DAYS,
  },
  feature_uses_28: {
    unit: 'count',
    name: { en: 'Uses of features in 4 weeks', 'zh-CN': '近 4 周功能使用次数', es: 'Usos de funciones en 4 semanas' },
    meaning: 'feature_used facts in the last 28 local days, each with its count when it states one',
    source: USAGE,
    baseline: PER_28_DAYS,
  },
  distinct_features_28: {
    unit: 'count',
    name: { en: 'Different features in 4 weeks', 'zh-CN': '近 4 周使用的功能数', es: 'Funciones distintas en 4 semanas' },
    meaning: 'different features used in the last 28 local days',
    source: USAGE,
    baseline: PER_28_DAYS,
  },
  error_rate_28: {
    unit: 'ratio',
    name: { en: 'Errors per use', 'zh-CN': '每次使用的错误数', es: 'Errores por uso' },
    meaning: 'errors ÷ uses in the last 28 local days; null without use',
    source: USAGE,
    baseline: null,
  },
  open_tickets: {
    unit: 'count',
    name: { en: 'Open tickets', 'zh-CN': '未关闭工单', es: 'Tickets abiertos' },
    meaning: 'tickets opened and not closed at the instant',
    source: TICKETS,
    baseline: null,
  },
  urgent_tickets_90: {
    unit: 'count',
    name: {
      en: 'Urgent or escalated tickets in 90 days',
      'zh-CN': '近 90 天紧急或升级工单',
      es: 'Tickets urgentes o escalados en 90 días',
    },
    meaning: 'tickets opened in the last 90 local days that are urgent or were escalated',
    source: TICKETS,
    baseline: null,
  },
  satisfaction_180: {
    unit: 'rating',
    name: { en: 'Satisfaction', 'zh-CN': '满意度', es: 'Satisfacción' },
    meaning: 'mean of the ratings 1 to 5 given in the last 180 local days; null without one',
    source: 'when the newest rating of THIS account was known',
    baseline: null,
  },
  mrr_change_90: {
    unit: 'ratio',
    name: { en: 'MRR against 90 days ago', 'zh-CN': 'MRR 较 90 天前', es: 'MRR frente a hace 90 días' },
    meaning: 'MRR now ÷ MRR 90 local days ago − 1; null when it paid nothing then',
    source: SUBSCRIPTIONS,
    baseline: null,
  },
  days_since_contact: {
    unit: 'days',
    name: { en: 'Days since last contact', 'zh-CN': '距上次联系天数', es: 'Días desde el último contacto' },
    meaning:
      'local days since the newest fact of contact or activity of the account (call, meeting, mail, note, ticket, product use); null without any',
    source: 'when the newest fact of contact or activity of ANY account of the workspace was known',
    baseline: null,
  },
  payment_failures_60: {
    unit: 'count',
    name: { en: 'Failed payments in 60 days', 'zh-CN': '近 60 天付款失败', es: 'Pagos fallidos en 60 días' },
    meaning: 'payment_failed facts in the last 60 local days',
    source: 'when the newest payment or invoice fact of ANY account of the workspace was known',
    baseline: null,
  },
  downgrades_90: {
    unit: 'count',
    name: { en: 'Downgrades in 90 days', 'zh-CN': '近 90 天降级', es: 'Bajadas de plan en 90 días' },
    meaning: 'subscription changes to a lower monthly value in the last 90 local days, the end of one subscription of several included',
    source: SUBSCRIPTIONS,
    baseline: null,
  },
};
