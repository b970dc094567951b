import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** Do accounts come back to the product, month after month? */
export const accountRetention: MeasureDefinition = {
  id: 'engage.account_retention',
  version: 1,
  name: { en: 'Retention of accounts', 'zh-CN': '客户使用留存', es: 'Retención de cuentas' },
  words: {
    en: 'Of the accounts that first used the product in a month, the share that used it in each later month.',
    'zh-CN': '某月首次使用产品的客户中，此后每个月仍在使用的比例。',
    es: 'De las cuentas que usaron el producto por primera vez en un mes, la parte que lo usó en cada mes posterior.',
  },
  formula:
    'accounts with a feature_used fact n periods after their first ÷ accounts whose first was in that period; periods that have not elapsed are left out',
  unit: 'ratio',
  shape: 'cohort',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'retention', start: ['feature_used'], back: ['feature_used'], unit: 'account' },
};
