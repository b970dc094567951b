import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { FunnelQuestion } from '../../question-contracts.ts';
import type { Bind } from '../statement.ts';
import { anyOrderParts, isPlainAnyOrder } from './funnel-any-order.ts';
import type { FunnelCut } from './funnel-cut.ts';
import { isPlainFunnel, plainLines } from './funnel-plain-lines.ts';
import { isStraightFunnel, straightParts } from './funnel-straight.ts';
import { strictBreaks } from './strict-breaks.ts';
import type { UnitFacts } from './unit-facts.ts';

const CHAIN = 'Array(Tuple(Int64, String))';
const EMPTY = `CAST([], '${CHAIN}')`;
const BREAK = 31;

/**
 * The named parts that end with `outcomes`: (unit, slice, period, times, first_entry), one row per unit in the funnel (and slice or period).
 * `times` are the instants (ms) of the steps of the attempt that counts; as `countedAttempt` of domain/questions/funnel says.
 */
export const funnelOutcomes = (facts: UnitFacts, cut: FunnelCut): readonly string[] => {
  const rules = rulesOf(facts.bind, cut);
  if (isStraightFunnel(cut.question, facts.merged)) return straightParts(facts, cut, funnelUntil(cut.question, cut.frame));
  if (isPlainFunnel(cut.question, facts.merged))
    return [
      ...plainLines(facts, cut, funnelUntil(cut.question, cut.frame)),
      ...stagedParts(cut, rules, 2 ** cut.question.steps.length),
      outcomesPart(cut),
    ];
  if (isPlainAnyOrder(cut.question, facts.merged))
    return [...lineParts(facts, cut, rules), ...anyOrderParts(cut.question, rules.window), outcomesPart(cut)];
  const perStart = cut.question.order === 'any' || cut.question.spoilt === 'removes';
  const found = perStart ? perStartParts(cut, rules) : [stage1Part(), ...stagedParts(cut, rules, 1)];
  return [...lineParts(facts, cut, rules), ...found, outcomesPart(cut)];
};

/** Until when (UTC ms, exclusive) are steps looked for? */
export const funnelUntil = ({ windowSeconds, observe }: FunnelQuestion, { end }: QuestionFrame): number =>
  observe === 'range' ? end : end + windowSeconds * 1_000;

interface Rules {
  readonly window: string;
  readonly stepWindow: string | null;
  /** Does the entry `x` of a line begin an attempt, when entries lie in [from, to)? */
  readonly isEntry: (x: string, from: string, to: string) => string;
  /** Which bits of role 1 end an attempt that has reached so many steps? */
  readonly ending: (reached: number) => number;
  /** Do the exclusions of `x` strike a chain that has reached `length` steps? */
  readonly strikes: (x: string, chain: string, length: string) => string;
}

const rulesOf = (bind: Bind, { question }: FunnelCut): Rules => {
  const window = bind('Int64', question.windowSeconds * 1_000);
  const scopes = question.exclusions.map((one, bit) => ({ bit, from: bind('UInt8', one.from), to: bind('UInt8', one.to) }));
  const entryBits = question.order === 'any' ? 'x.4 != 0' : 'bitTest(x.4, 0)';
  return {
    window,
    stepWindow: question.stepWindowSeconds === null ? null : bind('Int64', question.stepWindowSeconds * 1_000),
    isEntry: (x, from, to) => `(${x}.2 = 0 and ${entryBits.replaceAll('x.', `${x}.`)} and ${x}.1 >= ${from} and ${x}.1 < ${to})`,
    ending: (reached) =>
      question.exclusions.reduce(
        (bits, one, bit) => (one.from < reached && reached <= one.to ? bits + 2 ** bit : bits),
        question.order === 'strict' ? 2 ** BREAK : 0,
      ),
    strikes: (x, chain, length) =>
      scopes
        .map(
          (e) =>
            `(bitTest(${x}.4, ${e.bit}) and ${length} > ${e.from} and ${length} <= ${e.to} and tupleElement(${chain}[-1], 1) < ${x}.1)`,
        )
        .join(' or ') || 'false',
  };
};

// A line is what a unit did, in the order in which a funnel takes it: (t, role, lowest step, bits, id, value). Role 0 fits steps; role 1, behind the
// steps of its instant, are exclusions, and in a strict funnel the end of an instant in which something happened.
const lineParts = (facts: UnitFacts, { question, frame, byPeriod }: FunnelCut, rules: Rules): readonly string[] => {
  const { steps, exclusions, breakdown, holdConstant, order, attribution } = question;
  const bits = (matches: readonly string[]): string =>
    `toUInt32(${matches.map((match, bit) => `bitShiftLeft(toUInt32(${match}), ${bit})`).join(' + ') || '0'})`;
  const stepBits = bits(steps.map(facts.matches));
  const struck = bits(exclusions.map(facts.matches));
  const value = breakdown === null ? "''" : facts.fields.text(breakdown.field);
  const held = holdConstant === null ? "''" : facts.fields.text(holdConstant);
  const rows = facts.select([`${stepBits} as steps`, `${struck} as struck`, `${value} as value`, `${held} as held`], {
    matches: order === 'strict' ? [...steps, ...exclusions, { events: [], where: null, occurrence: 'every' }] : [...steps, ...exclusions],
    since: frame.start,
    until: funnelUntil(question, frame),
  });
  const own = breakdown !== null && attribution === 'any' ? 'value' : "''";
  return [
    `lines as (select unit, held, ${own} as own, arraySort(arrayConcat(
        groupArrayIf((t, toUInt8(0), bitAnd(steps, bitNot(steps) + 1), steps, id, value), steps != 0),
        groupArrayIf((t, toUInt8(1), toUInt32(0), struck, id, ''), struck != 0)${order === 'strict' ? `, ${strictBreaks(BREAK)}` : ''})) as line
      from (${rows}) as seen where t >= ${facts.bind('Int64', frame.start)}${order === 'strict' ? '' : ' and (steps != 0 or struck != 0)'}${holdConstant === null ? '' : " and held != ''"} group by unit, held, own
      having arrayExists(x -> ${rules.isEntry('x', facts.bind('Int64', frame.start), facts.bind('Int64', frame.end))}, line))`,
    cutPart(facts.bind, { question, frame, byPeriod }, rules),
  ];
};

const cutPart = (bind: Bind, { question: { breakdown, attribution }, frame, byPeriod }: FunnelCut, rules: Rules): string => {
  const [name, line, source] = breakdown === null ? ['own', 'line', 'lines'] : partOf(attribution, bind);
  const bounds = byPeriod ? frame.periods.map(({ start, end }, index) => [index + 1, start, end]) : [[0, frame.start, frame.end]];
  const [period, from, to] = [0, 1, 2].map((column) =>
    bind(
      `Array(Int64)`,
      bounds.map((bound) => bound[column]),
    ),
  );
  return `cuts as (select unit, held, ${name} as part, period, entry_from, entry_to, ${line} as line
      from ${source} array join ${period} as period, ${from} as entry_from, ${to} as entry_to
      where arrayExists(x -> ${rules.isEntry('x', 'entry_from', 'entry_to')}, line))`;
};

/** What an outcome is counted under, the line it is found in, and from where it comes. */
const partOf = (attribution: FunnelQuestion['attribution'], bind: Bind): readonly [string, string, string] => {
  if (typeof attribution === 'object')
    return 'eachStep' in attribution ? eachStep(bind('UInt8', attribution.eachStep)) : ['own', 'line', 'lines'];
  const touch = attribution === 'first_touch' ? 'arrayFirst' : attribution === 'last_touch' ? 'arrayLast' : null;
  return [touch === null ? 'own' : `tupleElement(${touch}(x -> x.2 = 0 and x.6 != '', line), 6)`, 'line', 'lines'];
};

const eachStep = (step: string): readonly [string, string, string] => {
  const values = `arrayDistinct(arrayMap(x -> x.6, arrayFilter(x -> x.2 = 0 and bitTest(x.4, ${step}), line)))`;
  const bitsOf = `if(x.2 = 0 and bitTest(x.4, ${step}) and x.6 != each, bitAnd(x.4, bitNot(bitShiftLeft(toUInt32(1), ${step}))), x.4)`;
  const line = `arraySort(arrayMap(x -> (x.1, x.2, bitAnd(x.4, bitNot(x.4) + 1), x.4, x.5, x.6), arrayMap(x -> (x.1, x.2, x.3, ${bitsOf}, x.5, x.6), line)))`;
  return ['each', line, `(select unit, held, own, line, each from lines array join if(empty(${values}), [''], ${values}) as each)`];
};

// Of all attempts at a level only the last that began matters: attempts keep their order, and the later one has more time left. So a level is an
// array as long as the line: at the facts that took an attempt there, the code of its entry, else 0. What holds a level before a fact is the
// nearest code before it. An attempt takes a step once, at the first fact that fits, so a code that comes again is dropped.
const stagedParts = ({ question }: FunnelCut, rules: Rules, scale: number): readonly string[] => {
  const K = question.steps.length;
  const levels = Array.from({ length: K }, (_, k) => k + 1);
  const before = (codes: string): string => `arrayPushFront(arrayPopBack(arrayFill(code -> code != 0, ${codes})), toInt64(0))`;
  const stage = (k: number): string => {
    const ended = rules.ending(k) * scale;
    const last =
      ended === 0
        ? ''
        : `, ${before(`arrayMap((code, bits) -> if(bitAnd(bits, toUInt32(${ended})) != 0, ${time('code')}, 0), codes, struck)`)} as ended`;
    const checks = [
      `${time('code')} - ${time('holder')} <= ${rules.window}`,
      ...(rules.stepWindow === null ? [] : [`${time('code')} - ${time('reach')} <= ${rules.stepWindow}`]),
      ...(ended === 0 ? [] : [`ending <= ${time('reach')}`]),
    ];
    const taken = `arrayMap((code, bits, holder, reach${ended === 0 ? '' : ', ending'}) -> if(bitTest(bits, ${k}) and holder != 0 and ${checks.join(' and ')}, holder, 0), codes, steps, holders, reaches${ended === 0 ? '' : ', ended'})`;
    const reaches =
      rules.stepWindow === null && ended === 0 ? 'holders' : before(`arrayMap((entry, code) -> if(entry = 0, 0, code), level${k}, codes)`);
    const held = `(select *, ${before(`level${k}`)} as holders, ${reaches} as reaches${last} from stage${k})`;
    return `stage${k + 1} as (select * except taken, arrayMap((code, earlier) -> if(code = earlier, 0, code), taken, ${before('taken')}) as level${k + 1}
      from (select * except (holders, reaches${ended === 0 ? '' : ', ended'}), ${taken} as taken from ${held}))`;
  };
  // The furthest; of equal ones the earliest completion, then the latest entry.
  const first = `arrayFirstIndex(code -> code != 0, top)`;
  const entry = `arrayMax(arrayMap((entry, code) -> if(${time('code')} = done, entry, 0), top, codes))`;
  const chain = levels.map((k) => `indexOf(level${k}, entry)`).join(', ');
  return [
    ...levels.slice(0, -1).map(stage),
    `folded as (select unit, held, part, period, first_entry, arrayMap(place -> (${time('codes[place]')}, values[place]), arrayFilter(place -> place != 0, [${chain}])) as reached
      from (select *, ${entry} as entry from (select *, ${time(`codes[${first}]`)} as done from
        (select *, ${time('arrayFirst(code -> code != 0, level1)')} as first_entry, ${topOf(K)} as top from stage${K}))))`,
  ];
};

// The first level: every entry begins an attempt.
const stage1Part = (): string => {
  const isEntry = `bitTest(bits, 0) and ${time('code')} >= entry_from and ${time('code')} < entry_to`;
  return `stage1 as (select *, arrayMap((code, bits) -> if(${isEntry}, code, 0), codes, steps) as level1 from
      (select unit, held, part, period, entry_from, entry_to, arrayMap((x, i) -> bitShiftLeft(x.1, 21) + i, line, arrayEnumerate(line)) as codes,
        arrayMap(x -> if(x.2 = 0, x.4, 0), line) as steps, arrayMap(x -> if(x.2 = 1, x.4, 0), line) as struck, tupleElement(line, 6) as values from cuts))`;
};

// The highest level that an attempt got to.
const topOf = (level: number): string => (level === 1 ? 'level1' : `if(arrayMax(level${level}) != 0, level${level}, ${topOf(level - 1)})`);

// A code is an instant and a place in its line: codes keep the order of the line. Two million facts of a unit fit.
const time = (code: string): string => `bitShiftRight(${code}, 21)`;

// Each beginning is followed on its own: for funnels of any order, and where an attempt that was spoilt is still followed.
const perStartParts = ({ question }: FunnelCut, rules: Rules): readonly string[] => {
  const isAny = question.order === 'any';
  const starts = isAny
    ? `arrayDistinct(arrayMap(x -> x.1, arrayFilter(x -> ${rules.isEntry('x', 'entry_from', 'entry_to')}, line)))`
    : `arrayFilter(i -> i != 0, arrayMap((x, i) -> if(${rules.isEntry('x', 'entry_from', 'entry_to')}, i, 0), line, arrayEnumerate(line)))`;
  const rest = isAny ? 'arrayFilter(x -> x.1 >= start, line)' : 'arraySlice(line, start)';
  const key = `(-length(chain), tupleElement(chain[-1], 1), -tupleElement(chain[1], 1)${isAny ? '' : ', -start'})`;
  const counts = question.spoilt === 'ends' ? 'true' : `spoilt = 0${isAny ? '' : ' and length(chain) = furthest'}`;
  return [
    `tries as (select unit, held, part, period, toInt64(start) as start, first_entry, tupleElement(state, 1) as chain, tupleElement(state, 2) as spoilt
      from (select unit, held, part, period, start, tupleElement(arrayFirst(x -> ${rules.isEntry('x', 'entry_from', 'entry_to')}, line), 1) as first_entry, ${isAny ? anyFold(question, rules, rest) : entryFold(question, rules, rest)} as state
        from cuts array join ${starts} as start))`,
    `folded as (select unit, held, part, period, min(first_entry) as first_entry, argMin(chain, ${key}) as reached
      from (select *, max(length(chain)) over (partition by unit, held, part, period) as furthest from tries) where ${counts} group by unit, held, part, period)`,
  ];
};

const entryFold = ({ steps, order }: FunnelQuestion, rules: Rules, rest: string): string => {
  const inTime = `x.1 - tupleElement(acc.1[1], 1) <= ${rules.window}${rules.stepWindow === null ? '' : ` and x.1 - tupleElement(acc.1[-1], 1) <= ${rules.stepWindow}`}`;
  const goes = `length(acc.1) = 0 or (acc.3 = 0 and length(acc.1) < ${steps.length} and bitTest(x.4, toUInt8(length(acc.1))) and ${inTime})`;
  const struck = `${rules.strikes('x', 'acc.1', 'length(acc.1)')}`;
  const broken =
    order === 'strict' ? `bitTest(x.4, ${BREAK}) and length(acc.1) < ${steps.length} and tupleElement(acc.1[-1], 1) < x.1` : 'false';
  return `arrayFold((acc, x) -> if(x.2 = 0, (if(${goes}, arrayPushBack(acc.1, (x.1, x.6)), acc.1), acc.2, acc.3),
          (acc.1, if(acc.3 = 0 and x.1 - tupleElement(acc.1[1], 1) <= ${rules.window} and (${struck}), toUInt8(1), acc.2), if(${broken}, toUInt8(1), acc.3))),
          ${rest}, (${EMPTY}, toUInt8(0), toUInt8(0)))`;
};

// Which sets of steps could be filled so far? A fact fills one step; which, is decided in hindsight.
const anyFold = ({ steps }: FunnelQuestion, rules: Rules, rest: string): string => {
  const inWindow = `acc.2 = 0 and length(acc.1) < ${steps.length} and x.1 - start <= ${rules.window}`;
  const filled = `arrayDistinct(arrayConcat(acc.3, arrayFlatten(arrayMap(one -> arrayMap(k -> bitOr(one, bitShiftLeft(toUInt32(1), k)), arrayFilter(k -> bitTest(x.4, k) and not bitTest(one, k), range(toUInt8(${steps.length})))), acc.3))))`;
  const grown = `arrayMap(sets -> (if(arrayExists(one -> bitCount(one) > length(acc.1), sets), arrayPushBack(acc.1, (x.1, x.6)), acc.1), acc.2, sets), [${filled}])[1]`;
  return `arrayFold((acc, x) -> if(x.2 = 0, if(${inWindow}, ${grown}, acc), (acc.1, if(${inWindow} and x.1 > start, toUInt8(1), acc.2), acc.3)),
          ${rest}, (${EMPTY}, toUInt8(0), [toUInt32(0)]))`;
};

// Over the values that were held constant the furthest attempt counts, by the same rule. Where nothing is held a unit has one attempt already.
const outcomesPart = ({ question: { breakdown, attribution, holdConstant } }: FunnelCut): string =>
  holdConstant === null
    ? `outcomes as (select unit, period, ${breakdown === null ? "''" : sliceOf(attribution)} as slice, tupleElement(reached, 1) as times, first_entry from folded)`
    : `outcomes as (select unit, period, ${breakdown === null ? "''" : sliceOf(attribution)} as slice, tupleElement(reached, 1) as times, first_entry
      from (select unit, part, period, min(first_entry) as first_entry, argMin(reached, (-length(reached), tupleElement(reached[-1], 1), -tupleElement(reached[1], 1), held)) as reached
        from folded group by unit, part, period) as counted)`;

const sliceOf = (attribution: FunnelQuestion['attribution']): string => {
  if (attribution === 'first') return 'tupleElement(reached[1], 2)';
  if (attribution === 'last') return 'tupleElement(reached[-1], 2)';
  if (typeof attribution === 'object' && 'step' in attribution) return `tupleElement(reached[${attribution.step + 1}], 2)`;
  return 'part';
};
