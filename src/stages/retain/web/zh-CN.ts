import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const zhCN: Translation<typeof en, 'zh-CN'> = {
  title: '工单',
  none: '还没有工单。',
  open: '未关闭',
  closed: '已关闭',
  escalated: '已升级',
  priority: { low: '低', medium: '中', high: '高', urgent: '紧急' },
  unnamed: '工单 {{id}}',
  rated: '{{score}} / 5',
  all: '显示全部 {{count}} 个',
};
