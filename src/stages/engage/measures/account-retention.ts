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
  formula: {
    en: 'accounts with a feature_used fact n periods after their first ÷ accounts whose first was in that period; periods that have not elapsed are left out',
    'zh-CN': '首次之后第 n 个周期有 feature_used 事件的客户 ÷ 首次在该周期的客户；尚未过完的周期不计',
    es: 'cuentas con un evento feature_used n periodos después del primero ÷ cuentas cuyo primero fue en ese periodo; los periodos sin terminar no cuentan',
  },
  unit: 'ratio',
  shape: 'cohort',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'retention', start: ['feature_used'], back: ['feature_used'], unit: 'account' },
};
