import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How much revenue is won for each unit lost? */
export const quickRatio: MeasureDefinition = {
  id: 'grow.quick_ratio',
  version: 1,
  name: { en: 'Quick ratio', 'zh-CN': '速动比', es: 'Quick ratio' },
  words: {
    en: 'MRR won for each unit of MRR lost. Above 4 is strong; below 1 the business shrinks.',
    'zh-CN': '每流失 1 元 MRR 对应赢得多少。高于 4 为强劲，低于 1 则在萎缩。',
    es: 'MRR ganado por cada unidad de MRR perdida. Por encima de 4 es fuerte; por debajo de 1, el negocio encoge.',
  },
  formula: {
    en: '(new + expansion + reactivation) ÷ (contraction + churn); ∞ without losses',
    'zh-CN': '（新购 + 增购 + 回流）÷（缩减 + 流失）；无损失时为 ∞',
    es: '(nuevo + ampliación + reactivación) ÷ (reducción + pérdida); ∞ sin pérdidas',
  },
  unit: 'multiple',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'quick_ratio' },
};
