import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How much does a paying account pay a month? */
export const arpa: MeasureDefinition = {
  id: 'grow.arpa',
  version: 1,
  name: { en: 'ARPA', 'zh-CN': '每客户平均收入', es: 'ARPA' },
  words: {
    en: 'What a paying account pays a month on average.',
    'zh-CN': '每个付费客户平均每月支付的金额。',
    es: 'Lo que paga al mes, de media, una cuenta de pago.',
  },
  formula: {
    en: 'MRR ÷ accounts with MRR above 0, at the close of the period',
    'zh-CN': '周期末的 MRR ÷ MRR 大于 0 的客户数',
    es: 'MRR ÷ cuentas con MRR mayor que 0, al cierre del periodo',
  },
  unit: 'money',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'arpa' },
};
