import { addDays, startOfDate } from '#kernel/calendar.ts';
import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import { daysOfActives, MONTH_DAYS } from '../../domain/questions/stickiness/actives-points.ts';
import type { StickinessQuestion } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Statement } from '../statement.ts';
import { MOST_STRETCHES, maskSql } from './day-masks.ts';
import { periodIndex, spansBetween } from './period-index.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/**
 * Daily actives, and the changes of the trailing ones: a unit that was active on a day is among those of 7 days from then on, until 7 days passed without it.
 * So each day of each unit is looked at once, whatever the length of the window.
 */
export const activesChanges = (scope: FactScope, { match }: StickinessQuestion, frame: QuestionFrame): Statement => {
  const days = daysOfActives(frame);
  const bounds =
    days.length === 0 ? [frame.start, frame.start] : [...days, addDays(days.at(-1)!, 1)].map((day) => startOfDate(day, frame.zone));
  const facts = unitFacts(scope, { matches: [match], breakdown: null, bounds: [...bounds, frame.end] });
  const { bind } = facts;
  const day = periodIndex(spansBetween(bounds, 0), 't', bind);
  const byMasks = changesOfDays(facts, bounds, frame);
  if (byMasks !== null) return byMasks;
  const rows = facts.select([`${facts.matches(match)} as is_meant`], { matches: [match], since: bounds[0]!, until: frame.end });
  const ends = (length: number): string =>
    `arrayMap((d, next) -> (least(d + ${length}, next), 0, ${length === 7 ? '-1, 0' : '0, -1'}), days, arrayPushBack(arrayPopFront(days), 2147483647))`;
  const sql = `${facts.head()}select tupleElement(change, 1) as day, sum(tupleElement(change, 2)) as active, sum(tupleElement(change, 3)) as week, sum(tupleElement(change, 4)) as month
  from (select arraySort(groupUniqArray(${day})) as days from (${rows}) as seen where is_meant and t >= ${bind('Int64', bounds[0]!)} group by unit) as per_unit
  array join arrayConcat(arrayMap(d -> (d, 1, 1, 1), days), ${ends(7)}, ${ends(MONTH_DAYS)}) as change
  group by day having day < ${bind('Int32', days.length)} order by day`;
  return { sql, params: facts.params };
};

// The days of a unit are a mask, its trailing ones the mask moved over itself: only where a run of them begins or ends is there a change.
const changesOfDays = (facts: UnitFacts, bounds: readonly number[], frame: QuestionFrame): Statement | null => {
  const spans = spansBetween(bounds, 0).filter(({ start }) => start <= frame.asOf);
  if (facts.days === null || spans.length === 0 || spans.length > MOST_STRETCHES) return null;
  const { columns, mask } = maskSql(facts.days.pieces, spans.length, (t) => periodIndex(spans, t, facts.bind));
  const rows = facts.days.select(columns, bounds[0]!, Math.min(frame.end, frame.asOf + 1));
  const wider = (name: string, by: number): string => `bitOr(${name}, bitShiftLeft(${name}, ${by}))`;
  const changed = (name: string, place: number): string =>
    `arrayMap(d -> d + ${place * PLACES}, bitPositionsToArray(bitAnd(${name}, bitNot(bitShiftLeft(${name}, 1))))), arrayMap(d -> d + ${(place + 1) * PLACES}, bitPositionsToArray(bitAnd(bitShiftLeft(${name}, 1), bitNot(${name}))))`;
  const sumOf = (place: number): string => `toInt64(countIf(place = ${place}))`;
  const sql = `${facts.head()}select toInt32(change % ${PLACES}) as day, ${sumOf(0)} as active, ${sumOf(1)} - ${sumOf(2)} as week, ${sumOf(3)} - ${sumOf(4)} as month
  from (select arrayJoin(arrayConcat(bitPositionsToArray(days), ${changed('week', 1)}, ${changed('month', 3)})) as change, intDiv(change, ${PLACES}) as place
    from (select ${mask} as days, ${wider('days', 1)} as two, ${wider('two', 2)} as four, ${wider('four', 3)} as week, ${wider('week', 7)} as fortnight, ${wider('fortnight', 14)} as month
      from (${rows}) as told group by unit) as per_unit) as changes
  group by day having day < ${facts.bind('Int32', spans.length)} order by day`;
  return { sql, params: facts.params };
};

// More than a mask has bits: what is beyond tells the kinds of changes apart.
const PLACES = 1_000;

export interface ActivesPart {
  /** UTC ms, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  readonly limit: number;
}

/** Which units were active in a window? The latest first; `value` is the number of their facts. */
export const activeUnits = (scope: FactScope, { match }: StickinessQuestion, { from, to, offset, limit }: ActivesPart): Statement => {
  const facts = unitFacts(scope, { matches: [match], breakdown: null, bounds: [from, to], lastBefore: to });
  const { bind } = facts;
  const rows = facts.select([`${facts.matches(match)} as is_meant`], { matches: [match], since: from, until: to });
  const sql = `${facts.head()}select toString(unit) as unit, ${facts.latest} as at, ${facts.count} as value from (${rows}) as seen
  where is_meant and t >= ${bind('Int64', from)} group by seen.unit order by at desc, unit ${pageSql(offset, limit, bind)}`;
  return { sql, params: facts.params };
};
