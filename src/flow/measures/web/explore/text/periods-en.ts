/** Periods: what they are called, the which one in their order, and so many of them. */
export const enPeriods = {
  interval: { hour: 'Hour', day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
  nth: {
    hour: 'Hour {{n}}',
    day: 'Day {{n}}',
    week: 'Week {{n}}',
    month: 'Month {{n}}',
    quarter: 'Quarter {{n}}',
    year: 'Year {{n}}',
  },
  span: {
    hour_one: '{{count, number}} hour',
    hour_other: '{{count, number}} hours',
    day_one: '{{count, number}} day',
    day_other: '{{count, number}} days',
    week_one: '{{count, number}} week',
    week_other: '{{count, number}} weeks',
    month_one: '{{count, number}} month',
    month_other: '{{count, number}} months',
    quarter_one: '{{count, number}} quarter',
    quarter_other: '{{count, number}} quarters',
    year_one: '{{count, number}} year',
    year_other: '{{count, number}} years',
    period_one: '{{count, number}} period',
    period_other: '{{count, number}} periods',
  },
} as const;
