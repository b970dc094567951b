import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How many accounts pay? */
export const customers: MeasureDefinition = {
  id: 'grow.customers',
  version: 1,
  name: { en: 'Customers', 'zh-CN': '付费客户', es: 'Clientes' },
  words: {
    en: 'Accounts that pay at the end of the period.',
    'zh-CN': '周期末正在付费的客户数。',
    es: 'Cuentas que pagan al cierre del periodo.',
  },
  formula: 'accounts with MRR above 0 at the close of the period',
  unit: 'count',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'customers' },
};
