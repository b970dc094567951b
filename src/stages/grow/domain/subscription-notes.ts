import type { ImportNotes, RowNote } from '#flow/intake/contracts.ts';
import { dateOf } from '#kernel/calendar.ts';
import type { Said } from '#kernel/saying.ts';
import { GROW_SAYS } from './grow-sayings.ts';
import type { SubscriptionTerms } from './subscription-row.ts';

/** What of a row does not fit together, though it was taken. `signedUpAt` (UTC ms) is when its account began, if known. */
export const subscriptionNotes = (
  label: string,
  terms: SubscriptionTerms,
  account: { signedUpAt: number | undefined; timeZone: string },
): readonly RowNote[] => {
  const { mrrMinor: mrr, arrMinor: arr, startedOn, endedOn, trial, churnFlag, currency } = terms;
  const signedUpOn = account.signedUpAt === undefined ? null : dateOf(account.signedUpAt, account.timeZone);
  const money = (amountMinor: number) => ({ amountMinor, currency });
  const notes: RowNote[] = [];
  const note = (code: string, text: Said): void => void notes.push({ code, text });
  // Half a minor unit lost in each of twelve months is rounding; more is another price.
  if (mrr !== undefined && arr !== undefined && Math.abs(arr - 12 * mrr) > 6)
    note('arr_is_not_12_mrr', GROW_SAYS.subscription_year_and_month({ label, yearly: money(arr), monthly: money(mrr) }));
  if (endedOn === startedOn) note('ended_at_once', GROW_SAYS.subscription_of_a_day({ label, startedOn }));
  if (churnFlag === true && endedOn === null) note('churn_flag_without_end', GROW_SAYS.subscription_flagged_running({ label }));
  if (churnFlag === false && typeof endedOn === 'string')
    note('end_without_churn_flag', GROW_SAYS.subscription_ended_unflagged({ label, endedOn }));
  if (trial === true && mrr !== undefined && mrr > 0)
    note('trial_with_price', GROW_SAYS.subscription_priced_trial({ label, monthly: money(mrr) }));
  if (trial !== true && mrr === undefined) note('no_price', GROW_SAYS.subscription_priceless({ label }));
  if (signedUpOn !== null && startedOn < signedUpOn)
    note('before_sign_up', GROW_SAYS.subscription_before_sign_up({ label, startedOn, signedUpOn }));
  return notes;
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
