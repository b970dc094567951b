import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How long do accounts stay in each stage? */
export const timeInStage: MeasureDefinition = {
  id: 'acquire.time_in_stage',
  version: 1,
  name: { en: 'Time in stage', 'zh-CN': '阶段停留时长', es: 'Tiempo en cada etapa' },
  words: {
    en: 'How long accounts stayed in the stages that they left in the period.',
    'zh-CN': '周期内离开各阶段的客户，在该阶段停留了多久。',
    es: 'Cuánto estuvieron las cuentas en las etapas que dejaron en el periodo.',
  },
  formula: {
    en: 'median days between entering and leaving a stage, by the period of leaving',
    'zh-CN': '从进入到离开某阶段的天数的中位数，按离开所在周期',
    es: 'mediana de días entre la entrada en una etapa y la salida, por el periodo de salida',
  },
  unit: 'days',
  shape: 'table',
  grain: 'account',
  better: 'down',
  dimensions: DIMENSIONS,
  plan: { engine: 'lifecycle', read: 'time_in_stage' },
};
