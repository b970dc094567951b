import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** Which share of the customers left? */
export const logoChurn: MeasureDefinition = {
  id: 'grow.logo_churn',
  version: 1,
  name: { en: 'Customer churn', 'zh-CN': '客户流失率', es: 'Bajas de clientes' },
  words: {
    en: 'Of the accounts that paid at the start of the period, the share that no longer pays at its end.',
    'zh-CN': '期初付费客户中，到期末不再付费的比例。',
    es: 'De las cuentas que pagaban al inicio del periodo, la parte que ya no paga al final.',
  },
  formula: {
    en: 'accounts paying at the start and not at the end ÷ accounts paying at the start',
    'zh-CN': '期初付费、期末不付费的客户 ÷ 期初付费的客户',
    es: 'cuentas que pagaban al inicio y no al final ÷ cuentas que pagaban al inicio',
  },
  unit: 'ratio',
  shape: 'number',
  grain: 'account',
  better: 'down',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'logo_churn' },
};
