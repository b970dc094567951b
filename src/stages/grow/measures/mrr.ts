import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How much recurring revenue is there a month, at the end of each period? */
export const mrr: MeasureDefinition = {
  id: 'grow.mrr',
  version: 1,
  name: { en: 'MRR', 'zh-CN': '月经常性收入', es: 'MRR' },
  words: {
    en: 'What all running subscriptions are worth a month, tax excluded; yearly prices count a twelfth, trials nothing.',
    'zh-CN': '所有有效订阅折合每月的金额，不含税；年付按十二分之一计，试用不计。',
    es: 'Lo que valen al mes todas las suscripciones activas, sin impuestos; un precio anual cuenta una doceava parte y una prueba, nada.',
  },
  formula: {
    en: 'Σ monthly value of the subscriptions that run at the close of the period',
    'zh-CN': 'Σ 周期末有效订阅的月金额',
    es: 'Σ valor mensual de las suscripciones activas al cierre del periodo',
  },
  unit: 'money',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'mrr' },
};
