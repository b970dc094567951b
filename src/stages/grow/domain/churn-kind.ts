import type { ImportKind } from '#flow/intake/contracts.ts';

/** The fields of a file of churn reasons. */
export const CHURN_KIND: ImportKind = {
  kind: 'churn',
  label: { en: 'Churn reasons', 'zh-CN': '流失原因', es: 'Motivos de baja' },
  help: {
    en: 'Why customers left, one row each time one did. Subscriptions end in their own file; the two are compared.',
    'zh-CN': '客户为何离开：每次流失一行。订阅的结束以订阅文件为准，两者会相互核对。',
    es: 'Por qué se fueron los clientes, una fila por cada vez. Las suscripciones terminan en su propio archivo; ambos se comparan.',
  },
  custom: true,
  fields: [
    {
      key: 'churn_event_id',
      label: { en: 'Churn id', 'zh-CN': '流失编号', es: 'Id de baja' },
      type: 'text',
      required: false,
      synonyms: ['churn event', 'churn id', 'event id', 'id'],
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
      key: 'churn_date',
      label: { en: 'Churned on', 'zh-CN': '流失日期', es: 'Fecha de baja' },
      type: 'date',
      required: true,
      synonyms: ['churned', 'cancelled on', 'date', 'left on'],
    },
    {
      key: 'reason',
      label: { en: 'Reason', 'zh-CN': '原因', es: 'Motivo' },
      type: 'text',
      required: false,
      synonyms: ['reason code', 'churn reason', 'cancel reason'],
    },
    {
      key: 'refund',
      label: { en: 'Refund', 'zh-CN': '退款', es: 'Reembolso' },
      type: 'money',
      required: false,
      synonyms: ['refund amount', 'refund amount usd', 'refunded'],
    },
    {
      key: 'feedback',
      label: { en: 'In their words', 'zh-CN': '客户原话', es: 'En sus palabras' },
      type: 'text',
      required: false,
      synonyms: ['feedback text', 'comment', 'feedback'],
    },
    {
      key: 'is_reactivation',
      label: { en: 'Had come back before', 'zh-CN': '曾经回流', es: 'Ya había vuelto' },
      type: 'boolean',
      required: false,
      synonyms: ['reactivation', 'reactivated'],
    },
    {
      key: 'preceding_upgrade',
      label: { en: 'Upgraded before', 'zh-CN': '此前升级过', es: 'Subió antes' },
      type: 'boolean',
      required: false,
      synonyms: ['preceding upgrade flag'],
    },
    {
      key: 'preceding_downgrade',
      label: { en: 'Downgraded before', 'zh-CN': '此前降级过', es: 'Bajó antes' },
      type: 'boolean',
      required: false,
      synonyms: ['preceding downgrade flag'],
    },
  ],
};
