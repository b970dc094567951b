import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const zhCN: Translation<typeof en, 'zh-CN'> = {
  lead: '其他币种的收入按固定汇率折算为 {{currency}}，因此数字的变化总是来自客户，而不是汇市。',
  rate: '1 {{code}} 折合 {{currency}}',
  remove: '移除 {{code}}',
  add: '添加币种',
  addHint: '客户付款所用的币种。',
  none: '还没有汇率，目前只统计以 {{currency}} 支付的收入。',
  missing_other: '有 {{count, number}} 个 {{code}} 订阅因为没有汇率，未计入任何合计。',
  give: '填写 {{code}} 汇率',
  wrong: '请输入大于 0 的数字，小数点用“.”：1.085',
  again: '已保存。阶段、指标和健康度正按新汇率重新计算。',
};
