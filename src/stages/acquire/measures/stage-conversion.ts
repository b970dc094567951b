import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How many of those who entered a stage moved on? */
export const stageConversion: MeasureDefinition = {
  id: 'acquire.stage_conversion',
  version: 1,
  name: { en: 'Stage conversion', 'zh-CN': '阶段转化率', es: 'Conversión por etapa' },
  words: {
    en: 'Of the accounts that entered each stage in the period, how many moved on to a later one.',
    'zh-CN': '周期内进入各阶段的客户中，有多少进入了后续阶段。',
    es: 'De las cuentas que entraron en cada etapa en el periodo, cuántas pasaron a una posterior.',
  },
  formula: {
    en: 'accounts that entered the stage in the period and later reached a further one ÷ accounts that entered it in the period',
    'zh-CN': '周期内进入该阶段、之后进入更后阶段的客户 ÷ 周期内进入该阶段的客户',
    es: 'cuentas que entraron en la etapa en el periodo y después llegaron a una posterior ÷ cuentas que entraron en ella en el periodo',
  },
  unit: 'ratio',
  shape: 'funnel',
  grain: 'account',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'lifecycle', read: 'conversion' },
};
