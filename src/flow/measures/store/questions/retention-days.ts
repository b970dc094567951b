import { columnsOf } from '../../domain/questions/retention/retention-columns.ts';
import { ALL } from '../../domain/questions/slices.ts';
import type { Statement } from '../statement.ts';
import type { DayPiece } from './day-cuts.ts';
import { lowestOf, type MaskSql, MOST_STRETCHES, maskSql, ones } from './day-masks.ts';
import { periodIndex, spansBetween } from './period-index.ts';
import { calendarBounds, isCutToRange, type RetentionCut } from './retention-bounds.ts';
import type { UnitFacts } from './unit-facts.ts';

/**
 * The cells of a retention of any activity from the days of units: each unit is a mask of its periods, of which the lowest is its cohort. Null when no days are read, or
 * there are more periods than a mask holds.
 */
export const retentionOfDays = (facts: UnitFacts, cut: RetentionCut): Statement | null => {
  const { question, frame } = cut;
  const { bind, days } = facts;
  const all = calendarBounds(cut);
  const spans = spansBetween(all, 1).filter(({ start }) => start <= frame.asOf);
  if (days === null || spans.length === 0 || spans.length > MOST_STRETCHES) return null;
  const since = question.cohort === 'first_ever' ? 0 : frame.start;
  const until = Math.min(isCutToRange(question) ? frame.end : frame.asOf + 1, all.at(-1)!);
  // Whatever was before the range is one stretch, 0.
  const isSeen = (t: string): string => (since === frame.start ? '' : `(${t} >= ${bind('Int64', frame.start)}) * `);
  const masks = maskSql(days.pieces, spans.length, (t) => `${isSeen(t)}${periodIndex(spans, t, bind)}`);
  const own = isOwnAsked(cut) ? ownSql(days.pieces) : null;
  // The last period of the range may go on after it.
  const isEndWithin = !all.includes(frame.end) && frame.end <= frame.asOf;
  const begins = isEndWithin ? days.pieces.map((piece) => piece.begins) : [];
  const rows = days.select([...masks.columns, ...(own?.columns ?? []), ...begins], since, until);
  const first = isEndWithin ? ` and min(${firstOf(days.pieces)}) < ${bind('Int64', frame.end)}` : '';
  const cohort = `mask > 0 and cohort between 1 and ${bind('UInt16', frame.periods.length)}${first}`;
  const places = `bitShiftRight(mask, cohort)`;
  const sql = `${facts.head()}select '${ALL}' as slice, toInt64(cohort) as cohort, toInt64(col) - 1 as column, count() as units
  from (select cohort, ${columnsOfPlaces(facts, cut, masks.type)} as cols
    from (select ${masks.mask} as mask, ${lowestOf('mask')} as cohort, ${own === null ? places : `bitXor(${places}, not ${own.isOwn})`} as places
      from (${rows}) as told group by unit having ${cohort}) as lives) as back
  array join cols as col group by cohort, col order by cohort, column`;
  return { sql, params: facts.params };
};

const firstOf = (pieces: readonly DayPiece[]): string =>
  pieces.length === 1
    ? pieces[0]!.begins
    : `multiIf(${pieces.map(({ begins, isActive }) => `${isActive}, ${begins}`).join(', ')}, toInt64(9223372036854775807))`;

// Whether a unit came again in the period of its start is the one thing that a mask does not tell.
const isOwnAsked = ({ question, frame }: RetentionCut): boolean =>
  question.returns !== 'bracket' || columnsOf(question, frame).some(([first, last]) => first <= 0 && last >= 0);

const ROW_BITS = 56;
const MOST_ROW = (1n << BigInt(ROW_BITS)) - 1n;

// Of the pieces in a unit's first period the first and the last in the table: where they differ there are two, and one with several facts counts as if they did. Least
// numbers take half the time of lists of the earliest two.
const ownSql = (pieces: readonly DayPiece[]): { readonly columns: readonly string[]; readonly isOwn: string } => {
  const leastOf = (rank: (row: string, count: string) => string): string => {
    const ranks = pieces.map(({ count }, piece) => {
      const row = pieces.length === 1 ? 'row' : `row * 2 + ${piece}`;
      return `bitShiftLeft(toUInt64(place_${piece}), ${ROW_BITS}) + ${rank(row, count)}`;
    });
    if (ranks.length === 1) return ranks[0]!;
    return `least(${ranks.map((rank, piece) => `if(${pieces[piece]!.isActive}, ${rank}, toUInt64(18446744073709551615))`).join(', ')})`;
  };
  return {
    columns: [
      `${leastOf((row) => row)} as ranked_first`,
      `${leastOf((row, count) => `toUInt64(${MOST_ROW} - (${row} + (${count} > 1)))`)} as ranked_last`,
    ],
    isOwn: `(bitAnd(min(ranked_first), ${MOST_ROW}) + bitAnd(min(ranked_last), ${MOST_ROW}) != ${MOST_ROW})`,
  };
};

/** The columns in which a unit was back, by the mask `places` of periods from that of its start on; as lists from 0, which is the cohort itself: the first column is 1. */
export const columnsOfPlaces = ({ bind }: UnitFacts, { question, frame }: RetentionCut, type: MaskSql['type']): string => {
  const columns = columnsOf(question, frame);
  if (question.returns === 'on')
    return `bitPositionsToArray(bitOr(bitShiftLeft(bitAnd(places, ${bind(type, ones(Math.min(columns.length, MOST_STRETCHES)))}), 1), 1))`;
  if (question.returns === 'on_or_after')
    return `range(1 + least(${bind('UInt64', columns.length)}, arrayMax(arrayPushBack(bitPositionsToArray(bitShiftLeft(places, 1)), 0))))`;
  const tests = columns.map(([first, last], column) => {
    const bracket = bracketBits(first, Math.min(last, MOST_STRETCHES - 1));
    return `if(bitAnd(places, ${bind(type, bracket)}) != 0, [${column + 1}], [])`;
  });
  return `arrayConcat([0], ${tests.join(', ')})`;
};

const bracketBits = (first: number, last: number): string =>
  last < first ? '0' : String(((1n << BigInt(last - first + 1)) - 1n) << BigInt(first));
