import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const zhCN: Translation<typeof en, 'zh-CN'> = {
  churnBy: { channel: '提问：哪个渠道带来的客户容易流失', plan: '提问：哪个套餐的客户容易流失' },
  title: '订阅',
  none: '还没有订阅。可以导入，或连接计费系统。',
  line: 'MRR 走势',
  mrr: 'MRR',
  since: '自 {{day}} 起',
  span: '{{from}} – {{to}}',
  ended: '已结束',
  trial: '试用',
  running: '有效',
  renews: '{{day}} 续费',
  seats_other: '{{count}} 个席位',
  all: '显示全部 {{count}} 个',
  hidden: '金额只对有权查看的人显示。',
};
