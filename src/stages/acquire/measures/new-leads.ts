import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How many people left their details? */
export const newLeads: MeasureDefinition = {
  id: 'acquire.new_leads',
  version: 1,
  name: { en: 'New leads', 'zh-CN': '新增线索', es: 'Leads nuevos' },
  words: {
    en: 'People who left their details in the period: a form, a file of leads, a scanned card.',
    'zh-CN': '周期内留下联系方式的人：表单、线索文件、扫码。',
    es: 'Personas que dejaron sus datos en el periodo: un formulario, un archivo de leads, una tarjeta escaneada.',
  },
  formula: {
    en: 'different people with a lead_captured fact in the period',
    'zh-CN': '周期内有“留下联系方式”（lead_captured）事件的不同的人',
    es: 'personas distintas con un evento lead_captured en el periodo',
  },
  unit: 'count',
  shape: 'number',
  grain: 'person',
  better: 'up',
  dimensions: DIMENSIONS,
  plan: { engine: 'trend', events: ['lead_captured'], count: 'people' },
};
