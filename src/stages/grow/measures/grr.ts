import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How much of the revenue stayed, growth left out? */
export const grr: MeasureDefinition = {
  id: 'grow.grr',
  version: 1,
  name: { en: 'Gross revenue retention', 'zh-CN': '总收入留存率', es: 'Retención bruta de ingresos' },
  words: {
    en: 'Of the MRR at the start, how much is left a year later, growth left out. Never above 100%.',
    'zh-CN': '期初 MRR 在一年后还剩多少，不计增购，不会超过 100%。',
    es: 'Del MRR inicial, cuánto queda un año después, sin contar el crecimiento. Nunca pasa del 100 %.',
  },
  formula: {
    en: 'Σ min(MRR now, MRR twelve months ago) ÷ Σ MRR twelve months ago, over the accounts that paid then',
    'zh-CN': 'Σ min(当前 MRR, 十二个月前的 MRR) ÷ Σ 十二个月前的 MRR，只计当时付费的客户',
    es: 'Σ mín(MRR actual, MRR de hace doce meses) ÷ Σ MRR de hace doce meses, entre las cuentas que pagaban entonces',
  },
  unit: 'ratio',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'grr' },
};
