import { sayings } from '#kernel/saying.ts';

/** What is said of a timeline that cannot be shown as somebody asks. */
export const FACT_SAYS = sayings({
  fact_group_unknown: {
    en: ['One of the groups does not exist.', 'Name one or more of {groups:names}.'],
    'zh-CN': ['其中有不存在的分组。', '请写明以下一个或多个：{groups:names}。'],
    es: ['Uno de los grupos no existe.', 'Indica uno o varios de {groups:names}.'],
  },
});
