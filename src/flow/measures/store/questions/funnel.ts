import { ALL, OTHERS } from '../../domain/questions/slices.ts';
import type { Question } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Bind, Statement } from '../statement.ts';
import type { FunnelCut } from './funnel-cut.ts';
import { funnelOutcomes } from './funnel-outcomes.ts';
import { inSlice, slicesPart } from './slices.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** How many units reached a step (from 1) in a slice. Seconds are over all of them; `mature` ones have had all their time. */
export interface FunnelStepCount {
  readonly slice: string;
  readonly step: number;
  readonly units: number;
  readonly open: number;
  readonly mature: number;
  readonly fromFirst: readonly number[];
  readonly fromPrevious: readonly number[];
}

/** How many took how long, in bins of equal width; the first bin begins with the shortest time. */
export interface FunnelTimes {
  readonly n: number;
  readonly mean: number;
  readonly lowest: number;
  readonly width: number;
  readonly bins: readonly number[];
}

/** A slice of a funnel as the engine answers it: lists by step, of spreads without the mean. `stepsOfSlices` makes rows by step of it. */
export interface FunnelSliceCount {
  readonly slice: string;
  readonly units: readonly number[];
  readonly mature: readonly number[];
  readonly meansFirst: readonly number[];
  readonly spreadsFirst: readonly (readonly number[])[];
  readonly meansPrevious: readonly number[];
  readonly spreadsPrevious: readonly (readonly number[])[];
}

/** How many units reached each step, and how long did it take them? */
export const funnelSteps = (scope: FactScope, cut: FunnelCut): Statement => {
  const facts = unitFacts(scope);
  const outcomes = funnelOutcomes(facts, cut);
  const { breakdown } = cut.question;
  const spans = `(select slice, times, if(${isMature(facts, cut)}, times, []) as complete, arrayMap(t -> (t - times[1]) / 1000, times) as since_first, arrayMap(span -> span / 1000, arrayDifference(times)) as since_previous from outcomes)`;
  const counted =
    breakdown === null
      ? `select '${ALL}' as slice, ${STEP_FIGURES.map(([name, figure, of]) => `${figure('')}(${of}) as ${name}`).join(', ')} from ${spans} having notEmpty(units)`
      : slicedFigures(facts.bind, breakdown, spans);
  return { sql: `${facts.head(outcomes)}${counted}`, params: facts.params };
};

/** The steps of each slice, the first ones first: those of an attempt that still has time when it ends there are open. The last step has none. */
export const stepsOfSlices = (slices: readonly FunnelSliceCount[], steps: number): readonly FunnelStepCount[] =>
  slices.flatMap(({ slice, units, mature, ...times }) => {
    const immature = (index: number): number => Number(units[index] ?? 0) - Number(mature[index] ?? 0);
    return units.map((count, index) => ({
      ...{ slice, step: index + 1, units: Number(count), mature: Number(mature[index] ?? 0) },
      open: index + 1 === steps ? 0 : immature(index) - immature(index + 1),
      fromFirst: [times.meansFirst[index]!, ...times.spreadsFirst[index]!],
      fromPrevious: [times.meansPrevious[index]!, ...times.spreadsPrevious[index]!],
    }));
  });

// Each a list by steps, over lists by steps of all units: as quick for twenty steps as for two.
const STEP_FIGURES: readonly (readonly [name: string, figure: (then: string) => string, of: string])[] = [
  ['units', (then) => `countForEach${then}`, 'times'],
  ['mature', (then) => `countForEach${then}`, 'complete'],
  ['meansFirst', (then) => `avgForEach${then}`, 'since_first'],
  ['spreadsFirst', (then) => `quantilesExactInclusiveForEach${then}(0.25, 0.5, 0.75)`, 'since_first'],
  ['meansPrevious', (then) => `avgForEach${then}`, 'since_previous'],
  ['spreadsPrevious', (then) => `quantilesExactInclusiveForEach${then}(0.25, 0.5, 0.75)`, 'since_previous'],
];

// Slices are ranked when they are few rows: a unit has one row in a slice, so that rows are units.
const slicedFigures = (bind: Bind, { top }: NonNullable<Question['breakdown']>, spans: string): string => {
  const states = STEP_FIGURES.map(([name, figure, of]) => `${figure('State')}(${of}) as ${name}`).join(', ');
  const merged = STEP_FIGURES.map(([name, figure]) => `${figure('Merge')}(ranked.${name}) as ${name}`).join(', ');
  return `select if(place <= ${bind('UInt16', top)}, ranked.slice, '${OTHERS}') as slice, ${merged}
    from (select *, row_number() over (order by size desc, slice asc) as place from (select slice, count() as size, ${states} from ${spans} group by slice)) as ranked group by slice`;
};

/** Who entered in each period, and who went through? Expects a cut by period. */
export const funnelTrend = (scope: FactScope, cut: FunnelCut): Statement => {
  const facts = unitFacts(scope);
  const outcomes = funnelOutcomes(facts, cut);
  const through = `length(times) = ${cut.question.steps.length}`;
  const sql = `${facts.head([...outcomes, slicesPart(facts.bind, cut.question.breakdown)])}select slice, period, count() as entered, countIf(${through}) as converted,
    countIf(${isMature(facts, cut)}) as mature, countIf(${through} and ${isMature(facts, cut)}) as matureConverted
  from sliced group by slice, period order by slice, period`;
  return { sql, params: facts.params };
};

/** How long did it take from one step to another (from 0)? As many bins as the cube root of the count says, between 1 and 60, and one more. */
export const funnelTimes = (scope: FactScope, cut: FunnelCut, between: readonly [number, number]): Statement => {
  const facts = unitFacts(scope);
  const outcomes = funnelOutcomes(facts, { ...cut, question: { ...cut.question, breakdown: null } });
  const [from, to] = between.map((step) => facts.bind('UInt8', step + 1));
  const sql = `${facts.head(outcomes)}select n, mean, lowest, width, arrayMap(bin -> toUInt64(countEqual(arrayMap(one -> toUInt32(intDiv(one - shortest, toInt64(width) * 1000)), took), bin)), range(toUInt32(parts + 1))) as bins
  from (select count() as n, avg(ms) / 1000 as mean, min(ms) as shortest, shortest / 1000 as lowest, groupArray(ms) as took, least(60, greatest(1, ceil(cbrt(n)))) as parts,
      greatest(1, ceil((max(ms) / 1000 - lowest) / parts)) as width
    from (select arrayJoin(if(length(times) >= ${to}, [times[${to}] - times[${from}]], [])) as ms from outcomes) as spans)`;
  return { sql, params: facts.params };
};

// A filter on outcomes is moved down to where their lines are made, and each of its parts is worked out again and again there: 25 times slower.

/** Which units of a slice, and period, stopped at or got beyond a step (from 0), in so much time where that is asked? The latest first; `value` is the seconds from the entry. */
export const funnelUnits = (scope: FactScope, cut: FunnelCut, part: FunnelPart): Statement => {
  const facts = unitFacts(scope);
  const outcomes = funnelOutcomes(facts, cut);
  const step = facts.bind('UInt8', part.step + 1);
  const stopped = `length(times) = ${step} and ${step} < ${cut.question.steps.length}`;
  const mature = isMature(facts, cut);
  const got = `length(times) >= ${step}${part.took ? ` and ${tookSql(facts, part.took, part.step)}` : ''}`;
  const test = { reached: got, dropped: `${stopped} and ${mature}`, open: `${stopped} and not ${mature}` }[part.outcome];
  const period = part.period === null ? 'true' : `period = ${facts.bind('Int64', part.period + 1)}`;
  const page = pageSql(part.offset, part.limit, facts.bind);
  const sliced = slicesPart(facts.bind, cut.question.breakdown);
  const sql = `${facts.head([...outcomes, sliced])}select toString(unit) as unit, maxIf(then, is_meant) as at, maxIf(since_first, is_meant) as value
  from (select unit, times[${step}] as then, (then - times[1]) / 1000 as since_first, (${test}) and ${period} and ${inSlice(part.slice, facts.bind)} as is_meant from sliced) as parted
  group by parted.unit having countIf(is_meant) > 0 order by at desc, unit ${page}`;
  return { sql, params: facts.params };
};

export interface FunnelPart {
  readonly step: number;
  readonly outcome: 'reached' | 'dropped' | 'open';
  readonly slice: string | null;
  /** The index of the period; null for all. */
  readonly period: number | null;
  /** Who got to the step from that one (from 0) in at least so many ms, and less than so many; null for any time. */
  readonly took: { readonly from: number; readonly leastMs: number; readonly belowMs: number } | null;
  readonly offset: number;
  readonly limit: number;
}

const tookSql = ({ bind }: UnitFacts, { from, leastMs, belowMs }: NonNullable<FunnelPart['took']>, to: number): string => {
  const took = `times[${bind('UInt8', to + 1)}] - times[${bind('UInt8', from + 1)}]`;
  return `${took} >= ${bind('Int64', leastMs)} and ${took} < ${bind('Int64', belowMs)}`;
};

// Who still has time is not yet known. Time runs from the first entry, so that who enters again and again is counted too, and nobody who was counted
// leaves the share again. Steps that are not looked for after the range have had their time with it.
const isMature = ({ bind }: UnitFacts, { question: { observe, windowSeconds }, frame }: FunnelCut): string =>
  observe === 'range' && frame.end <= frame.asOf
    ? 'true'
    : `first_entry + ${bind('Int64', windowSeconds * 1_000)} <= ${bind('Int64', frame.asOf)}`;
