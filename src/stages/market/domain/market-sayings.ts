import { sayings } from '#kernel/saying.ts';

/** What is said of rows that cannot be spend, and what is odd about spend that was imported. */
export const MARKET_SAYS = sayings({
  spend_ends_before_start: {
    en: [
      'The period ends on {toOn:date}, before it begins on {fromOn:date}.',
      'Correct one of the dates; if day and month are swapped, choose the other date order.',
    ],
    'zh-CN': ['期间的结束日期 {toOn:date} 早于开始日期 {fromOn:date}。', '请改正其中一个日期；如果日和月颠倒了，请选择另一种日期顺序。'],
    es: [
      'El periodo termina el {toOn:date}, antes de empezar el {fromOn:date}.',
      'Corrige una de las fechas; si el día y el mes están cambiados, elige el otro orden de fecha.',
    ],
  },
  spend_below_zero: {
    en: ['{channel}, {fromOn:date}: {amount:money}'],
    'zh-CN': ['{channel}，{fromOn:date}：{amount:money}'],
    es: ['{channel}, {fromOn:date}: {amount:money}'],
  },
});
