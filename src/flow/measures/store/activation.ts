import type { Milestone } from '#kernel/activation.ts';
import { addDays, startOfDate } from '#kernel/calendar.ts';
import { accountScope, BELONGING_PERSON, belongingPart, STANDING_ACCOUNT } from './account-scope.ts';
import { conditionSql } from './condition-sql.ts';
import { pageSql, sliceTest } from './paging.ts';
import { quantileBounds } from './quantile-bounds.ts';
import { type Bind, bindings, type Statement, withParts } from './statement.ts';
import { beliefsPart, type MoneyScope, phasesPart } from './subscription-parts.ts';

export interface ActivationQuestion {
  readonly scope: MoneyScope;
  /** Whichever is reached first. */
  readonly milestones: readonly Milestone[];
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

const customerParts = ({ scope, milestones, zone }: ActivationQuestion, range: DateWindow, bind: Bind): readonly string[] => {
  // Local midnights come from the calendar: the engine would place those that clocks skipped elsewhere.
  const longest = Math.max(...milestones.map(daysOf));
  const dates = datesOf(range, longest);
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
    `starters as (select account as starter, min(starts) as first_paid, ${midnights}[${nth}] as begins, ${midnights}[${nth} + ${Math.trunc(longest)}] as deadline
      from phases group by account having first_paid >= ${from} and first_paid < toDate32(${bind('String', range.to)}))`,
    belongingPart(),
    ...milestones.map((milestone, index) => {
      const until = `${midnights}[dateDiff('day', ${from}, starters.first_paid) + 1 + ${Math.trunc(daysOf(milestone))}]`;
      return reachedPart(milestone, { name: `reached_${index}`, until, ends, asOf: scope.asOf }, bind);
    }),
    `reached as (${milestones.map((_, index) => `select * from reached_${index}`).join(' union all ')})`,
    `customers as (select starter as account, first_paid, deadline <= toUnixTimestamp64Milli({asOf:DateTime64(3)}) as is_mature,
      if(soonest is null, null, (soonest - begins) / 86400000) as days
      from starters left join (select user, toNullable(min(moment)) as soonest from reached group by user) as firsts on firsts.user = starter)`,
  ];
};

// A milestone without a deadline is looked for in the first days; later ones are no activation any more.
const daysOf = ({ withinDays }: Milestone): number => withinDays ?? OPEN_DAYS;
const OPEN_DAYS = 90;
// An account's facts are read up to so many: more than any rule may count.
const MOST_TIMES = 10_000;

interface Reaching {
  readonly name: string;
  /** The instant, as SQL, by which a starter must have reached it. */
  readonly until: string;
  readonly ends: readonly string[];
  readonly asOf: number;
}

/** When did each starter reach the milestone: the later of its n-th fact and of the first fact of its n-th person. */
const reachedPart = (milestone: Milestone, { name, until, ends, asOf }: Reaching, bind: Bind): string => {
  const times = Math.trunc(Math.min(milestone.times, MOST_TIMES));
  const people = Math.trunc(milestone.people);
  const read = { field: propertySql(bind), isNumber: () => false, bind, now: asOf };
  const where = milestone.where === null ? '' : ` and ${conditionSql(milestone.where, read)}`;
  const firsts = people > 1 ? `groupArraySorted(${people})(first_of_person)` : 'groupArraySorted(1)(first_of_person)';
  const within = [
    milestone.from === null ? '' : ` and moment >= ${bind('Int64', milestone.from)}`,
    milestone.until === null ? '' : ` and moment < ${bind('Int64', milestone.until)}`,
  ].join('');
  return `${name} as (select user, moment from (
      select user, arraySort(arrayFlatten(groupArray(moments)))[${times}] as nth, ${firsts}[${people}] as nth_person, greatest(nth, nth_person) as moment from (
        select account as user, person, groupArraySorted(${times})(moment) as moments, if(person = 0 and ${people} > 1, null, min(moment)) as first_of_person
        from (select ${STANDING_ACCOUNT} as account, ${BELONGING_PERSON} as person, toUnixTimestamp64Milli(at) as moment from events where ws = {ws:UInt32} and event in ${bind('Array(String)', milestone.events)}
          and known <= {asOf:DateTime64(3)} and at >= ${ends[0]} and at < ${ends[1]} and at <= {asOf:DateTime64(3)}${where}) as used
        join starters on starters.starter = account where moment >= begins and moment < ${until} group by account, person
      ) group by user having nth > 0 and nth_person > 0
    ) where true${within})`;
};

// Properties that the event store keeps in columns of their own.
const COLUMNS: ReadonlySet<string> = new Set(['feature', 'path', 'channel']);
const propertySql =
  (bind: Bind) =>
  (field: string): string =>
    COLUMNS.has(field) ? `toString(${field})` : `props[${bind('String', field)}]`;

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
