import type { ImportKind } from '#flow/intake/contracts.ts';

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
    {
      key: 'ticket_id',
      label: { en: 'Ticket id', 'zh-CN': '工单编号', es: 'Id de ticket' },
      type: 'text',
      required: true,
      synonyms: ['ticket', 'case id', 'case number', 'issue id', 'id'],
    },
    {
      key: 'account_id',
      label: { en: 'Account id', 'zh-CN': '客户编号', es: 'Id de cuenta' },
      type: 'text',
      required: false,
      synonyms: ['customer id', 'company id', 'client id'],
    },
    {
      key: 'account_name',
      label: { en: 'Account name', 'zh-CN': '客户名称', es: 'Nombre de la cuenta' },
      type: 'text',
      required: false,
      synonyms: ['account', 'customer', 'company', 'client'],
    },
    {
      key: 'opened_at',
      label: { en: 'Opened', 'zh-CN': '开启时间', es: 'Apertura' },
      type: 'instant',
      required: true,
      synonyms: ['submitted at', 'created at', 'opened', 'submitted', 'created', 'date'],
    },
    {
      key: 'closed_at',
      label: { en: 'Closed', 'zh-CN': '关闭时间', es: 'Cierre' },
      type: 'instant',
      required: false,
      synonyms: ['resolved at', 'solved at', 'closed', 'resolved'],
    },
    {
      key: 'resolution_hours',
      label: { en: 'Hours to resolve', 'zh-CN': '解决时长（小时）', es: 'Horas de resolución' },
      type: 'number',
      required: false,
      synonyms: ['resolution time hours', 'resolution time', 'time to resolve'],
      help: {
        en: 'Only read when there is no time of closing.',
        'zh-CN': '仅在没有关闭时间时使用。',
        es: 'Solo se usa si no hay hora de cierre.',
      },
    },
    {
      key: 'first_response_at',
      label: { en: 'First answered', 'zh-CN': '首次响应时间', es: 'Primera respuesta' },
      type: 'instant',
      required: false,
      synonyms: ['first response at', 'first reply at', 'responded at'],
    },
    {
      key: 'first_response_minutes',
      label: { en: 'Minutes to first answer', 'zh-CN': '首次响应时长（分钟）', es: 'Minutos hasta la primera respuesta' },
      type: 'number',
      required: false,
      synonyms: ['first response time minutes', 'first response time', 'first reply time'],
    },
    {
      key: 'priority',
      label: { en: 'Priority', 'zh-CN': '优先级', es: 'Prioridad' },
      type: 'text',
      required: false,
      synonyms: ['severity', 'urgency', 'level'],
    },
    {
      key: 'satisfaction',
      label: { en: 'Satisfaction, 1 to 5', 'zh-CN': '满意度（1–5）', es: 'Satisfacción, de 1 a 5' },
      type: 'number',
      required: false,
      synonyms: ['satisfaction score', 'csat', 'rating', 'score'],
    },
    {
      key: 'escalated',
      label: { en: 'Escalated', 'zh-CN': '已升级', es: 'Escalado' },
      type: 'boolean',
      required: false,
      synonyms: ['escalation flag', 'escalation', 'is escalated'],
    },
    {
      key: 'subject',
      label: { en: 'Subject', 'zh-CN': '主题', es: 'Asunto' },
      type: 'text',
      required: false,
      synonyms: ['title', 'summary', 'topic'],
    },
  ],
};
