import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How many accounts stand in each stage of the lifecycle? */
export const accountsByStage: MeasureDefinition = {
  id: 'acquire.accounts_by_stage',
  version: 1,
  name: { en: 'Accounts by stage', 'zh-CN': '各阶段客户数', es: 'Cuentas por etapa' },
  words: {
    en: 'Where the accounts stand in the lifecycle at the end of each period.',
    'zh-CN': '每个周期末，客户处于生命周期的哪个阶段。',
    es: 'En qué etapa del ciclo de vida están las cuentas al cierre de cada periodo.',
  },
  formula: {
    en: 'accounts by the stage that the ledger gives them at the close of the period',
    'zh-CN': '按周期末阶段记录所处的阶段统计客户数',
    es: 'cuentas según la etapa en que las sitúa el registro al cierre del periodo',
  },
  unit: 'count',
  shape: 'number',
  grain: 'account',
  better: 'neither',
  dimensions: DIMENSIONS,
  plan: { engine: 'lifecycle', read: 'stock' },
};
