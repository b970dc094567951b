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

// One fact cannot be start and return at once: in a unit's own period only facts after its first count, in the order (at, id).
const unitParts = ({ start, back, unit, bounds, cohorts }: RetentionQuestion, bind: Bind): readonly string[] => {
  const starts = bind('Array(String)', start);
  const returns = bind('Array(String)', back);
  const cuts = bind('Array(Int64)', bounds);
  const of = unit === 'person' ? BELONGING_PERSON : STANDING_ACCOUNT;
  return [
    ...(unit === 'person' ? [belongingPart()] : []),
    `by_period as (select ${of} as unit, roundDown(toUnixTimestamp64Milli(at), ${cuts}) as begins, max(${STANDING_ACCOUNT}) as seen_at,
        minIf((at, id), event in ${starts}) as first_start, countIf(event in ${starts}) as start_count, maxIf((at, id), event in ${returns}) as last_return, countIf(event in ${returns}) as return_count
      from events where ws = {ws:UInt32} and event in arrayConcat(${starts}, ${returns}) and known <= {asOf:DateTime64(3)} and at <= {asOf:DateTime64(3)}
      group by unit, begins having unit != 0)`,
    `units as (select unit, toInt64(indexOf(${cuts}, own)) as cohort, tupleElement(first, 1) as started, account,
        arrayConcat(if(own_return > first, [toInt64(0)], []), arrayMap(begin -> toInt64(indexOf(${cuts}, begin)) - cohort, arrayFilter(begin -> begin > own, arraySort(returned_in)))) as back
      from (
        select unit, minIf(begins, start_count > 0) as own, argMinIf(first_start, begins, start_count > 0) as first, argMinIf(last_return, begins, start_count > 0) as own_return,
          groupArrayIf(begins, return_count > 0) as returned_in, argMax(seen_at, begins) as account
        from by_period group by unit having countIf(start_count > 0) > 0
      ) where started >= fromUnixTimestamp64Milli(${cuts}[1], 'UTC') and cohort <= ${bind('UInt32', cohorts)})`,
  ];
};
