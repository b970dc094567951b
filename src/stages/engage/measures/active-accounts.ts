import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How many accounts use the product? */
export const activeAccounts: MeasureDefinition = {
  id: 'engage.active_accounts',
  version: 1,
  name: { en: 'Active accounts', 'zh-CN': '活跃客户', es: 'Cuentas activas' },
  words: {
    en: 'Accounts in which someone used the product in the 28 days up to the end of the period.',
    'zh-CN': '截至周期末的 28 天内有人使用过产品的客户数。',
    es: 'Cuentas en las que alguien usó el producto en los 28 días previos al cierre del periodo.',
  },
  formula: {
    en: 'different accounts with a feature_used or screen_viewed fact in the trailing 28 days',
    'zh-CN': '最近 28 天内有 feature_used 或 screen_viewed 事件的不同客户',
    es: 'cuentas distintas con un evento feature_used o screen_viewed en los últimos 28 días',
  },
  unit: 'count',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'trend', events: ['feature_used', 'screen_viewed'], count: 'accounts', windowDays: 28 },
};
