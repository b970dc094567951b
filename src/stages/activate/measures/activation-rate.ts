import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** Which share of the new customers reached the point where the product helps them? */
export const activationRate: MeasureDefinition = {
  id: 'activate.activation_rate',
  version: 1,
  name: { en: 'Activation rate', 'zh-CN': '激活率', es: 'Tasa de activación' },
  words: {
    en: 'Of the customers who started in the period, the share that reached the activation milestone in time. Those who still have time are left out.',
    'zh-CN': '周期内开始的客户中，按时达到激活里程碑的比例；尚在期限内的不计入。',
    es: 'De los clientes que empezaron en el periodo, la parte que llegó a tiempo al hito de activación. Quienes aún tienen plazo no cuentan.',
  },
  formula: {
    en: 'customers who reached the milestone within its window ÷ customers whose window has elapsed, by the month of their first paid day',
    'zh-CN': '在时限内达到里程碑的客户 ÷ 时限已过的客户，按首个付费日所在月份',
    es: 'clientes que alcanzaron el hito dentro del plazo ÷ clientes cuyo plazo ya terminó, por el mes de su primer día de pago',
  },
  unit: 'ratio',
  shape: 'number',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'activation', read: 'rate' },
};
