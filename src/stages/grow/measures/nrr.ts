import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How much of the revenue is there a year later, growth included? */
export const nrr: MeasureDefinition = {
  id: 'grow.nrr',
  version: 1,
  name: { en: 'Net revenue retention', 'zh-CN': '净收入留存率', es: 'Retención neta de ingresos' },
  words: {
    en: 'Of the MRR at the start, what the same accounts pay a year later, growth included. Above 100% the base grows by itself.',
    'zh-CN': '期初那批客户一年后的 MRR 与期初之比，含增购；高于 100% 说明老客户自身在增长。',
    es: 'Lo que pagan un año después las mismas cuentas frente al MRR inicial, crecimiento incluido. Por encima del 100 %, la base crece sola.',
  },
  formula: {
    en: 'Σ MRR now ÷ Σ MRR twelve months ago, over the accounts that paid then',
    'zh-CN': 'Σ 当前 MRR ÷ Σ 十二个月前的 MRR，只计当时付费的客户',
    es: 'Σ MRR actual ÷ Σ MRR de hace doce meses, entre las cuentas que pagaban entonces',
  },
  unit: 'ratio',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'nrr' },
};
