import { accountScope, type Scope, STANDING_ACCOUNT } from './account-scope.ts';
import { pageSql, sliceTest } from './paging.ts';
import { quantileBounds } from './quantile-bounds.ts';
import { type Bind, bindings, type Statement, withParts } from './statement.ts';
import { type Window, windowSql } from './windows.ts';

export interface DurationQuestion {
  readonly scope: Scope;
  readonly event: string;
  readonly property: string;
  /** The share of values below the answer: 0.5 for the median; null for the mean. */
  readonly level: number | null;
}

/** The distribution of a property in a window and slice. `low` and `high` bound the quantile with 95 % confidence; 0 values have none. */
export interface DurationSpread {
  readonly slice: string;
  readonly w: number;
  readonly n: number;
  readonly quantile: number;
  readonly low: number;
  readonly high: number;
  readonly sum: number;
  readonly squares: number;
}

/** How long did it take, by window? Facts without a readable number are left out; of one record the newest known fact counts. */
export const durationSpreads = (question: DurationQuestion, windows: readonly Window[]): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(question.scope, bind);
  const { piece, containing, within } = windowSql(windows, bind);
  const level = question.level ?? 0.5;
  const bounds = quantileBounds('n', level);
  const sql = `${withParts([...accounts.parts, measuredPart(question, bind)])}select if(is_all = 1, '*', slice) as slice, w, n, quantile, sum, squares,
    ${bounds.low} as low, ${bounds.high} as high
  from (
    select slice, w, grouping(slice) as is_all, count() as n, arraySort(groupArray(amount)) as ordered, quantileExactInclusive(${level})(amount) as quantile,
      sum(amount) as sum, sum(amount * amount) as squares
    from (select ${accounts.slice} as slice, amount, ${piece} as piece from measured ${accounts.join} where ${within} and ${accounts.where}) as pieces
    array join ${containing} as w
    group by grouping sets ((slice, w), (w))
  ) order by slice, w`;
  return { sql, params };
};

/** Which records took how long? The longest first. */
export const durationRows = (
  question: DurationQuestion,
  part: { readonly window: Window; readonly slice: string | null; readonly offset: number; readonly limit: number },
): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(question.scope, bind);
  const { within } = windowSql([part.window], bind);
  const sql = `${withParts([...accounts.parts, measuredPart(question, bind)])}select account, person, record as subject, '' as label, at as latest, toNullable(amount) as value
  from measured ${accounts.join} where ${within} and ${accounts.where} and ${sliceTest(accounts.slice, part.slice, bind)}
  order by value desc, subject, latest ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params };
};

const measuredPart = ({ event, property }: DurationQuestion, bind: Bind): string =>
  `measured as (select tupleElement(newest, 1) as account, tupleElement(newest, 2) as person, record, tupleElement(newest, 3) as at, assumeNotNull(tupleElement(newest, 4)) as amount from (
      select subject as record, argMax((${STANDING_ACCOUNT}, person, at, toFloat64OrNull(props[${bind('String', property)}])), (known, at)) as newest
      from events where ws = {ws:UInt32} and event = ${bind('String', event)} and known <= {asOf:DateTime64(3)}
      group by subject, if(subject = '', id, 0)
    ) where isFinite(tupleElement(newest, 4)))`;
