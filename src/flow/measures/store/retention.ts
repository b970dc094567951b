import { accountScope, BELONGING_PERSON, belongingPart, type Scope, STANDING_ACCOUNT } from './account-scope.ts';
import { pageSql, sliceTest } from './paging.ts';
import { type Bind, bindings, type Statement, withParts } from './statement.ts';

export interface RetentionQuestion {
  readonly scope: Scope;
  readonly start: readonly string[];
  readonly back: readonly string[];
  readonly unit: 'account' | 'person';
  /** The instants (UTC ms) at which calendar periods begin, and the end of the last: cohorts are the first `cohorts` of them. */
  readonly bounds: readonly number[];
  readonly cohorts: number;
}

/** How many units of a cohort (its period, from 1) were back in a later period (0 is their own); `n` = -1 is the size of the cohort. */
export interface RetentionCell {
  readonly slice: string;
  readonly cohort: number;
  readonly n: number;
  readonly units: number;
}

/** Of the units that did something for the first time ever in a period, how many came back in it and in each later one? */
export const retentionCells = (question: RetentionQuestion): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(question.scope, bind);
  const sql = `${withParts([...accounts.parts, ...unitParts(question, bind)])}select ${accounts.slice} as slice, cohort, n, count() as units
  from units array join arrayPushFront(back, -1) as n ${accounts.join} where ${accounts.where}
  group by slice, cohort, n order by slice, cohort, n`;
  return { sql, params };
};

/** Who is in a cohort, and in how many periods was each back? The most faithful first. */
export const retentionRows = (
  question: RetentionQuestion,
  part: { readonly cohort: number | null; readonly slice: string | null; readonly offset: number; readonly limit: number },
): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(question.scope, bind);
  const cohort = part.cohort === null ? 'true' : `cohort = ${bind('UInt32', part.cohort)}`;
  const sql = `${withParts([...accounts.parts, ...unitParts(question, bind)])}select account, ${question.unit === 'person' ? 'unit' : '0'} as person, '' as label,
    started as latest, toNullable(toFloat64(length(back))) as value
  from units ${accounts.join} where ${cohort} and ${accounts.where} and ${sliceTest(accounts.slice, part.slice, bind)}
  order by value desc, unit ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params };
};

// One fact cannot be start and return at once: only facts after the first start count, in the order (at, id), which `moment` holds as one number.
const unitParts = ({ start, back, unit, bounds, cohorts }: RetentionQuestion, bind: Bind): readonly string[] => {
  const cuts = bind('Array(Int64)', bounds);
  const of = unit === 'person' ? BELONGING_PERSON : STANDING_ACCOUNT;
  const facts = (events: readonly string[], since: string): string =>
    `(select ${of} as unit, ${STANDING_ACCOUNT} as account, at, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at)), 64) + id as moment
        from events where ws = {ws:UInt32} and event in ${bind('Array(String)', events)} and known <= {asOf:DateTime64(3)} and at <= {asOf:DateTime64(3)} and ${since}) as facts`;
  const begin = `fromUnixTimestamp64Milli(${cuts}[1], 'UTC')`;
  const period = (at: string): string => `toUInt16(indexOf(${cuts}, roundDown(toUnixTimestamp64Milli(${at}), ${cuts})))`;
  return [
    ...(unit === 'person' ? [belongingPart()] : []),
    `starters as (select unit as starter, argMin(account, moment) as home, min(at) as started, min(moment) as first, ${period('started')} as cohort
      from ${facts(start, 'true')} where unit != 0 group by unit having started >= ${begin} and cohort <= ${bind('UInt32', cohorts)})`,
    `returns as (select unit as returner, groupUniqArray(${period('at')}) as periods
      from ${facts(back, `at >= ${begin}`)} join starters on starters.starter = unit where moment > first group by unit)`,
    `units as (select starter as unit, home as account, started, toInt64(cohort) as cohort, arrayMap(of -> toInt64(of) - cohort, periods) as back
      from starters left join returns on returns.returner = starter)`,
  ];
};
