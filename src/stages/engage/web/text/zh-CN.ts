import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const zhCN: Translation<typeof en, 'zh-CN'> = {
  for: '针对谁',
  whole: '整个客户',
  role: '该客户的{{role}}',
  unused: '最近 90 天内，这个角色没有任何功能用满五次。',
  title: '下一步可以用什么',
  reason: '最相似的 {{neighbours}} 家成功客户中有 {{using}} 家在用',
  shared: '与此客户一样，他们也用 {{features}}',
  popular: '{{neighbours}} 家成功客户中有 {{using}} 家的同角色人员在用：按普及程度推荐，因为这里参考相似客户并不会更准',
  like: '例如',
  none: '相似的成功客户在用的功能，这家客户都已在用。',
  few: '至少要有 {{least}} 家成功客户在用产品，才能给出建议；目前有 {{count}} 家。',
  ofRole: '依据同一角色（{{role}}）的其他人所用的功能',
  personReason: '在与其客户最相似的 {{neighbours}} 家成功客户中，有 {{using}} 家的同角色人员在用',
  personPopular: '{{neighbours}} 家成功客户中有 {{using}} 家的同角色人员在用：按普及程度推荐',
  personShared: '与此人一样，他们也用 {{features}}',
  personNone: '成功客户的同角色人员在用的功能，此人都已在用。',
  fewOfRole: '至少要有 {{least}} 家成功客户的同角色人员在用产品，才能给出建议；目前有 {{count}} 家。',
};
