import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const zhCN: Translation<typeof en, 'zh-CN'> = {
  for: '针对谁',
  whole: '整个客户',
  role: '其人员：{{role}}',
  unused: '最近 90 天内，此角色的人员没有任何功能用满五次。',
  title: '下一步可以用什么',
  reason: '最相似的 {{neighbours}} 个成功客户中有 {{using}} 个在用',
  shared: '与此客户一样，他们也用 {{features}}',
  popular: '{{neighbours}} 家成功客户中有 {{using}} 家的此角色人员在使用：按受欢迎程度推荐，因为相似客户在此并不更准',
  like: '例如',
  none: '与其相似的成功客户所用的功能，该客户都已在用。',
  few: '有 {{least}} 个成功客户使用产品后才会给出建议；目前有 {{count}} 个。',
  ofRole: '依据同一角色（{{role}}）的其他人所用的功能',
  personReason: '在与其客户最相似的 {{neighbours}} 家成功客户中，有 {{using}} 家的同角色人员在用',
  personPopular: '{{neighbours}} 家成功客户中有 {{using}} 家的同角色人员在用：按受欢迎程度排列',
  personShared: '与此人一样，他们也用 {{features}}',
  personNone: '成功客户的同角色人员所用的功能，此人都已在用。',
  fewOfRole: '有 {{least}} 家成功客户的同角色人员使用产品后才会给出建议；目前有 {{count}} 家。',
};
