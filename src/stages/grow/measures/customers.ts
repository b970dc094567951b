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
  formula: {
    en: 'accounts with MRR above 0 at the close of the period',
    'zh-CN': '周期末 MRR 大于 0 的客户',
    es: 'cuentas con MRR mayor que 0 al cierre del periodo',
  },
  unit: 'count',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'customers' },
};
