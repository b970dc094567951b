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
  formula: {
    en: 'opening + new + expansion + reactivation − contraction − churn = closing; one net movement per account and day',
    'zh-CN': '期初 + 新购 + 增购 + 回流 − 缩减 − 流失 = 期末；每家客户每天合为一次净变动',
    es: 'inicio + nuevo + ampliación + reactivación − reducción − pérdida = cierre; un movimiento neto por cuenta y día',
  },
  unit: 'money',
  shape: 'table',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'revenue', read: 'movements' },
};
