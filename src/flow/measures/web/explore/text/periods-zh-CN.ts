/** Periods: what they are called, the which one in their order, and so many of them. */
export const zhCNPeriods = {
  interval: { hour: '小时', day: '天', week: '周', month: '月', quarter: '季度', year: '年' },
  nth: {
    hour: '第 {{n}} 小时',
    day: '第 {{n}} 天',
    week: '第 {{n}} 周',
    month: '第 {{n}} 月',
    quarter: '第 {{n}} 季',
    year: '第 {{n}} 年',
  },
  span: {
    hour_other: '{{count, number}} 小时',
    day_other: '{{count, number}} 天',
    week_other: '{{count, number}} 周',
    month_other: '{{count, number}} 个月',
    quarter_other: '{{count, number}} 个季度',
    year_other: '{{count, number}} 年',
    period_other: '{{count, number}} 个周期',
  },
} as const;
