import type { FunnelQuestion } from '../../question-contracts.ts';
import type { Bind } from '../statement.ts';
import { type FunnelCut, isMature } from './funnel-cut.ts';
import type { UnitFacts } from './unit-facts.ts';

const BITS = 5;
const MOST = 2 ** BITS - 1;

/**
 * Can a fact of this funnel be told by its instant and one number alone? Then no fact fits two steps, or a step and an exclusion, and a line is a sorted list of
 * numbers: measured at 5 million facts, half the time of sorting tuples.
 */
export const isPlainFunnel = ({ steps, exclusions, order, spoilt, breakdown, attribution }: FunnelQuestion): boolean => {
  const matches = [...steps, ...exclusions];
  const names = matches.flatMap(({ events }) => events);
  const areApart = matches.every(({ events }) => events.length > 0) && new Set(names).size === names.length;
  const isOwn =
    breakdown === null ||
    attribution === 'first' ||
    attribution === 'last' ||
    attribution === 'any' ||
    (typeof attribution === 'object' && 'step' in attribution);
  return order === 'sequential' && spoilt === 'ends' && areApart && isOwn && matches.length <= MOST;
};

/** Can those who only entered a plain funnel be counted together? Not where a value held constant, or the value of a later step, tells what becomes of them. */
export const isSifted = ({ question, byPeriod, countsOnly = false }: FunnelCut): boolean =>
  countsOnly &&
  !byPeriod &&
  isPlainFunnel(question) &&
  question.holdConstant === null &&
  (ofEntry(question) || question.attribution === 'any');

/** Is the value of the breakdown, or none, that of the entry? */
const ofEntry = ({ breakdown, attribution }: FunnelQuestion): boolean =>
  breakdown === null || attribution === 'first' || (typeof attribution === 'object' && 'step' in attribution && attribution.step === 0);

/** The named parts that end with `stage1` of a plain funnel; exclusions are bits behind those of the steps. A sifted one has `n`, how many units a row stands for. */
export const plainLines = (facts: UnitFacts, cut: FunnelCut, until: number): readonly string[] => {
  const { byPeriod, frame } = cut;
  const { bind } = facts;
  const [start, end] = [bind('Int64', frame.start), bind('Int64', frame.end)];
  const periods = byPeriod ? frame.periods.map((period, index) => [index + 1, period.start, period.end]) : [];
  const [numbers, froms, tos] = [0, 1, 2].map((column) =>
    bind(
      'Array(Int64)',
      periods.map((period) => period[column]),
    ),
  );
  const lines = isSifted(cut) ? 'sifted' : 'lines';
  const source = byPeriod
    ? `${lines} array join ${numbers} as period, ${froms} as entry_from, ${tos} as entry_to`
    : `(select *, 0 as period, ${start} as entry_from, ${end} as entry_to from ${lines})`;
  const carried = isSifted(cut) ? ', n' : '';
  return [
    linesPart(facts, cut, { start, end, until }),
    ...(isSifted(cut) ? [siftedPart(bind, cut)] : []),
    `plain as (select unit, held, own as part, period, entry_from, entry_to, ${keysOf(cut.question)}${carried} from ${source})`,
    `stage1 as (select unit, held, part, period, values, codes, steps, steps as struck, level1${carried} from (select unit, held, part, period, values${carried},
        arrayMap((key, i) -> bitShiftLeft(${instantOf('key')}, 21) + i, keys, arrayEnumerate(keys)) as codes, arrayMap(key -> bitShiftLeft(toUInt32(1), ${whichOf('key')}), keys) as steps,
        arrayMap((key, i) -> if(${whichOf('key')} = 0 and ${instantOf('key')} >= entry_from and ${instantOf('key')} < entry_to, bitShiftLeft(${instantOf('key')}, 21) + i, 0), keys, arrayEnumerate(keys)) as level1
      from plain)${byPeriod ? ' where arrayMax(level1) != 0' : ''})`,
  ];
};

const instantOf = (key: string): string => `bitShiftRight(${key}, ${BITS})`;
const whichOf = (key: string): string => `bitAnd(${key}, ${MOST})`;

interface Span {
  readonly start: string;
  readonly end: string;
  readonly until: number;
}

// What each unit did, as numbers in order; with the values of the breakdown beside, or only those of the facts that may begin an attempt.
const linesPart = (facts: UnitFacts, { question, frame }: FunnelCut, { start, end, until }: Span): string => {
  const { steps, exclusions, breakdown, holdConstant, attribution } = question;
  const matches = [...steps, ...exclusions];
  const which = `multiIf(${matches.map((match, index) => `${facts.matches(match)}, ${index}`).join(', ')}, ${MOST})`;
  const value = breakdown === null ? "''" : facts.fields.text(breakdown.field);
  const held = holdConstant === null ? "''" : facts.fields.text(holdConstant);
  const rows = facts.select([`toInt64(${which}) as which`, `${value} as value`, `${held} as held`], { matches, since: frame.start, until });
  const own = breakdown !== null && attribution === 'any' ? 'value' : "''";
  const key = `bitShiftLeft(t, ${BITS}) + which`;
  const entered = `which = 0 and t < ${end}`;
  const told = ofEntry(question) || attribution === 'any' ? `arraySort(groupArray(${key}))` : `arraySort(groupArray((${key}, id, value)))`;
  const begun =
    breakdown !== null && ofEntry(question)
      ? 'arraySort(groupArrayIf((t, id, value), which = 0))'
      : `CAST([], 'Array(Tuple(Int64, UInt64, String))')`;
  return `lines as (select unit, held, ${own} as own, ${told} as told, ${begun} as begun, minIf(t, ${entered}) as first_entry, maxIf(t, ${entered}) as newest_entry from (${rows}) as seen
      where which < ${MOST} and t >= ${start}${holdConstant === null ? '' : " and held != ''"} group by unit, held, own having countIf(${entered}) > 0)`;
};

// The keys of a line, and beside each the value that an outcome may be asked for.
const keysOf = (question: FunnelQuestion): string => {
  if (question.breakdown === null) return `told as keys, CAST([], 'Array(String)') as values`;
  if (question.attribution === 'any') return `told as keys, arrayMap(key -> own, told) as values`;
  if (!ofEntry(question)) return 'tupleElement(told, 1) as keys, tupleElement(told, 3) as values';
  return `told as keys, arrayMap((key, nth) -> if(${whichOf('key')} = 0, tupleElement(begun, 3)[nth], ''), told, arrayCumSum(key -> ${whichOf('key')} = 0, told)) as values`;
};

// Most units only enter: nothing of what they did can be a second step in time. They become one row for each slice, so that what is worked out for each
// unit is worked out for the few others. An attempt that only enters is the earliest entry; of several in one instant the last.
const siftedPart = (bind: Bind, { question, frame }: FunnelCut): string => {
  const goesOn =
    question.steps.length === 1
      ? 'false'
      : `arrayExists(key -> ${whichOf('key')} = 1 and ${instantOf('key')} >= first_entry and ${instantOf('key')} <= newest_entry + ${bind('Int64', question.windowSeconds * 1_000)}, told)`;
  const value = question.breakdown !== null && ofEntry(question) ? 'tupleElement(arrayLast(x -> x.1 = first_entry, begun), 3)' : "''";
  const ended = `bitShiftLeft(newest_entry, ${BITS})`;
  return `sifted as (select who as unit, '' as held, own, any(told) as told, any(begun) as begun, count() as n
      from (select own, goes_on, if(goes_on, unit, defaultValueOfArgumentType(unit)) as who, if(goes_on, told, [${ended}]) as told,
          if(goes_on, begun, [(newest_entry, toUInt64(0), ${value})]) as begun, not goes_on and ${isMature(bind, { question, frame }, 'newest_entry')} as is_over, if(goes_on, '', ${value}) as of_entry
        from (select *, ${goesOn} as goes_on from lines))
      group by goes_on, who, own, of_entry, is_over)`;
};
