import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How many accounts paid for the first time? */
export const newCustomers: MeasureDefinition = {
  id: 'grow.new_customers',
  version: 1,
  name: { en: 'New customers', 'zh-CN': '新增客户', es: 'Clientes nuevos' },
  words: {
    en: 'Accounts that paid for the first time in the period. Those who came back are not new.',
    'zh-CN': '周期内首次付费的客户；回流客户不算新增。',
    es: 'Cuentas que pagaron por primera vez en el periodo. Las que vuelven no son nuevas.',
  },
  formula: {
    en: 'accounts whose MRR rose above 0 for the first time ever in the period',
    'zh-CN': '周期内 MRR 首次大于 0 的客户',
    es: 'cuentas cuyo MRR superó 0 por primera vez en el periodo',
  },
  unit: 'count',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'new_customers' },
};
