import { DIMENSIONS, type MeasureDefinition } from '#kernel/measure.ts';

/** How many tickets wait? */
export const openTickets: MeasureDefinition = {
  id: 'retain.open_tickets',
  version: 1,
  name: { en: 'Open tickets', 'zh-CN': '未关闭工单', es: 'Tickets abiertos' },
  words: {
    en: 'Tickets that were open at the end of the period.',
    'zh-CN': '周期末仍未关闭的工单数。',
    es: 'Tickets abiertos al cierre del periodo.',
  },
  formula: {
    en: 'tickets opened and not yet closed at the close of the period',
    'zh-CN': '已提交且周期末尚未关闭的工单',
    es: 'tickets abiertos y aún sin cerrar al cierre del periodo',
  },
  unit: 'count',
  shape: 'number',
  grain: 'ticket',
  better: 'down',
  dimensions: DIMENSIONS,
  plan: { engine: 'open_records', opened: 'ticket_opened', closed: 'ticket_closed' },
};
