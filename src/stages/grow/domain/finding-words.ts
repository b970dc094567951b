import type { Words } from '#kernel/words.ts';

/** What the comparisons of subscriptions, churn records and accounts say, in words. */
export const FINDING_WORDS = {
  several_running: {
    en: 'Accounts with several subscriptions running at once. Their MRR is the sum.',
    'zh-CN': '同时拥有多个有效订阅的客户，其 MRR 为各订阅之和。',
    es: 'Cuentas con varias suscripciones activas a la vez. Su MRR es la suma.',
  },
  churn_without_end: {
    en: 'Churn records without a subscription of the account that ended within 30 days of them. Revenue follows the subscriptions, so these do not show as lost MRR.',
    'zh-CN': '有流失记录，但该客户前后 30 天内没有订阅结束。收入以订阅为准，因此这些不计为流失 MRR。',
    es: 'Bajas registradas sin ninguna suscripción de la cuenta terminada en los 30 días de alrededor. Los ingresos siguen a las suscripciones: no aparecen como MRR perdido.',
  },
  end_without_churn: {
    en: 'Subscriptions that ended without a churn record within 30 days: nobody wrote down why.',
    'zh-CN': '订阅已结束，但前后 30 天内没有流失记录：没有人记下原因。',
    es: 'Suscripciones terminadas sin una baja registrada en los 30 días de alrededor: nadie anotó el motivo.',
  },
  reactivations: {
    en: 'Churn records of accounts that had come back before.',
    'zh-CN': '曾经回流过的客户的流失记录。',
    es: 'Bajas de cuentas que ya habían vuelto antes.',
  },
  flagged_but_running: {
    en: 'Accounts flagged as churned whose subscriptions still run. The subscriptions count.',
    'zh-CN': '客户标记为已流失，但仍有有效订阅，以订阅为准。',
    es: 'Cuentas marcadas como perdidas con suscripciones activas. Cuentan las suscripciones.',
  },
  flagged_without_churn: {
    en: 'Accounts flagged as churned without any churn record.',
    'zh-CN': '客户标记为已流失，却没有任何流失记录。',
    es: 'Cuentas marcadas como perdidas sin ninguna baja registrada.',
  },
  churn_without_flag: {
    en: 'Accounts with a churn record that are not flagged as churned.',
    'zh-CN': '有流失记录，但客户未标记为已流失。',
    es: 'Cuentas con una baja registrada que no están marcadas como perdidas.',
  },
} satisfies Readonly<Record<string, Words>>;
