import { addDays, startOfDate } from '#kernel/calendar.ts';
import { accountScope, STANDING_ACCOUNT } from './account-scope.ts';
import { pageSql, sliceTest } from './paging.ts';
import { quantileBounds } from './quantile-bounds.ts';
import { type Bind, bindings, type Statement, withParts } from './statement.ts';
import { beliefsPart, type MoneyScope, phasesPart } from './subscription-parts.ts';

/** What a customer must have done, how often, within how many local days of the first paid day (that day included). */
export interface Milestone {
  readonly events: readonly string[];
  readonly times: number;
  readonly withinDays: number;
}

export interface ActivationQuestion {
  readonly scope: MoneyScope;
  readonly milestone: Milestone;
  readonly zone: string;
}

/** The customers of a window of first paid days: how many had their whole time, how many of those activated, and in how many days. */
export interface ActivationCount {
  readonly slice: string;
  readonly w: number;
  readonly customers: number;
  readonly mature: number;
  readonly activated: number;
  readonly quantile: number;
  readonly low: number;
  readonly high: number;
}

/** Local dates, the end exclusive. */
export interface DateWindow {
  readonly from: string;
  readonly to: string;
}

/** Of the customers whose first paid day lies in each window, who reached the milestone in time? Who still has time is in no share. */
export const activationCounts = (question: ActivationQuestion, windows: readonly DateWindow[]): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(question.scope, bind);
  const froms = bind('Array(Date32)', windows.map(fromOf));
  const tos = bind('Array(Date32)', windows.map(toOf));
  const bounds = quantileBounds('activated', 0.5);
  const sql = `${withParts([...accounts.parts, ...customerParts(question, rangeOf(windows), bind)])}select if(is_all = 1, '*', slice) as slice, w, customers, mature, activated,
    if(activated = 0, 0, quantile) as quantile,
    ${bounds.low} as low, ${bounds.high} as high
  from (
    select slice, w, grouping(slice) as is_all, count() as customers, countIf(is_mature) as mature, countIf(is_mature and days is not null) as activated,
      quantileExactInclusiveIf(0.5)(assumeNotNull(days), is_mature and days is not null) as quantile,
      arraySort(groupArrayIf(assumeNotNull(days), is_mature and days is not null)) as ordered
    from (
      select ${accounts.slice} as slice, is_mature, days, w from customers
      array join arrayFilter((w, first_date, end_date) -> first_date <= first_paid and first_paid < end_date, arrayEnumerate(${froms}), ${froms}, ${tos}) as w
      ${accounts.join} where ${accounts.where}
    ) as counted group by grouping sets ((slice, w), (w))
  ) order by slice, w`;
  return { sql, params };
};

/** Which customers started in the window, and after how many days did each activate? Those without come first, then the slowest. */
export const activationRows = (
  question: ActivationQuestion,
  part: { readonly window: DateWindow; readonly slice: string | null; readonly offset: number; readonly limit: number },
): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(question.scope, bind);
  const sql = `${withParts([...accounts.parts, ...customerParts(question, part.window, bind)])}select account, toString(first_paid) as date, days as value,
    multiIf(days is not null, 'activated', is_mature, 'not_activated', 'has_time') as label
  from customers ${accounts.join} where ${accounts.where} and ${sliceTest(accounts.slice, part.slice, bind)}
  order by days is null desc, days desc, account ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params };
};

const customerParts = ({ scope, milestone, zone }: ActivationQuestion, range: DateWindow, bind: Bind): readonly string[] => {
  // Local midnights come from the calendar: the engine would place those that clocks skipped elsewhere.
  const dates = datesOf(range, milestone.withinDays);
  const midnights = bind(
    'Array(Int64)',
    dates.map((date) => startOfDate(date, zone)),
  );
  const from = `toDate32(${bind('String', range.from)})`;
  const nth = `dateDiff('day', ${from}, first_paid) + 1`;
  const ends = [dates[0]!, dates.at(-1)!].map((date) => bind('DateTime64(3)', new Date(startOfDate(date, zone))));
  return [
    beliefsPart(bind),
    phasesPart(scope, bind),
    `starters as (select account as starter, min(starts) as first_paid, ${midnights}[${nth}] as begins, ${midnights}[${nth} + ${bind('UInt32', milestone.withinDays)}] as deadline
      from phases group by account having first_paid >= ${from} and first_paid < toDate32(${bind('String', range.to)}))`,
    `uses as (select account as user, groupArraySorted(${Math.trunc(milestone.times)})(moment) as moments
      from (select ${STANDING_ACCOUNT} as account, toUnixTimestamp64Milli(at) as moment from events where ws = {ws:UInt32} and event in ${bind('Array(String)', milestone.events)}
        and known <= {asOf:DateTime64(3)} and at >= ${ends[0]} and at < ${ends[1]} and at <= {asOf:DateTime64(3)}) as used
      join starters on starters.starter = account where moment >= begins and moment < deadline group by account)`,
    `customers as (select starter as account, first_paid, deadline <= toUnixTimestamp64Milli({asOf:DateTime64(3)}) as is_mature,
      if(length(moments) >= ${bind('UInt32', milestone.times)}, (moments[-1] - begins) / 86400000, null) as days
      from starters left join uses on uses.user = starter)`,
  ];
};

const datesOf = ({ from, to }: DateWindow, more: number): readonly string[] => {
  const dates: string[] = [];
  for (let date = from; date <= addDays(to, more); date = addDays(date, 1)) dates.push(date);
  return dates;
};

const fromOf = (window: DateWindow): string => window.from;
const toOf = (window: DateWindow): string => window.to;
const rangeOf = (windows: readonly DateWindow[]): DateWindow => ({
  from: windows.map(fromOf).sort()[0]!,
  to: windows.map(toOf).sort().at(-1)!,
});
