import { addDays, startOfDate } from '#kernel/calendar.ts';
import { RECORD_FACT_PREFIXES } from '#kernel/record-facts.ts';
import type { PlannedNames } from '../domain/tracking-plan/merged-names.ts';
import { accountScope, BELONGING_PERSON, belongingPart, STANDING_ACCOUNT } from './account-scope.ts';
import { type Bind, bindings, type Statement, withParts } from './statement.ts';
import { beliefsPart, changesPart, type MoneyScope, phasesPart } from './subscription-parts.ts';

/** How an account began as a customer, and until when its first life lasted. Dates are local. */
export interface LifeRow {
  readonly account: number;
  readonly began: string;
  readonly ended: string | null;
  readonly plan: string;
  readonly seats: number | null;
  readonly term: string;
}

/** The first life of every customer that began before the end of what is observed, by account. */
export const firstLives = (scope: MoneyScope): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(scope, bind);
  return {
    sql: `${withParts([...accounts.parts, ...livesParts(scope, bind)])}select account, toString(began) as began, if(ended is null, null, toString(ended)) as ended,
    plan, seats, term from lives ${accounts.join} where ${accounts.where} order by account`,
    params,
  };
};

/** Whose first days are counted: customers that began within these dates (both included), and how many days the windows have, ascending. */
export interface EarlyQuestion {
  readonly scope: MoneyScope;
  readonly from: string;
  readonly to: string;
  readonly windows: readonly number[];
  readonly zone: string;
  readonly names: PlannedNames;
}

/** For each event, and each feature that it names: per account how often, and by how many people, within each window; zeros are left out. */
export interface EarlyRow {
  readonly event: string;
  /** Null: the event whatever its feature. */
  readonly feature: string | null;
  /** [account, times within each window, people within each window] */
  readonly accounts: readonly (readonly [number, readonly number[], readonly number[]])[];
}

/** What did customers do in their first days, from the midnight of the first paid day on? Facts that tell of records are nobody's doing. */
export const earlyDoings = ({ scope, from, to, windows, zone, names }: EarlyQuestion): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(scope, bind);
  const longest = Math.max(...windows);
  const dates = datesBetween(from, addDays(to, longest));
  const midnights = bind(
    'Array(Int64)',
    dates.map((date) => startOfDate(date, zone)),
  );
  const [first, last] = [dates[0]!, dates.at(-1)!].map((date) => bind('DateTime64(3)', new Date(startOfDate(date, zone))));
  const began = bind('String', from, 'from');
  const nth = `dateDiff('day', toDate32(${began}), began) + 1`;
  const until = windows.map((days) => `${midnights}[${nth} + ${Math.trunc(days)}]`);
  const ends = windows.map((_, index) => `moment < untils[${index + 1}]`);
  const sql = `${withParts([
    ...accounts.parts,
    belongingPart(),
    ...livesParts(scope, bind),
    `starters as (select account as starter, ${midnights}[${nth}] as begins, [${until.join(', ')}] as untils
      from lives where began >= toDate32(${began}) and began <= toDate32(${bind('String', to)}))`,
  ])}`;
  return {
    sql: `${sql}select event, if(is_all = 1, null, feature) as feature, groupArray((account, times, people)) as accounts from (
    select event, toString(feature) as feature, grouping(feature) as is_all, account, [${ends.map((end) => `countIf(${end})`).join(', ')}] as times,
      [${ends.map((end) => `uniqExactIf(person, person != 0 and ${end})`).join(', ')}] as people
    from (select ${wholeName(names, bind)} as event, feature, ${STANDING_ACCOUNT} as account, ${BELONGING_PERSON} as person, toUnixTimestamp64Milli(at) as moment
      from events where ws = {ws:UInt32} and not arrayExists(prefix -> startsWith(event, prefix), ${bind('Array(String)', RECORD_FACT_PREFIXES)})
        and known <= {asOf:DateTime64(3)} and at >= ${first} and at < ${last}${
          names.hidden.length === 0 ? '' : ` and ${wholeName(names, bind)} not in ${bind('Array(String)', names.hidden)}`
        }) as done
    join starters on starters.starter = account where moment >= begins and moment < untils[-1]
    group by grouping sets ((event, feature, account), (event, account))
  ) where is_all = 1 or feature != '' group by event, feature, is_all order by event, feature nulls first`,
    params,
  };
};

// What an event counts as: a merged name is its whole.
const wholeName = ({ merged }: PlannedNames, bind: Bind): string =>
  merged.size === 0
    ? 'toString(events.event)'
    : `transform(toString(events.event), ${bind('Array(String)', [...merged.keys()])}, ${bind('Array(String)', [...merged.values()])}, toString(events.event))`;

// A life ends on the first date on which nothing is paid any more.
const livesParts = (scope: MoneyScope, bind: Bind): readonly string[] => {
  bind('String', scope.observedThrough, 'observed');
  return [
    beliefsPart(bind),
    phasesPart(scope, bind),
    changesPart(),
    `begins as (select account as starter, min(starts) as began, argMin(plan, (starts, -amount)) as plan, argMin(seats, (starts, -amount)) as seats, argMin(term, (starts, -amount)) as term
      from phases group by account)`,
    `ends as (select account as ender, arraySort(groupArray((date, change))) as steps,
      arrayFirst((step, paid) -> paid <= 0, steps, arrayCumSum(arrayMap(step -> step.2, steps))).1 as first_unpaid from changes group by account)`,
    `lives as (select starter as account, began, plan, seats, term, if(first_unpaid <= began, null, first_unpaid) as ended from begins join ends on ends.ender = begins.starter)`,
  ];
};

const datesBetween = (from: string, to: string): readonly string[] => {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
};
