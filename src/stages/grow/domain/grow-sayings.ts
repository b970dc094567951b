import { sayings } from '#kernel/saying.ts';

/** What is said of rows that cannot be subscriptions, and what is odd about subscriptions and churn that were imported. */
export const GROW_SAYS = sayings({
  subscription_ends_before_start: {
    en: [
      'It ends on {endedOn:date}, before it starts on {startedOn:date}.',
      'Correct one of the dates; if day and month are swapped, choose the other date order.',
    ],
    'zh-CN': ['结束日期 {endedOn:date} 早于开始日期 {startedOn:date}。', '请改正其中一个日期；如果日和月颠倒了，请选择另一种日期顺序。'],
    es: [
      'Termina el {endedOn:date}, antes de empezar el {startedOn:date}.',
      'Corrige una de las fechas; si el día y el mes están cambiados, elige el otro orden de fecha.',
    ],
  },
  currency_code_unknown: {
    en: ['“{currency}” is not the code of a currency.', 'Use a code of ISO 4217 such as USD, EUR or CNY.'],
    'zh-CN': ['“{currency}”不是货币代码。', '请使用 ISO 4217 代码，如 CNY、USD 或 EUR。'],
    es: ['«{currency}» no es el código de una moneda.', 'Usa un código ISO 4217 como EUR, USD o CNY.'],
  },
  frequency_unreadable: {
    en: ['“{frequency}” is not a billing frequency that can be read.', 'Write monthly, quarterly or annual.'],
    'zh-CN': ['无法识别计费周期“{frequency}”。', '请填写：月付、季付或年付。'],
    es: ['«{frequency}» no es una frecuencia de cobro que se pueda leer.', 'Escribe mensual, trimestral o anual.'],
  },
  subscription_year_and_month: {
    en: ['{label}: yearly {yearly:money}, monthly {monthly:money}'],
    'zh-CN': ['{label}：每年 {yearly:money}，每月 {monthly:money}'],
    es: ['{label}: {yearly:money} al año, {monthly:money} al mes'],
  },
  subscription_of_a_day: {
    en: ['{label}: starts and ends on {startedOn:date}'],
    'zh-CN': ['{label}：{startedOn:date} 开始，当天结束'],
    es: ['{label}: empieza y termina el {startedOn:date}'],
  },
  subscription_flagged_running: {
    en: ['{label}: flagged as churned, no end date'],
    'zh-CN': ['{label}：标记为已流失，没有结束日期'],
    es: ['{label}: marcada como perdida, sin fecha de fin'],
  },
  subscription_ended_unflagged: {
    en: ['{label}: ends on {endedOn:date}, not flagged as churned'],
    'zh-CN': ['{label}：{endedOn:date} 结束，未标记为流失'],
    es: ['{label}: termina el {endedOn:date}, sin marcar como perdida'],
  },
  subscription_priced_trial: {
    en: ['{label}: a trial with a monthly value of {monthly:money}'],
    'zh-CN': ['{label}：试用，但每月金额为 {monthly:money}'],
    es: ['{label}: una prueba con un valor mensual de {monthly:money}'],
  },
  subscription_priceless: {
    en: ['{label}: neither a trial nor a price'],
    'zh-CN': ['{label}：既非试用也没有价格'],
    es: ['{label}: ni prueba ni precio'],
  },
  subscription_before_sign_up: {
    en: ['{label}: starts on {startedOn:date}, the account signed up on {signedUpOn:date}'],
    'zh-CN': ['{label}：{startedOn:date} 开始，客户 {signedUpOn:date} 才注册'],
    es: ['{label}: empieza el {startedOn:date}, la cuenta se dio de alta el {signedUpOn:date}'],
  },
  subscription_changed: {
    en: ['{id}: {before:said} → {after:said}'],
    'zh-CN': ['{id}：{before:said} → {after:said}'],
    es: ['{id}: {before:said} → {after:said}'],
  },
  terms_priced: {
    en: ['{plan}, {seats:number} seats, {monthly:money}'],
    'zh-CN': ['{plan}，{seats:number} 席位，{monthly:money}'],
    es: ['{plan}, {seats:number} licencias, {monthly:money}'],
  },
  terms_on_trial: {
    en: ['{plan}, {seats:number} seats, trial'],
    'zh-CN': ['{plan}，{seats:number} 席位，试用'],
    es: ['{plan}, {seats:number} licencias, prueba'],
  },
  terms_priced_without_seats: {
    en: ['{plan}, {monthly:money}'],
    'zh-CN': ['{plan}，{monthly:money}'],
    es: ['{plan}, {monthly:money}'],
  },
  terms_on_trial_without_seats: { en: ['{plan}, trial'], 'zh-CN': ['{plan}，试用'], es: ['{plan}, prueba'] },
  churned_before_sign_up: {
    en: ['{churn}: churned on {churnedOn:date}, signed up on {signedUpOn:date}'],
    'zh-CN': ['{churn}：{churnedOn:date} 流失，{signedUpOn:date} 才注册'],
    es: ['{churn}: perdida el {churnedOn:date}, alta el {signedUpOn:date}'],
  },
});
