import { type DateOrder, readDate } from './date-text.ts';
import { type DecimalMark, numberShape } from './number-text.ts';

/** The distinct values of a column with how often each occurs. */
export type ValueCounts = ReadonlyMap<string, number>;

/** Which decimal mark does a column use? `sure` is false when every value could be read either way. */
export interface DecidedDecimal {
  readonly decimal: DecimalMark;
  readonly sure: boolean;
  /** Values that contradict the decision. */
  readonly contradicting: number;
}

/** In which order does a column write its dates? `sure` is false when every date could be read either way, or too many disagree. */
export interface DecidedOrder {
  readonly order: DateOrder;
  readonly sure: boolean;
  readonly contradicting: number;
}

// Above this share of dissent a column mixes two orders, and only a person knows which rows are which.
const MIXED = 0.1;

/** Which decimal mark do these numbers use, judged over all of them? Values that are no numbers do not vote. */
export function decideDecimal(values: ValueCounts): DecidedDecimal {
  const votes = { none: 0, point: 0, comma: 0, 'maybe-point': 0, 'maybe-comma': 0 };
  let longest = 0;
  for (const [value, count] of values) {
    const shape = numberShape(value);
    if (shape === null) continue;
    votes[shape] += count;
    if (shape === 'none') longest = Math.max(longest, value.replace(/\D/g, '').length);
  }
  if (votes.point + votes.comma > 0) {
    const decimal = votes.comma > votes.point ? 'comma' : 'point';
    const contradicting = Math.min(votes.comma, votes.point);
    return { decimal, sure: contradicting <= MIXED * (votes.comma + votes.point), contradicting };
  }
  // '1.234' beside '1,234': both marks occur, and neither value tells which is which.
  if (votes['maybe-point'] + votes['maybe-comma'] === 0) return { decimal: 'point', sure: true, contradicting: 0 };
  if (votes['maybe-point'] > 0) return { decimal: 'point', sure: false, contradicting: 0 };
  // '1,234' beside '999' but never beside '1234' or '0,5' groups thousands; beside ungrouped thousands it does not.
  if (longest > 3) return { decimal: 'comma', sure: false, contradicting: 0 };
  return { decimal: 'point', sure: votes.none > 0, contradicting: 0 };
}

/** In which order are these dates written, judged over all of them? One value whose first or second number is above 12 decides. */
export function decideDateOrder(values: ValueCounts): DecidedOrder {
  const votes = { known: 0, day: 0, month: 0, either: 0, dotted: 0 };
  for (const [value, count] of values) {
    const written = readDate(value);
    if (written === null) continue;
    if (written.form === 'known') votes.known += count;
    else if (written.first > 12) votes.day += count;
    else if (written.second > 12) votes.month += count;
    else if (written.first !== written.second) votes[written.dotted ? 'dotted' : 'either'] += count;
  }
  if (votes.day + votes.month > 0) {
    const contradicting = Math.min(votes.day, votes.month);
    return {
      order: votes.month > votes.day ? 'month-first' : 'day-first',
      sure: contradicting <= MIXED * (votes.day + votes.month),
      contradicting,
    };
  }
  if (votes.either > 0) return { order: 'day-first', sure: false, contradicting: 0 };
  // Dates with dots ('05.03.2024') are day-first wherever they are written.
  if (votes.dotted > 0) return { order: 'day-first', sure: true, contradicting: 0 };
  return { order: 'iso', sure: true, contradicting: 0 };
}
