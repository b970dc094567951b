import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How many people use the product? */
export const activePeople: MeasureDefinition = {
  id: 'engage.active_people',
  version: 1,
  name: { en: 'Active people', 'zh-CN': '活跃用户', es: 'Personas activas' },
  words: {
    en: 'People who used the product in the 28 days up to the end of the period.',
    'zh-CN': '截至周期末的 28 天内使用过产品的人数。',
    es: 'Personas que usaron el producto en los 28 días previos al cierre del periodo.',
  },
  formula: {
    en: 'different known or anonymous people with a feature_used or screen_viewed fact in the trailing 28 days',
    'zh-CN': '最近 28 天内有 feature_used 或 screen_viewed 事件的不同的人，含匿名',
    es: 'personas distintas, conocidas o anónimas, con un evento feature_used o screen_viewed en los últimos 28 días',
  },
  unit: 'count',
  shape: 'number',
  grain: 'person',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'trend', events: ['feature_used', 'screen_viewed'], count: 'people', windowDays: 28 },
};
