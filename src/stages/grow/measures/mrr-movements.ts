import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** Why did MRR change: what was won, grown, shrunk, lost and won back? */
export const mrrMovements: MeasureDefinition = {
  id: 'grow.mrr_movements',
  version: 1,
  name: { en: 'MRR movements', 'zh-CN': 'MRR 变动', es: 'Movimientos del MRR' },
  words: {
    en: 'What made MRR change in each period: new customers, expansion, contraction, churn and customers who came back.',
    'zh-CN': '每个周期 MRR 为何变化：新客户、增购、缩减、流失与回流。',
    es: 'Por qué cambió el MRR en cada periodo: clientes nuevos, ampliaciones, reducciones, bajas y clientes que volvieron.',
  },
  formula: 'opening + new + expansion + reactivation − contraction − churn = closing; one net movement per account and day',
  unit: 'money',
  shape: 'table',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'movements' },
};
