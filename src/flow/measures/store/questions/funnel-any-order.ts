import { areApart, type MergedNames, NONE_MERGED } from '../../domain/tracking-plan/merged-names.ts';
import type { FunnelQuestion } from '../../question-contracts.ts';

/** Does no fact of a funnel of any order fit two of its steps, and nothing end an attempt? Then each step is simply at its first fact after the beginning. */
export const isPlainAnyOrder = ({ steps, exclusions, order }: FunnelQuestion, merged: MergedNames = NONE_MERGED): boolean =>
  order === 'any' && exclusions.length === 0 && areApart(steps, merged);

const LATE = 'toInt64(9223372036854775807)';
// A code is an instant and a place in its line, as in stages.
const time = (code: string): string => `bitShiftRight(${code}, 21)`;

/**
 * The named parts from `cuts` to `folded` of a plain funnel of any order. For each place of a line: the next fact of each step. What an attempt that begins
 * there reaches are those within its window, so no attempt needs a copy of the line: a unit of a thousand facts had a thousand copies of them.
 */
export const anyOrderParts = ({ steps }: FunnelQuestion, window: string): readonly string[] => {
  const places = steps.map((_, k) => `next${k}`);
  const next = (k: number): string =>
    `arrayMap((found, code) -> if(found != 0 and ${time('found')} - ${time('code')} <= ${window}, found, 0),
        arrayReverseFill(found -> found != 0, arrayMap((code, bits) -> if(bitTest(bits, ${k}), code, 0), codes, fits)), codes) as next${k}`;
  const begins = `${time('code')} >= entry_from and ${time('code')} < entry_to and ${time('code')} != ${time('earlier')}`;
  const args = places.join(', ');
  const reached = places.map((place) => `(${place} != 0)`).join(' + ');
  const last = places.length === 1 ? 'next0' : `greatest(${args})`;
  return [
    `coded as (select unit, held, part, period, entry_from, entry_to, tupleElement(line, 6) as values, arrayMap(x -> x.4, line) as fits,
        arrayMap((x, i) -> bitShiftLeft(x.1, 21) + i, line, arrayEnumerate(line)) as codes from cuts)`,
    `nexts as (select unit, held, part, period, values, codes, ${steps.map((_, k) => next(k)).join(', ')},
        arrayMap((code, earlier) -> ${begins}, codes, arrayPushFront(arrayPopBack(codes), -${LATE})) as begun from coded)`,
    `furthest as (select *, arrayMap((begin, ${args}) -> if(begin, ${reached}, 0), begun, ${args}) as counts from nexts)`,
    // Of those that get furthest the earliest completion, then the latest beginning.
    `soonest as (select *, arrayMap((n, ${args}) -> if(n = most, ${time(last)}, ${LATE}), counts, ${args}) as ends from (select *, arrayMax(counts) as most from furthest))`,
    `folded as (select unit, held, part, period, ${time('arrayFirst((code, begin) -> begin, codes, begun)')} as first_entry,
        arrayMap(code -> (${time('code')}, values[bitAnd(code, 2097151)]), arraySort(arrayFilter(code -> code != 0, [${places.map((place) => `${place}[place]`).join(', ')}]))) as reached
      from (select *, arrayLastIndex(done -> done = arrayMin(ends), ends) as place from soonest))`,
  ];
};
