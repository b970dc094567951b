import type { ImportKind } from '#flow/intake/contracts.ts';
import { importField } from '#flow/intake/kind-contracts.ts';

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
    importField('line_id', 'text', {
      label: { en: 'Line id', 'zh-CN': '明细编号', es: 'Id de línea' },
      synonyms: ['spend id', 'cost id', 'id'],
    }),
    importField('from', 'date', {
      label: { en: 'From', 'zh-CN': '开始日期', es: 'Desde' },
      synonyms: ['date', 'day', 'month', 'period', 'start date', 'period start'],
      required: true,
    }),
    importField('to', 'date', {
      label: { en: 'To', 'zh-CN': '结束日期', es: 'Hasta' },
      synonyms: ['end date', 'period end'],
      help: {
        en: 'The last day; without it, the first of a month stands for the month.',
        'zh-CN': '最后一天；缺省时，每月 1 日代表整月。',
        es: 'El último día; sin él, el día 1 representa el mes.',
      },
    }),
    importField('channel', 'text', {
      label: { en: 'Channel', 'zh-CN': '渠道', es: 'Canal' },
      synonyms: ['source', 'platform', 'network', 'medium'],
      required: true,
    }),
    importField('campaign', 'text', {
      label: { en: 'Campaign', 'zh-CN': '活动', es: 'Campaña' },
      synonyms: ['campaign name', 'ad campaign'],
    }),
    importField('kind', 'text', {
      label: { en: 'Kind', 'zh-CN': '类别', es: 'Tipo' },
      synonyms: ['cost type', 'category', 'expense type'],
    }),
    importField('amount', 'money', {
      label: { en: 'Amount', 'zh-CN': '金额', es: 'Importe' },
      synonyms: ['spend', 'cost', 'amount spent', 'budget spent'],
      required: true,
    }),
  ],
};
