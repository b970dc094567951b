import { columnsOf, stretchOf } from '../../domain/questions/retention/retention-columns.ts';
import { ALL } from '../../domain/questions/slices.ts';
import type { RetentionQuestion } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Statement } from '../statement.ts';
import { periodIndex, spansBetween } from './period-index.ts';
import { calendarBounds, isCutToRange, type RetentionCut } from './retention-bounds.ts';
import { retentionOfDays } from './retention-days.ts';
import { retentionOfMarks } from './retention-marks.ts';
import { inSlice, slicesPart } from './slices.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** How many units of each cohort (from 1) were back in each column (from 0)? Column -1 is the size. As `retentionReference`. */
export const retentionCells = (scope: FactScope, cut: RetentionCut): Statement => {
  const isFeature = isFeatureRetention(cut.question);
  const byMasks = isFeature ? retentionOfDays(sameMatchFacts(scope, cut), cut) : null;
  if (byMasks !== null) return byMasks;
  const byMarks = isOfMarks(cut.question) ? retentionOfMarks(scope, cut) : null;
  if (byMarks !== null) return byMarks;
  const facts = isFeature ? sameMatchFacts(scope, cut) : unitFacts(scope);
  const parts = isFeature ? sameMatchParts(facts, cut) : retainedParts(facts, cut);
  const isSliced = cut.question.breakdown !== null;
  const slice = isSliced ? 'slice, ' : '';
  const sliced = isSliced ? [...parts, slicesPart(facts.bind, cut.question.breakdown, 'retained')] : parts;
  const sql = `${facts.head(sliced)}select ${isSliced ? 'slice' : `'${ALL}' as slice`}, cohort, toInt64(col) as column, count() as units
  from ${isSliced ? 'sliced' : 'retained'} array join arrayPushFront(back, -1) as col group by ${slice}cohort, column order by ${slice}cohort, column`;
  return { sql, params: facts.params };
};

export interface RetentionPart {
  /** From 1; null for all. */
  readonly cohort: number | null;
  readonly column: number | null;
  readonly isBack: boolean;
  readonly slice: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Who of a cohort was back in a column, or was not? The most faithful first: `value` is the number of columns in which a unit was back. */
export const retentionUnits = (scope: FactScope, cut: RetentionCut, part: RetentionPart): Statement => {
  const facts = unitFacts(scope);
  const parts = retainedParts(facts, cut);
  const cohort = part.cohort === null ? 'true' : `cohort = ${facts.bind('Int64', part.cohort)}`;
  const back = part.column === null ? 'true' : `has(back, ${facts.bind('Int64', part.column)}) = ${part.isBack ? '1' : '0'}`;
  const page = pageSql(part.offset, part.limit, facts.bind);
  const sliced = slicesPart(facts.bind, cut.question.breakdown, 'retained');
  const sql = `${facts.head([...parts, sliced])}select toString(unit) as unit, min(began) as at, any(home) as account, ${scope.unit === 'person' ? 'sliced.unit' : '0'} as person, '' as label, fromUnixTimestamp64Milli(min(began), 'UTC') as latest, max(length(back)) as value
  from sliced where ${cohort} and ${back} and ${inSlice(part.slice, facts.bind)} group by sliced.unit order by value desc, unit ${page}`;
  return { sql, params: facts.params };
};

// The place of a fact in the order (t, id), as one number: pairs are compared slowly.
const instant = (moment: string): string => `toInt64(bitShiftRight(${moment}, 64))`;

const NEVER = 'toInt64(9223372036854775807)';

// First the facts of a unit are counted by period, so that memory follows periods and not facts; rolling periods need the instants themselves. A
// start is no return: in its own period only what comes after it, in the order (t, id), brings a unit back.
const retainedParts = (facts: UnitFacts, cut: RetentionCut): readonly string[] => {
  const { question, frame } = cut;
  if (hasFirstStart(question)) return firstStartParts(facts, cut);
  const back = question.back ?? question.start;
  const value = question.breakdown === null ? "''" : facts.fields.text(question.breakdown.field);
  const isRolling = question.period === 'rolling';
  const bounds = calendarBounds(cut);
  const period = `toInt64(${periodOf(facts, bounds, bounds[0]!)})`;
  const inRange = `is_start and t >= ${facts.bind('Int64', frame.start)} and t < ${facts.bind('Int64', frame.end)}`;
  const after =
    question.minimum === 1
      ? `toUInt64(maxIf(moment, is_back) > minIf(moment, in_range))`
      : `arrayCount(one -> one > minIf(moment, in_range), groupArrayIf(moment, is_back))`;
  const rows = facts.select(
    ['account_of', `${facts.matches(question.start)} as is_start`, `${facts.matches(back)} as is_back`, `${value} as value`],
    {
      matches: [question.start, back],
      since: question.cohort === 'first_ever' ? 0 : frame.start,
      until: isRolling ? frame.asOf + 1 : Math.min(frame.asOf + 1, bounds.at(-1)!),
    },
  );
  const never = question.cohort === 'first_ever' ? ` and min(ever) >= ${facts.bind('Int64', frame.start)}` : '';
  const cohorts = question.cohort === 'every' ? '' : ', 1, 1';
  return [
    `periods as (select unit, period, countIf(in_range) as starts, minIf(moment, in_range) as first, ${question.breakdown === null ? "''" : 'argMinIf(value, moment, in_range)'} as value, argMinIf(account_of, moment, in_range) as home, countIf(is_back) as backs,
        ${isRolling ? 'groupArrayIf(moment, is_back)' : after} as after, min(if(is_start, t, ${NEVER})) as ever
      from (select unit, t, id, account_of, is_start, is_back, value, ${inRange} as in_range, ${period} as period, bitShiftLeft(toUInt128(t), 64) + id as moment from (${rows}) as seen where is_start or is_back) as placed group by unit, period)`,
    `lines as (select unit, arraySort(groupArray((period, starts, first, value, backs, home${isRolling ? '' : ', after'}))) as line${isRolling ? ', arrayFlatten(groupArray(after)) as returns' : ''}
      from periods group by unit having arrayExists(x -> x.2 > 0, line)${never})`,
    `places as (select unit, tupleElement(start, 1) as cohort, ${instant('tupleElement(start, 3)')} as began, tupleElement(start, 4) as slice, tupleElement(start, 6) as home, ${isRolling ? rollingPlaces(facts, cut) : calendarPlaces(facts, cut)} as places
      from lines array join arraySlice(arrayFilter(x -> x.2 > 0, line), ${cohorts === '' ? '1' : '1, 1'}) as start)`,
    `retained as (select unit, cohort, began, slice, home, ${columnsSql(facts, cut)} as back from places)`,
  ];
};

const hasFirstStart = ({ period, cohort, minimum }: RetentionQuestion): boolean =>
  period === 'calendar' && cohort !== 'every' && minimum === 1;

const isSameMatch = ({ start, back }: RetentionQuestion): boolean => back === null || JSON.stringify(back) === JSON.stringify(start);

const isFeatureRetention = (question: RetentionQuestion): boolean =>
  hasFirstStart(question) && isSameMatch(question) && question.breakdown === null;

/** Has each unit one start, and something else that brings it back? */
export const isOfMarks = (question: RetentionQuestion): boolean =>
  hasFirstStart(question) && !isSameMatch(question) && question.breakdown === null;

// Of a first fact no more is asked than whether it lies in the range.
const sameMatchFacts = (scope: FactScope, cut: RetentionCut): UnitFacts => {
  const { start, end } = cut.frame;
  return unitFacts(scope, { matches: [cut.question.start], breakdown: null, bounds: [start, end, ...calendarBounds(cut)] });
};

// Where what starts also brings back, a count tells it all: of the facts of the first period one is the start, any other is a return. Neither ids nor places in
// an order are read, half of the work.
const sameMatchParts = (facts: UnitFacts, cut: RetentionCut): readonly string[] => {
  const { question, frame } = cut;
  const bounds = calendarBounds(cut);
  const rows = facts.select([`${facts.matches(question.start)} as is_meant`], {
    matches: [question.start],
    since: question.cohort === 'first_ever' ? 0 : frame.start,
    until: Math.min(isCutToRange(question) ? frame.end : frame.asOf + 1, bounds.at(-1)!),
  });
  const early = question.cohort === 'first_ever' ? '' : ` and t >= ${facts.bind('Int64', frame.start)}`;
  const placed = `from (select unit, t${facts.handed}, ${periodOf(facts, bounds, frame.start)} as period from (${rows}) as told_of where is_meant${early}) as seen`;
  const inRange = `cohort > 0 and began < ${facts.bind('Int64', frame.end)}`;
  const lives = facts.isByHours
    ? // A tenth of the rows, most of them the only one of their period: putting them together first would be the greater work.
      [
        `lives as (select unit, cohort, began, if(first_told > 1 or countEqual(periods, cohort) > 1, 2, 1) as own, arrayDistinct(periods) as came
      from (select unit, groupArray(period) as periods, min(period) as cohort, argMin(told, t) as first_told, min(t) as began ${placed} group by unit having ${inRange}) as told_of)`,
      ]
    : [
        `periods as (select unit, period, count() as n, min(t) as first ${placed} group by unit, period)`,
        `lives as (select unit, min(period) as cohort, argMin(n, period) as own, argMin(first, period) as began, groupArray(period) as came
      from periods group by unit having ${inRange})`,
      ];
  return [
    ...lives,
    `places as (select unit, began, toInt64(cohort) as cohort, '' as slice,
        arrayConcat(if(own > 1, [toInt64(0)], []), arrayMap(p -> toInt64(p) - toInt64(cohort), arrayFilter(p -> p > cohort, came))) as places from lives)`,
    `retained as (select unit, cohort, slice, ${columnsSql(facts, cut)} as back from places)`,
  ];
};

// The usual retention: one start a unit, and any fact of a later period brings it back. Facts are put into (unit, period) at once, ten times fewer rows, and
// only these are looked at one by one: as fast as masks of bits written by hand, for any number of periods.
const firstStartParts = (facts: UnitFacts, cut: RetentionCut): readonly string[] => {
  const { question, frame } = cut;
  const { bind } = facts;
  const back = question.back ?? question.start;
  const isSame = isSameMatch(question);
  const value = question.breakdown === null ? null : facts.fields.text(question.breakdown.field);
  const bounds = calendarBounds(cut);
  const until = Math.min(isCutToRange(question) ? frame.end : frame.asOf + 1, bounds.at(-1)!);
  const rows = facts.select(
    [
      'account_of',
      `${facts.matches(question.start)} as is_start`,
      `${isSame ? 'is_start' : facts.matches(back)} as is_back`,
      ...(value === null ? [] : [`${value} as value`]),
    ],
    { matches: [question.start, back], since: question.cohort === 'first_ever' ? 0 : frame.start, until: Math.max(until, frame.end) },
  );
  const [start, end] = [bind('Int64', frame.start), bind('Int64', frame.end)];
  const sinceStart = question.cohort === 'first_ever' ? '' : ` and t >= ${start}`;
  const first = (column: string): string => `argMinIf(${column}, moment, is_start)`;
  return [
    `periods as (select unit, period, minIf(moment, is_start) as began, maxIf(moment, is_back) as latest, ${first('account_of')} as home${value === null ? '' : `, ${first('value')} as slice`}
      from (select unit, account_of, (is_start and t < ${end}${sinceStart}) as is_start, (is_back and t >= ${start} and t < ${bind('Int64', until)}) as is_back, ${value === null ? '' : 'value, '}${periodOf(facts, bounds, frame.start)} as period,
        bitShiftLeft(toUInt128(t), 64) + id as moment from (${rows}) as told where is_start or is_back) as seen group by unit, period)`,
    `lives as (select unit, minIf(period, began != 0) as cohort, minIf(began, began != 0) as first, argMinIf(latest, period, began != 0) as own, groupArrayIf(period, latest != 0) as came,
        argMinIf(home, period, began != 0) as home, ${value === null ? "''" : 'argMinIf(slice, period, began != 0)'} as slice
      from periods group by unit having countIf(began != 0) > 0 and cohort > 0)`,
    `places as (select unit, ${instant('first')} as began, toInt64(cohort) as cohort, slice, home,
        arrayConcat(if(own > first, [toInt64(0)], []), arrayMap(p -> toInt64(p) - toInt64(cohort), arrayFilter(p -> p > cohort, came))) as places from lives)`,
    `retained as (select unit, cohort, began, slice, home, ${columnsSql(facts, cut)} as back from places)`,
  ];
};

// The number of the period that a fact lies in, from 1; 0 before `since`.
const periodOf = ({ bind }: UnitFacts, bounds: readonly number[], since: number): string =>
  `if(t < ${bind('Int64', since)}, toInt32(0), ${periodIndex(spansBetween(bounds, 1), 't', bind)})`;

const calendarPlaces = ({ bind }: UnitFacts, { question, frame }: RetentionCut): string => {
  const minimum = bind('UInt64', question.minimum);
  const until = isCutToRange(question) ? ` and x.1 <= ${bind('Int64', frame.periods.length)}` : '';
  return `arrayConcat(if(tupleElement(start, 7) >= ${minimum}, [toInt64(0)], []), arrayMap(x -> x.1 - tupleElement(start, 1), arrayFilter(x -> x.1 > tupleElement(start, 1) and x.5 >= ${minimum}${until}, line)))`;
};

const rollingPlaces = ({ bind }: UnitFacts, { question, frame }: RetentionCut): string => {
  const until = isCutToRange(question) ? ` and ${instant('one')} < ${bind('Int64', frame.end)}` : '';
  const later = `arrayMap(one -> intDiv(${instant('one')} - ${instant('tupleElement(start, 3)')}, ${bind('Int64', stretchOf(frame.interval))}), arrayFilter(one -> one > tupleElement(start, 3)${until}, returns))`;
  return question.minimum === 1
    ? `arrayDistinct(${later})`
    : `arrayMap(pair -> pair.1, arrayFilter(pair -> pair.2 >= ${bind('UInt64', question.minimum)}, arrayMap(place -> (place, countEqual(${later}, place)), arrayDistinct(${later}))))`;
};

const columnsSql = ({ bind }: UnitFacts, { question, frame }: RetentionCut): string => {
  const columns = columnsOf(question, frame);
  const count = bind('Int64', columns.length);
  if (question.returns === 'on') return `arrayFilter(place -> place < ${count}, places)`;
  if (question.returns === 'on_or_after')
    return `if(empty(places), [], arrayMap(place -> toInt64(place), range(toUInt64(least(${count}, arrayMax(places) + 1)))))`;
  const [firsts, lasts] = [0, 1].map((end) =>
    bind(
      'Array(Int64)',
      columns.map((column) => column[end]!),
    ),
  );
  return `arrayFilter(column -> column >= 0, arrayMap((first, last, i) -> if(arrayExists(place -> place >= first and place <= last, places), toInt64(i) - 1, -1), ${firsts}, ${lasts}, arrayEnumerate(${firsts})))`;
};
