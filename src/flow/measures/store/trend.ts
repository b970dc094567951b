import { type AccountScope, accountScope, BELONGING_PERSON, belongingPart, type Scope, STANDING_ACCOUNT } from './account-scope.ts';
import { pageSql, sliceTest } from './paging.ts';
import { type Bind, bindings, type Statement, withParts } from './statement.ts';
import { type Window, windowSql } from './windows.ts';

/** What is counted: facts, or the distinct units that have one. */
export type Counted = 'events' | 'accounts' | 'people' | 'subjects';

export interface TrendQuestion {
  readonly scope: Scope;
  readonly events: readonly string[];
  readonly count: Counted;
}

/** How many, in a window and slice; '*' is the slice of all, in which nobody counts twice. */
export interface TrendCount {
  readonly slice: string;
  readonly w: number;
  readonly n: number;
}

// Dense numbers fit bitmaps, which merge fast and exactly; subjects are texts. 0 and '' mean none and are not counted.
const UNITS: Readonly<Record<Counted, { readonly unit: string; readonly keep: string; readonly state: string; readonly merge: string }>> = {
  events: { unit: '0', keep: 'true', state: 'count()', merge: 'sum' },
  accounts: { unit: STANDING_ACCOUNT, keep: 'unit != 0', state: 'groupBitmapState(toUInt32(unit))', merge: 'groupBitmapMerge' },
  people: { unit: BELONGING_PERSON, keep: 'unit != 0', state: 'groupBitmapState(toUInt32(unit))', merge: 'groupBitmapMerge' },
  subjects: { unit: 'subject', keep: `unit != ''`, state: 'uniqExactState(unit)', merge: 'uniqExactMerge' },
};

/** How many facts, or distinct units with a fact, are there in each window? */
export const trendCounts = (question: TrendQuestion, windows: readonly Window[]): Statement => {
  const { bind, params } = bindings();
  const { unit, keep, state, merge } = UNITS[question.count];
  const accounts = accountScope(question.scope, bind, 'fact_channel');
  const { piece, containing, within } = windowSql(windows, bind);
  const sql = `${withParts([...partsOf(question, accounts)])}select if(is_all = 1, '*', slice) as slice, w, n
  from (select slice, w, grouping(slice) as is_all, toUInt64(${merge}(held)) as n from (
    select ${accounts.slice} as slice, piece, ${state} as held
    from (${factsSql(question, bind, { unit, within, columns: `${piece} as piece` })}) as facts ${accounts.join}
    where ${keep} and ${accounts.where} group by slice, piece
  ) as pieces array join ${containing} as w
  group by grouping sets ((slice, w), (w))) order by slice, w`;
  return { sql, params };
};

/** Which units, or facts, are behind a count? Those with the most facts first; facts by time, the newest first. */
export const trendRows = (
  question: TrendQuestion,
  part: { readonly window: Window; readonly slice: string | null; readonly offset: number; readonly limit: number },
): Statement => {
  const { bind, params } = bindings();
  const { unit, keep } = UNITS[question.count];
  const accounts = accountScope(question.scope, bind, 'fact_channel');
  const { within } = windowSql([part.window], bind);
  const columns = 'at, event, person as fact_person, subject as fact_subject, id';
  // Joined first, grouped after: within one select the engine takes the grouped name for the joined one.
  const facts = `(select account, unit, at, event, fact_person, fact_subject, id from (${factsSql(question, bind, { unit, within, columns })}) as facts ${accounts.join}
    where ${keep} and ${accounts.where} and ${sliceTest(accounts.slice, part.slice, bind)}) as kept`;
  const page = pageSql(part.offset, part.limit, bind);
  const body =
    question.count === 'events'
      ? `select account, fact_person as person, fact_subject as subject, event as label, at as latest, toNullable(toFloat64(0)) as value from ${facts} order by at desc, id ${page}`
      : `select argMax(account, at) as account, ${question.count === 'people' ? 'unit' : '0'} as person, ${question.count === 'subjects' ? 'unit' : `''`} as subject,
        argMax(event, at) as label, max(at) as latest, toNullable(toFloat64(count())) as value from ${facts} group by unit order by value desc, unit ${page}`;
  return { sql: `${withParts(partsOf(question, accounts))}${body}`, params };
};

const partsOf = (question: TrendQuestion, accounts: AccountScope): readonly string[] =>
  question.count === 'people' ? [...accounts.parts, belongingPart()] : accounts.parts;

const factsSql = (
  { events }: TrendQuestion,
  bind: Bind,
  { unit, within, columns }: { readonly unit: string; readonly within: string; readonly columns: string },
): string =>
  `select ${STANDING_ACCOUNT} as account, ${unit} as unit, toString(channel) as fact_channel, ${columns}
      from events where ws = {ws:UInt32} and event in ${bind('Array(String)', events)} and known <= {asOf:DateTime64(3)} and ${within}`;
