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
  formula: 'accounts by the stage that the ledger gives them at the close of the period',
  unit: 'count',
  shape: 'number',
  grain: 'account',
  better: 'neither',
  dimensions: DIMENSIONS,
  plan: { engine: 'lifecycle', read: 'stock' },
};
