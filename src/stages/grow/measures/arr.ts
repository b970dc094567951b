import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How much recurring revenue is there a year, if nothing changes? */
export const arr: MeasureDefinition = {
  id: 'grow.arr',
  version: 1,
  name: { en: 'ARR', 'zh-CN': '年经常性收入', es: 'ARR' },
  words: {
    en: 'Twelve times the MRR: what a year brings if nothing changes.',
    'zh-CN': 'MRR 乘以 12：若一切不变，一年的收入。',
    es: 'Doce veces el MRR: lo que daría un año si nada cambia.',
  },
  formula: {
    en: 'MRR at the close of the period × 12',
    'zh-CN': '周期末的 MRR × 12',
    es: 'MRR al cierre del periodo × 12',
  },
  unit: 'money',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'arr' },
};
