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
  const own = question.breakdown !== null && question.attribution === 'any' ? 'own' : null;
  const kept = ['unit', own, told.collected === null ? null : 'told'].filter((name) => name !== null);
  const list = (...more: readonly string[]): string => [...kept, ...more].join(', ');
  const within = bind('Int64', question.windowSeconds * 1_000 * 2 ** STEP_BITS + NO_STEP);
  const isEntry = `bitAnd(key, ${NO_STEP}) = 0 and key >= bitShiftLeft(entry_from, ${STEP_BITS}) and key < bitShiftLeft(entry_to, ${STEP_BITS})`;
  const levels = Array.from({ length: count }, (_, step) => step + 1);
  const level = (k: number): string =>
    `arrayMap((key, holder) -> if(bitAnd(key, ${NO_STEP}) = ${k - 1} and key - holder between 0 and ${within}, holder, ${NONE}), keys, ${heldSql(k - 1)}) as taken${k}`;
  const takens = (until: number): readonly string[] => levels.slice(0, until).map((k) => `taken${k}`);
  // Several levels at once: the engine takes 2 ms to understand a statement within another. Not all at once, since each level repeats the text of those before.
  const rounds = Array.from({ length: Math.ceil((count - 1) / LEVELS_AT_ONCE) }, (_, round) => 1 + round * LEVELS_AT_ONCE);
  const places = levels.slice(1).map((k) => `keys[indexOf(taken${k}, entry)]`);
  return [
    `lines as (select unit, ${own === null ? '' : 'value as own, '}arraySort(groupArray(bitShiftLeft(t, ${STEP_BITS}) + which)) as keys${told.collected === null ? '' : `, ${told.collected} as told`} from (${rows}) as seen
      where which < ${NO_STEP} and t >= ${start} group by unit${own === null ? '' : ', own'} having countIf(which = 0 and t < ${end}) > 0)`,
    `level1 as (select ${list('keys', 'period')}, arrayMap(key -> if(${isEntry}, key, ${NONE}), keys) as taken1 from ${entryPeriods(facts, cut)}${byPeriod ? ` where arrayMin(taken1) != ${NONE}` : ''})`,
    ...rounds.map((from) => {
      const until = Math.min(from + LEVELS_AT_ONCE, count);
      return `level${until} as (select ${list('keys', 'period', ...takens(from))}, ${levels.slice(from, until).map(level).join(', ')} from level${from})`;
    }),
    `reached as (select ${list('keys', 'period', ...takens(count))}, [${levels.map((k) => `arrayMin(taken${k})`).join(', ')}] as firsts, arrayCount(entry -> entry != ${NONE}, firsts) as depth, firsts[depth] as entry from level${count})`,
    `chains as (select ${list('period')}, ${instant('firsts[1]')} as first_entry, arrayMap(key -> ${instant('key')}, arrayResize([entry${places.map((place) => `, ${place}`).join('')}], depth)) as times from reached)`,
    `outcomes as (select unit, period, ${told.slice} as slice, times, first_entry from chains)`,
  ];
};

const LEVELS_AT_ONCE = 4;

// What holds a level at each fact: the entry that was there last.
const heldSql = (level: number): string => `arrayFill(entry -> entry != ${NONE}, taken${level})`;

interface ToldSql {
  /** What is collected of the facts of a line; null for nothing. */
  readonly collected: string | null;
  readonly slice: string;
}

// Of the facts at the instant of a step the first took it; of entries of one instant the last, as the latest begun counts.
const toldSql = ({ breakdown, attribution }: FunnelQuestion): ToldSql => {
  if (breakdown === null) return { collected: null, slice: "''" };
  if (attribution === 'any') return { collected: null, slice: 'own' };
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
