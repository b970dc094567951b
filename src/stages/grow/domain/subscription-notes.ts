import type { ImportNotes, RowNote } from '#flow/intake/contracts.ts';
import { dateOf } from '#kernel/calendar.ts';
import type { SubscriptionTerms } from './subscription-row.ts';

/** What of a row does not fit together, though it was taken. `signedUpAt` (UTC ms) is when its account began, if known. */
export const subscriptionNotes = (
  label: string,
  terms: SubscriptionTerms,
  account: { signedUpAt: number | undefined; timeZone: string },
): readonly RowNote[] => {
  const note = (when: boolean, code: string, text: string): readonly RowNote[] => (when ? [{ code, text: `${label}: ${text}` }] : []);
  const { mrrMinor: mrr, arrMinor: arr, startedOn, endedOn, trial, churnFlag } = terms;
  const signedUpOn = account.signedUpAt === undefined ? null : dateOf(account.signedUpAt, account.timeZone);
  return [
    // Half a minor unit lost in each of twelve months is rounding; more is another price.
    ...note(
      mrr !== undefined && arr !== undefined && Math.abs(arr - 12 * mrr) > 6,
      'arr_is_not_12_mrr',
      `yearly ${arr}, monthly ${mrr} (minor units)`,
    ),
    ...note(endedOn === startedOn, 'ended_at_once', `starts and ends on ${startedOn}`),
    ...note(churnFlag === true && endedOn === null, 'churn_flag_without_end', 'flagged as churned, no end date'),
    ...note(churnFlag === false && typeof endedOn === 'string', 'end_without_churn_flag', `ends on ${endedOn}, not flagged as churned`),
    ...note(trial === true && (mrr ?? 0) > 0, 'trial_with_price', `a trial with a monthly value of ${mrr} (minor units)`),
    ...note(trial !== true && mrr === undefined, 'no_price', 'neither a trial nor a price'),
    ...note(
      signedUpOn !== null && startedOn < signedUpOn,
      'before_sign_up',
      `starts on ${startedOn}, the account signed up on ${signedUpOn}`,
    ),
  ];
};

/** What the notes mean, in words. */
export const SUBSCRIPTION_NOTES: ImportNotes = {
  arr_is_not_12_mrr: {
    severity: 'warning',
    message: {
      en: 'The yearly value is not twelve times the monthly one. The monthly value counts.',
      'zh-CN': '年度金额不等于月度金额的 12 倍，以月度金额为准。',
      es: 'El valor anual no es doce veces el mensual. Cuenta el mensual.',
    },
  },
  ended_at_once: {
    severity: 'info',
    message: {
      en: 'Subscriptions that end on the day they start: they never count in the MRR.',
      'zh-CN': '开始当天就结束的订阅，不计入 MRR。',
      es: 'Suscripciones que terminan el día en que empiezan: nunca cuentan en el MRR.',
    },
  },
  churn_flag_without_end: {
    severity: 'warning',
    message: {
      en: 'Flagged as churned, but without an end date: they still count as running.',
      'zh-CN': '标记为已流失，却没有结束日期：仍按有效订阅计算。',
      es: 'Marcadas como perdidas pero sin fecha de fin: siguen contando como activas.',
    },
  },
  end_without_churn_flag: {
    severity: 'info',
    message: {
      en: 'Ended, but not flagged as churned. The end date counts.',
      'zh-CN': '已结束，但未标记为流失，以结束日期为准。',
      es: 'Terminadas, pero sin marcar como perdidas. Cuenta la fecha de fin.',
    },
  },
  trial_with_price: {
    severity: 'warning',
    message: {
      en: 'Trials with a price: a trial counts nothing in the MRR until it converts.',
      'zh-CN': '试用订阅带有价格：转为付费之前不计入 MRR。',
      es: 'Pruebas con precio: una prueba no cuenta en el MRR hasta que se convierte.',
    },
  },
  no_price: {
    severity: 'warning',
    message: {
      en: 'Neither a trial nor a price: they count 0 in the MRR.',
      'zh-CN': '既非试用也没有价格：在 MRR 中按 0 计算。',
      es: 'Ni prueba ni precio: cuentan 0 en el MRR.',
    },
  },
  before_sign_up: {
    severity: 'warning',
    message: {
      en: 'Subscriptions that start before their account signed up.',
      'zh-CN': '订阅开始日期早于客户注册日期。',
      es: 'Suscripciones que empiezan antes del alta de su cuenta.',
    },
  },
  changed_from_today: {
    severity: 'info',
    message: {
      en: 'Plan, seats or price changed since the last import and the file does not say when: taken as valid from today.',
      'zh-CN': '自上次导入后套餐、席位或价格有变，文件未注明日期：视为从今天起生效。',
      es: 'El plan, las licencias o el precio cambiaron desde la última importación sin fecha en el archivo: valen desde hoy.',
    },
  },
};
