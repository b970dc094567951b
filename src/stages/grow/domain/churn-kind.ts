import type { ImportKind } from '#flow/intake/contracts.ts';
import { ACCOUNT_ID_FIELD, ACCOUNT_NAME_FIELD, importField } from '#flow/intake/kind-contracts.ts';

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
    importField('churn_event_id', 'text', {
      label: { en: 'Churn id', 'zh-CN': '流失编号', es: 'Id de baja' },
      synonyms: ['churn event', 'churn id', 'event id', 'id'],
    }),
    ACCOUNT_ID_FIELD,
    ACCOUNT_NAME_FIELD,
    importField('churn_date', 'date', {
      label: { en: 'Churned on', 'zh-CN': '流失日期', es: 'Fecha de baja' },
      synonyms: ['churned', 'cancelled on', 'date', 'left on'],
      required: true,
    }),
    importField('reason', 'text', {
      label: { en: 'Reason', 'zh-CN': '原因', es: 'Motivo' },
      synonyms: ['reason code', 'churn reason', 'cancel reason'],
    }),
    importField('refund', 'money', {
      label: { en: 'Refund', 'zh-CN': '退款', es: 'Reembolso' },
      synonyms: ['refund amount', 'refund amount usd', 'refunded'],
    }),
    importField('feedback', 'text', {
      label: { en: 'In their words', 'zh-CN': '客户原话', es: 'En sus palabras' },
      synonyms: ['feedback text', 'comment', 'feedback'],
    }),
    importField('is_reactivation', 'boolean', {
      label: { en: 'Had come back before', 'zh-CN': '曾经回流', es: 'Ya había vuelto' },
      synonyms: ['reactivation', 'reactivated'],
    }),
    importField('preceding_upgrade', 'boolean', {
      label: { en: 'Upgraded before', 'zh-CN': '此前升级过', es: 'Subió antes' },
      synonyms: ['preceding upgrade flag'],
    }),
    importField('preceding_downgrade', 'boolean', {
      label: { en: 'Downgraded before', 'zh-CN': '此前降级过', es: 'Bajó antes' },
      synonyms: ['preceding downgrade flag'],
    }),
  ],
};
