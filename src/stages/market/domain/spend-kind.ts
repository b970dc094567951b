import type { ImportKind } from '#flow/intake/contracts.ts';

/** The fields of a file of marketing spend. */
export const SPEND_KIND: ImportKind = {
  kind: 'spend',
  label: { en: 'Spend', 'zh-CN': '营销支出', es: 'Gasto' },
  help: {
    en: 'What each channel cost: one row per channel and period.',
    'zh-CN': '各渠道的花费：每个渠道、每个周期一行。',
    es: 'Cuánto costó cada canal: una fila por canal y periodo.',
  },
  custom: true,
  fields: [
    {
      key: 'line_id',
      label: { en: 'Line id', 'zh-CN': '明细编号', es: 'Id de línea' },
      type: 'text',
      required: false,
      synonyms: ['spend id', 'cost id', 'id'],
    },
    {
      key: 'from',
      label: { en: 'From', 'zh-CN': '开始日期', es: 'Desde' },
      type: 'date',
      required: true,
      synonyms: ['date', 'day', 'month', 'period', 'start date', 'period start'],
    },
    {
      key: 'to',
      label: { en: 'To', 'zh-CN': '结束日期', es: 'Hasta' },
      type: 'date',
      required: false,
      synonyms: ['end date', 'period end'],
      help: {
        en: 'The last day; without it, the first of a month stands for the month.',
        'zh-CN': '最后一天；缺省时，每月 1 日代表整月。',
        es: 'El último día; sin él, el día 1 representa el mes.',
      },
    },
    {
      key: 'channel',
      label: { en: 'Channel', 'zh-CN': '渠道', es: 'Canal' },
      type: 'text',
      required: true,
      synonyms: ['source', 'platform', 'network', 'medium'],
    },
    {
      key: 'campaign',
      label: { en: 'Campaign', 'zh-CN': '活动', es: 'Campaña' },
      type: 'text',
      required: false,
      synonyms: ['campaign name', 'ad campaign'],
    },
    {
      key: 'kind',
      label: { en: 'Kind', 'zh-CN': '类别', es: 'Tipo' },
      type: 'text',
      required: false,
      synonyms: ['cost type', 'category', 'expense type'],
    },
    {
      key: 'amount',
      label: { en: 'Amount', 'zh-CN': '金额', es: 'Importe' },
      type: 'money',
      required: true,
      synonyms: ['spend', 'cost', 'amount spent', 'budget spent'],
    },
  ],
};
