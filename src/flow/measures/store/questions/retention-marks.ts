import { ALL } from '../../domain/questions/slices.ts';
import { areApart, NONE_MERGED } from '../../domain/tracking-plan/merged-names.ts';
import type { Statement } from '../statement.ts';
import { MOST_STRETCHES, ones } from './day-masks.ts';
import { type NumberedSpan, periodIndex, spansBetween } from './period-index.ts';
import { calendarBounds, isCutToRange, type RetentionCut } from './retention-bounds.ts';
import { columnsOfPlaces } from './retention-days.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

const WORD = 64;
const PERIOD_BITS = 16;
// As lists of 8 bytes: a tenth of what one statement may take.
const MOST_LISTED = 4_000_000;

/**
 * The cells of a retention with one start a unit: facts are counted by unit and period, and the periods of a unit become one mask, a fifth less work than lists of them. In the
 * period of the start only what comes after it, in the order (t, id), brings a unit back. Null when a mask has no room for the periods.
 */
export const retentionOfMarks = (scope: FactScope, cut: RetentionCut): Statement | null => {
  const { frame } = cut;
  const bounds = calendarBounds(cut);
  const spans = spansBetween(bounds, 1).filter(({ start }) => start <= frame.asOf);
  if (spans.length === 0 || spans.length > MOST_STRETCHES) return null;
  const facts = unitFacts(scope);
  const type = spans.length < WORD ? 'UInt64' : 'UInt256';
  const marks = isListed(scope, cut) ? listedMarks : countedMarks;
  const sql = `${facts.head()}select '${ALL}' as slice, toInt64(cohort) as cohort, toInt64(col) - 1 as column, count() as units
  from (select cohort, ${columnsOfPlaces(facts, cut, type)} as cols
    from (select toUInt8(cohort) as cohort, bitXor(bitAnd(bitShiftRight(mask, cohort), bitNot(to${type}(1))), to${type}(is_own)) as places
      from (${marks(facts, cut, { scope, bounds, spans, type })}) as lives) as placed) as back
  array join cols as col group by cohort, col order by cohort, column`;
  return { sql, params: facts.params };
};

interface Marking {
  readonly scope: FactScope;
  readonly bounds: readonly number[];
  readonly spans: readonly NumberedSpan[];
  readonly type: 'UInt64' | 'UInt256';
}

/**
 * Did a unit start and come back in one millisecond? Lists do not say what came first: the rows are no answer then, and `retentionCells` is to be asked without the number of facts.
 */
export const isVague = (rows: readonly { readonly cohort: number }[]): boolean => rows.some(({ cohort }) => Number(cohort) === VAGUE);

const VAGUE = 0;

const isListed = ({ facts, merged = NONE_MERGED }: FactScope, { question: { start, back } }: RetentionCut): boolean =>
  facts !== undefined && facts <= MOST_LISTED && areApart([start, back ?? start], merged);

// The rows (cohort, mask, is_own) of units. Each unit's returns are listed, to be held against its start when that is known: two thirds of the work of counting by period.
const listedMarks = (facts: UnitFacts, cut: RetentionCut, { bounds, spans, type }: Marking): string => {
  const { bind } = facts;
  const ends = bind(
    'Array(Int64)',
    spans.map(({ end }) => end),
  );
  const start = bind('Int64', cut.frame.start);
  return `select if(has(returns, began), ${VAGUE}, ${periodIndex(spans, 'began', bind)}) as cohort, mask, arrayExists(one -> one > began and one < ${ends}[cohort], returns) as is_own
      from (select minIf(t, is_start) as began, groupArrayIf(t, is_back) as returns, groupBitOr(bitShiftLeft(to${type}(is_back), toUInt8(${periodIndex(spans, 't', bind)}))) as mask
        from (${markedRows(facts, cut, bounds)}) as told where is_start or is_back group by unit having countIf(is_start) > 0 and began >= ${start}) as listed`;
};

const countedMarks = (facts: UnitFacts, cut: RetentionCut, { scope, bounds, spans, type }: Marking): string => {
  const { bind } = facts;
  const period = `if(t < ${bind('Int64', cut.frame.start)}, toInt32(0), ${periodIndex(spans, 't', bind)})`;
  const [key, unit, place] = keyOf(scope.unit, period);
  return `select minIf(period, began != 0) as cohort, argMinIf(latest, period, began != 0) > minIf(began, began != 0) as is_own, groupBitOr(bitShiftLeft(to${type}(latest != 0), toUInt8(period))) as mask
        from (select ${unit} as unit, ${place} as period, minIf(moment, is_start) as began, maxIf(moment, is_back) as latest
          from (select ${key} as spot, is_start, is_back, bitShiftLeft(toUInt128(t), 64) + id as moment from (${markedRows(facts, cut, bounds)}) as told where is_start or is_back) as seen group by spot) as periods
        group by unit having countIf(began != 0) > 0 and cohort > 0`;
};

const markedRows = (facts: UnitFacts, cut: RetentionCut, bounds: readonly number[]): string => {
  const { question, frame } = cut;
  const until = Math.min(isCutToRange(question) ? frame.end : frame.asOf + 1, bounds.at(-1)!);
  const back = question.back ?? question.start;
  const [start, end] = [facts.bind('Int64', frame.start), facts.bind('Int64', frame.end)];
  const sinceStart = question.cohort === 'first_ever' ? '' : ` and t >= ${start}`;
  return facts.select(
    [
      `(${facts.matches(question.start)} and t < ${end}${sinceStart}) as is_start`,
      `(${facts.matches(back)} and t >= ${start} and t < ${facts.bind('Int64', until)}) as is_back`,
    ],
    { matches: [question.start, back], since: question.cohort === 'first_ever' ? 0 : frame.start, until: Math.max(until, frame.end) },
  );
};

// Where a unit is a number of 32 bits, it and the period are one number: a table of these is quicker than one of pairs.
const keyOf = (unit: FactScope['unit'], period: string): readonly [key: string, unit: string, period: string] =>
  unit === 'person' || unit === 'account'
    ? [
        `bitShiftLeft(toUInt64(unit), ${PERIOD_BITS}) + toUInt64(${period})`,
        `bitShiftRight(spot, ${PERIOD_BITS})`,
        `toInt32(bitAnd(spot, ${ones(PERIOD_BITS)}))`,
      ]
    : [`(unit, ${period})`, 'tupleElement(spot, 1)', 'tupleElement(spot, 2)'];
