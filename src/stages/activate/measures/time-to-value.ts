import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How long does it take a new customer to reach that point? */
export const timeToValue: MeasureDefinition = {
  id: 'activate.time_to_value',
  version: 1,
  name: { en: 'Time to value', 'zh-CN': '价值实现时长', es: 'Tiempo hasta el valor' },
  words: {
    en: 'Days from the first paid day to the activation milestone.',
    'zh-CN': '从首个付费日到达到激活里程碑的天数。',
    es: 'Días desde el primer día de pago hasta el hito de activación.',
  },
  formula: {
    en: 'median days from the first paid day to the milestone, over the customers who reached it, by the month of their first paid day',
    'zh-CN': '从首个付费日到里程碑的天数的中位数，只计已达到的客户，按首个付费日所在月份',
    es: 'mediana de días desde el primer día de pago hasta el hito, entre los clientes que lo alcanzaron, por el mes de su primer día de pago',
  },
  unit: 'days',
  shape: 'number',
  grain: 'account',
  better: 'down',
  dimensions: DIMENSIONS,
  plan: { engine: 'activation', read: 'time_to_value' },
};
