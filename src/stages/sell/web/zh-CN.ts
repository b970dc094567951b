import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const zhCN: Translation<typeof en, 'zh-CN'> = {
  notes: '备注',
  noNotes: '还没有备注。',
  write: '下一位同事需要知道什么？',
  save: '写下',
  deleted: '备注已删除',
  delete: '删除这条备注',
  deals: '商机',
  allDeals_other: '全部 {{count, number}} 个商机',
  status: { open: '进行中', won: '赢单', lost: '输单' },
};
