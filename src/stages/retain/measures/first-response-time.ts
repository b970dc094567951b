import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How long does a customer wait for the first answer? */
export const firstResponseTime: MeasureDefinition = {
  id: 'retain.first_response_time',
  version: 1,
  name: { en: 'First response time', 'zh-CN': '首次响应时长', es: 'Tiempo de primera respuesta' },
  words: {
    en: 'How long customers waited for the first answer to a ticket, by the time it was answered.',
    'zh-CN': '客户等待工单首次回复的时长，按回复时间归入周期。',
    es: 'Cuánto esperaron los clientes la primera respuesta a un ticket, según cuándo se respondió.',
  },
  formula: {
    en: 'median hours between opening and first answer, over the tickets first answered in the period',
    'zh-CN': '从提交到首次答复的小时数的中位数，按首次答复所在周期',
    es: 'mediana de horas entre la apertura y la primera respuesta, entre los tickets respondidos por primera vez en el periodo',
  },
  unit: 'hours',
  shape: 'number',
  grain: 'ticket',
  better: 'down',
  dimensions: DIMENSIONS,
  plan: { engine: 'duration', event: 'ticket_answered', property: 'response_hours', read: 'median' },
};
