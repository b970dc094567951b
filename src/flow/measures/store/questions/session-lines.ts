import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { EventMatch } from '../../question-contracts.ts';
import type { UnitFacts } from './unit-facts.ts';

/** What sessions are made of. */
export interface SessionCut {
  readonly match: EventMatch;
  readonly gapMinutes: number;
  readonly frame: QuestionFrame;
  /** Columns of each fact, in the order of the tuples (moment, …) of a line; and the test that a fact belongs to one. */
  readonly columns: readonly string[];
  readonly where: string;
}

/** The instant (UTC ms) of a fact of a line. */
export const instantSql = (moment: string): string => `toInt64(bitShiftRight(${moment}, 64))`;

// The place of a fact in the order (t, id) as one number: pairs are compared slowly.
const MOMENT = 'bitShiftLeft(toUInt128(t), 64) + id';

/**
 * The named part `sessions`: (unit, line), one row per session in the range; `line` holds its facts in order as (moment, …columns). As `sessionLines` says: a
 * pause of exactly the gap does not end one. Sorting each unit's own facts is faster than a window over all of them.
 */
export const sessionsPart = (facts: UnitFacts, { match, gapMinutes, frame, columns, where }: SessionCut): string => {
  const { bind } = facts;
  const names = columns.map((_, index) => `c${index}`);
  const rows = facts.select([`${facts.matches(match)} as is_meant`, ...columns.map((column, index) => `${column} as ${names[index]}`)], {
    matches: [match],
    since: frame.start,
    until: frame.end,
  });
  const gap = bind('Int64', gapMinutes * 60_000);
  // The first difference is 0, so the first fact never splits.
  return `sessions as (select unit, arrayJoin(arraySplit((x, pause) -> pause > ${gap}, whole, arrayDifference(arrayMap(x -> ${instantSql('tupleElement(x, 1)')}, whole)))) as line
      from (select unit, arraySort(x -> tupleElement(x, 1), groupArray((${[MOMENT, ...names].join(', ')}))) as whole
        from (${rows}) as seen where is_meant and t >= ${bind('Int64', frame.start)} and ${where} group by unit) as per_unit)`;
};
