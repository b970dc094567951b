import { type MergedNames, NONE_MERGED } from '../../domain/tracking-plan/merged-names.ts';
import type { FunnelQuestion } from '../../question-contracts.ts';
import type { FunnelCut } from './funnel-cut.ts';
import { entryPeriods, isPlainFunnel, NO_STEP, plainFacts, STEP_BITS } from './funnel-plain-lines.ts';
import type { UnitFacts } from './unit-facts.ts';

// Later than any key. A step is taken by the attempt that holds the step before at it; where there is none, the time since then is below zero.
const NONE = 'toInt64(4611686018427387904)';
const instant = (key: string): string => `bitShiftRight(${key}, ${STEP_BITS})`;

/** Does nothing but time end an attempt of a plain funnel? Then it needs no places in a line: an attempt is the number of its entry. */
export const isStraightFunnel = (question: FunnelQuestion, merged: MergedNames = NONE_MERGED): boolean =>
  isPlainFunnel(question, merged) &&
  question.exclusions.length === 0 &&
  question.stepWindowSeconds === null &&
  question.holdConstant === null;

/**
 * The named parts that end with `outcomes` of a straight funnel. A level is an array as long as the line: at the facts that took an attempt there, its entry,
 * else none. Attempts keep their order, so the least entry of a level is the first that got there, and no later one completes earlier.
 */
export const straightParts = (facts: UnitFacts, cut: FunnelCut, until: number): readonly string[] => {
  const { question, frame, byPeriod } = cut;
  const { bind } = facts;
  const count = question.steps.length;
  const told = toldSql(question);
  const rows = plainFacts(facts, cut, until);
  const [start, end] = [bind('Int64', frame.start), bind('Int64', frame.end)];
  const own = question.breakdown !== null && question.attribution === 'any' ? 'value' : "''";
  const within = bind('Int64', question.windowSeconds * 1_000 * 2 ** STEP_BITS + NO_STEP);
  const isEntry = `bitAnd(key, ${NO_STEP}) = 0 and key >= bitShiftLeft(entry_from, ${STEP_BITS}) and key < bitShiftLeft(entry_to, ${STEP_BITS})`;
  const levels = Array.from({ length: count }, (_, step) => step + 1);
  const level = (k: number): string =>
    `level${k} as (select *, arrayFill(entry -> entry != ${NONE}, taken${k}) as held${k}, arrayMin(taken${k}) as first${k} from (select *,
      arrayMap((key, holder) -> if(bitAnd(key, ${NO_STEP}) = ${k - 1} and key - holder between 0 and ${within}, holder, ${NONE}), keys, held${k - 1}) as taken${k} from level${k - 1}))`;
  const depth = ['1', ...levels.slice(1).map((k) => `(first${k} != ${NONE})`)].join(' + ');
  const places = levels.slice(1).map((k) => `keys[indexOf(taken${k}, entry)]`);
  return [
    `lines as (select unit, ${own} as own, arraySort(groupArray(bitShiftLeft(t, ${STEP_BITS}) + which)) as keys, ${told.collected} as told from (${rows}) as seen
      where which < ${NO_STEP} and t >= ${start} group by unit, own having countIf(which = 0 and t < ${end}) > 0)`,
    `level1 as (select *, arrayFill(entry -> entry != ${NONE}, taken1) as held1, arrayMin(taken1) as first1 from (select unit, own, told, keys, period,
      arrayMap(key -> if(${isEntry}, key, ${NONE}), keys) as taken1 from ${entryPeriods(facts, cut)})
      ${byPeriod ? `where first1 != ${NONE}` : ''})`,
    ...levels.slice(1).map(level),
    `chains as (select unit, own, told, period, ${instant('first1')} as first_entry, arrayMap(key -> ${instant('key')}, arrayResize([entry${places.map((place) => `, ${place}`).join('')}], depth)) as times
      from (select *, [${levels.map((k) => `first${k}`).join(', ')}][depth] as entry from (select *, ${depth} as depth from level${count})))`,
    `outcomes as (select unit, period, ${told.slice} as slice, times, first_entry from chains)`,
  ];
};

interface ToldSql {
  /** What is collected of the facts of a line. */
  readonly collected: string;
  readonly slice: string;
}

// Of the facts at the instant of a step the first took it; of entries of one instant the last, as the latest begun counts.
const toldSql = ({ breakdown, attribution }: FunnelQuestion): ToldSql => {
  const NOTHING = "CAST([], 'Array(Tuple(Int64, UInt64, String))')";
  if (breakdown === null) return { collected: NOTHING, slice: "''" };
  if (attribution === 'any') return { collected: NOTHING, slice: 'own' };
  const at = (x: string): string => `arraySort(arrayFilter(x -> ${x}, told))`;
  if (attribution === 'last') {
    const found = at(`x.1 = bitShiftLeft(times[-1], ${STEP_BITS}) + length(times) - 1`);
    return {
      collected: `groupArray((bitShiftLeft(t, ${STEP_BITS}) + which, id, value))`,
      slice: `tupleElement(${found}[if(length(times) = 1, -1, 1)], 3)`,
    };
  }
  const step = typeof attribution === 'object' && 'step' in attribution ? attribution.step : 0;
  const found = at(`x.1 = times[${step + 1}]`);
  return {
    collected: `groupArrayIf((t, id, value), which = ${step})`,
    slice: `if(length(times) > ${step}, tupleElement(${found}[${step === 0 ? -1 : 1}], 3), '')`,
  };
};
