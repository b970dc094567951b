import { type Condition, fieldsOf } from '#kernel/condition.ts';
import type { OutsideValues } from '../../domain/questions/question-world.ts';
import type { EventMatch, Question, QuestionUnit } from '../../question-contracts.ts';
import type { WhoSql } from '../account-scope.ts';
import type { Bind } from '../statement.ts';
import { DAY_MS, type DayCuts, type DayPiece, dayCuts, dayPieces, HOUR_MS, pieceColumns } from './day-cuts.ts';

/** What a statement needs to know of each fact. */
export interface HourNeeds {
  readonly matches: readonly EventMatch[];
  readonly breakdown: Question['breakdown'];
  /** The instants (UTC ms) between which it counts, `asOf` apart. */
  readonly bounds: readonly number[];
  /** The end of what is listed, where the last fact before it is asked for. */
  readonly lastBefore?: number;
}

interface Asked {
  readonly asOf: number;
  readonly unit: QuestionUnit;
  readonly filter: Condition | null;
  readonly outside: ReadonlyMap<string, OutsideValues>;
  readonly only?: readonly number[];
  readonly byHours?: boolean;
}

/**
 * How must days be cut to answer a question of any activity from the tables of hours? Null where these do not hold what it asks: days of zones whose offset is
 * whole hours are pieces of days of UTC; who somebody is may be asked of them, what a fact says may not.
 */
export const cutsByHours = (asked: Asked, { matches, breakdown, bounds, lastBefore = 0 }: HourNeeds): DayCuts | null => {
  const isTold =
    asked.byHours === true &&
    asked.only === undefined &&
    (asked.unit === 'person' || asked.unit === 'account') &&
    matches.every(({ events, where, occurrence }) => events.length === 0 && where === null && occurrence === 'every') &&
    [...(asked.filter === null ? [] : fieldsOf(asked.filter)), ...(breakdown === null ? [] : [breakdown.field])].every((field) =>
      isOfSomebody(field, asked.outside),
    ) &&
    // The last fact is known of whole days only.
    (lastBefore > asked.asOf || lastBefore % DAY_MS === 0);
  return isTold ? dayCuts(bounds.filter((instant) => instant <= asked.asOf)) : null;
};

/** Do all of these instants (UTC ms) begin an hour of UTC? */
export const areWholeHours = (instants: readonly number[]): boolean => instants.every((instant) => instant % HOUR_MS === 0);

// A fact of nobody's account has a channel of its own.
const isOfSomebody = (field: string, outside: Asked['outside']): boolean =>
  outside.has(field) || !(field.startsWith('event.') || /^(account\.)?channel$/.test(field));

/** The test of rows of the tables of hours: what lies between two instants (UTC ms, the end exclusive). */
export const hoursBetween = (since: number, until: number, bind: Bind): string =>
  `hour >= ${bind('Int32', Math.floor(since / HOUR_MS))} and hour < ${bind('Int32', Math.ceil(until / HOUR_MS))}`;

/** The beginning (ms) of the hour of a row of the tables of hours. */
export const HOUR_BEGINS = `toInt64(hour) * ${HOUR_MS}`;

/** The days of UTC that something between two instants (UTC ms, the end exclusive) may lie in, as a test of rows of `person_days`. */
const daysBetween = (since: number, until: number, bind: Bind): string =>
  `day >= ${bind('Int32', Math.floor(since / DAY_MS))} and day < ${bind('Int32', Math.ceil(until / DAY_MS))}`;

// Where a row lies in the table, of which it is the only one there: at most 2^36 rows a part.
const ROW = '_part_index * 68719476736 + _part_offset as row';

/** Rows of a table, and what is told of each beside its columns. */
export interface Rows {
  /** Expressions with their names. */
  readonly named: string;
  readonly from: string;
  readonly tests: readonly string[];
}

/** The rows of `person_days` between two instants (UTC ms, the end exclusive), with their pieces, their place (`row`, less than 2^55), and the account and the person that each belongs to. */
export const daysAsked = (cuts: DayCuts, span: readonly [number, number], { bind, who }: DaysFor): Rows => ({
  named: `${ROW}, ${pieceColumns(cuts, span)}, ${who.account} as account_of, ${who.person} as person_of`,
  from: 'person_days',
  tests: ['ws = {ws:UInt32}', daysBetween(...span, bind)],
});

interface DaysFor {
  readonly bind: Bind;
  readonly who: WhoSql;
}

/** Who did how much in which piece of a day, in the words of facts: `t` is its beginning, `told` the number of facts, and `last` the last of the day (ms). */
export const dayRows = (cuts: DayCuts, span: readonly [number, number], asked: DaysFor): string => {
  const { named, from, tests } = daysAsked(cuts, span, asked);
  const days = `select *, ${named} from ${from} where ${tests.join(' and ')}`;
  const whom = `person, alias, account, account_of, person_of, begins + latest as last`;
  const [early, late] = dayPieces(cuts);
  if (late === undefined) return `select ${whom}, ${early!.count} as told, ${early!.begins} as t from (${days}) as days`;
  const either = (of: keyof DayPiece): string => `if(is_second, ${late[of]}, ${early![of]})`;
  return `select ${whom}, ${either('count')} as told, ${either('begins')} as t
      from (${days}) as days array join [false, true] as is_second where ${either('isActive')}`;
};
