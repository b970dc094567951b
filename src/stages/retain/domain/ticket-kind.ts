import type { ImportKind } from '#flow/intake/contracts.ts';
import { ACCOUNT_ID_FIELD, ACCOUNT_NAME_FIELD, importField } from '#flow/intake/kind-contracts.ts';

/** The fields of a file of tickets. */
export const TICKET_KIND: ImportKind = {
  kind: 'ticket',
  label: { en: 'Support tickets', 'zh-CN': '客服工单', es: 'Tickets de soporte' },
  help: {
    en: 'What customers asked for help with: one row per ticket, with when it was opened, answered and closed.',
    'zh-CN': '客户的求助：每行一张工单，含开启、响应与关闭时间。',
    es: 'En qué pidieron ayuda los clientes: una fila por ticket, con apertura, respuesta y cierre.',
  },
  custom: true,
  fields: [
    importField('ticket_id', 'text', {
      label: { en: 'Ticket id', 'zh-CN': '工单编号', es: 'Id de ticket' },
      synonyms: ['ticket', 'case id', 'case number', 'issue id', 'id'],
      required: true,
    }),
    ACCOUNT_ID_FIELD,
    ACCOUNT_NAME_FIELD,
    importField('opened_at', 'instant', {
      label: { en: 'Opened', 'zh-CN': '开启时间', es: 'Apertura' },
      synonyms: ['submitted at', 'created at', 'opened', 'submitted', 'created', 'date'],
      required: true,
    }),
    importField('closed_at', 'instant', {
      label: { en: 'Closed', 'zh-CN': '关闭时间', es: 'Cierre' },
      synonyms: ['resolved at', 'solved at', 'closed', 'resolved'],
    }),
    importField('resolution_hours', 'number', {
      label: { en: 'Hours to resolve', 'zh-CN': '解决时长（小时）', es: 'Horas de resolución' },
      synonyms: ['resolution time hours', 'resolution time', 'time to resolve'],
      help: {
        en: 'Only read when there is no time of closing.',
        'zh-CN': '仅在没有关闭时间时使用。',
        es: 'Solo se usa si no hay hora de cierre.',
      },
    }),
    importField('first_response_at', 'instant', {
      label: { en: 'First answered', 'zh-CN': '首次响应时间', es: 'Primera respuesta' },
      synonyms: ['first response at', 'first reply at', 'responded at'],
    }),
    importField('first_response_minutes', 'number', {
      label: { en: 'Minutes to first answer', 'zh-CN': '首次响应时长（分钟）', es: 'Minutos hasta la primera respuesta' },
      synonyms: ['first response time minutes', 'first response time', 'first reply time'],
    }),
    importField('priority', 'text', {
      label: { en: 'Priority', 'zh-CN': '优先级', es: 'Prioridad' },
      synonyms: ['severity', 'urgency', 'level'],
    }),
    importField('satisfaction', 'number', {
      label: { en: 'Satisfaction, 1 to 5', 'zh-CN': '满意度（1–5）', es: 'Satisfacción, de 1 a 5' },
      synonyms: ['satisfaction score', 'csat', 'rating', 'score'],
    }),
    importField('escalated', 'boolean', {
      label: { en: 'Escalated', 'zh-CN': '已升级', es: 'Escalado' },
      synonyms: ['escalation flag', 'escalation', 'is escalated'],
    }),
    importField('subject', 'text', { label: { en: 'Subject', 'zh-CN': '主题', es: 'Asunto' }, synonyms: ['title', 'summary', 'topic'] }),
  ],
};
