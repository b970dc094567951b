import { type Condition, fieldsOf } from '#kernel/condition.ts';
import type { OutsideValues } from '../../domain/questions/question-world.ts';
import type { EventMatch, Question, QuestionUnit } from '../../question-contracts.ts';
import { BELONGING_PERSON, STANDING_ACCOUNT } from '../account-scope.ts';
import type { Bind } from '../statement.ts';

/** An hour of the tables of hours, in ms. */
export const HOUR_MS = 3_600_000;

/** What a statement needs to know of each fact. */
export interface HourNeeds {
  readonly matches: readonly EventMatch[];
  readonly breakdown: Question['breakdown'];
  /** The instants (UTC ms) between which it counts, `asOf` apart. */
  readonly bounds: readonly number[];
}

interface Asked {
  readonly unit: QuestionUnit;
  readonly filter: Condition | null;
  readonly outside: ReadonlyMap<string, OutsideValues>;
  readonly only?: readonly number[];
  readonly byHours?: boolean;
}

/**
 * Do the tables of hours hold what a question of any activity asks? Days of zones whose offset is whole hours are made of hours; who somebody
 * is may be asked of them, what a fact says may not.
 */
export const isEnoughByHours = (asked: Asked, { matches, breakdown, bounds }: HourNeeds): boolean =>
  asked.byHours === true &&
  asked.only === undefined &&
  (asked.unit === 'person' || asked.unit === 'account') &&
  matches.every(({ events, where, occurrence }) => events.length === 0 && where === null && occurrence === 'every') &&
  [...(asked.filter === null ? [] : fieldsOf(asked.filter)), ...(breakdown === null ? [] : [breakdown.field])].every((field) =>
    isOfSomebody(field, asked.outside),
  ) &&
  areWholeHours(bounds);

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

/** The rows of who did how much in which hour, in the words of facts: `t` is the beginning of the hour, `told` the number of facts and `last` the last (ms). */
export const hourRows = (since: number, until: number, bind: Bind): string =>
  `select person, alias, account, n as told, ${HOUR_BEGINS} as t, t + latest as last, ${STANDING_ACCOUNT} as account_of, ${BELONGING_PERSON} as person_of
      from person_hours where ws = {ws:UInt32} and ${hoursBetween(since, until, bind)}`;
