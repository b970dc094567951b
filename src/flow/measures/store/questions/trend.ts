import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import { ALL, OTHERS } from '../../domain/questions/slices.ts';
import type { TrendWindow } from '../../domain/questions/trend/trend-windows.ts';
import type { Counting, EventMatch, Question, QuestionUnit } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Statement } from '../statement.ts';
import { windowSql } from '../windows.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** One series of a trend with the windows that it is counted in. */
export interface TrendCut {
  readonly match: EventMatch;
  readonly count: Counting;
  readonly breakdown: Question['breakdown'];
  readonly frame: Pick<QuestionFrame, 'asOf'>;
  readonly windows: readonly TrendWindow[];
}

/** What a series counts in a window (from 1) and slice: `*` is all, in which nobody counts twice; others begin with `=`. */
export interface TrendCount {
  readonly slice: string;
  readonly w: number;
  readonly value: number | null;
}

/** How many facts or units are there in each window, or what do the values of a field come to? As `trendReference`; what has no row has no fact. */
export const trendCounts = (scope: FactScope, cut: TrendCut): Statement => {
  const facts = unitFacts({ ...scope, keepsNobody: cut.count.of !== 'units' });
  const { piece, containing, rows } = rowsOfSeries(facts, cut);
  const { state, merge } = aggregate(cut.count, scope.unit, facts);
  const top = cut.breakdown === null ? '0' : facts.bind('UInt16', cut.breakdown.top);
  // Facts are put into pieces of time first, pieces are merged into windows: a day is counted once, whether one window has it or twenty-eight.
  const pieces = `pieces as (select slice, piece, count() as n, ${state} as held from (select unit, slice, number, ${piece} as piece from (${rows}) as seen where is_meant) as meant group by slice, piece)`;
  const sets = cut.breakdown === null ? '((w))' : '((kept, w), (w))';
  const sql = `${facts.head([pieces])}select if(is_all = 1, '${ALL}', concat('=', kept)) as slice, w, value from (
    select ${cut.breakdown === null ? "'' as kept, 1" : 'kept, grouping(kept)'} as is_all, w, toNullable(${merge}) as value
    from (select piece, held, if(dense_rank() over (order by size desc, slice asc) <= ${top}, slice, '${OTHERS}') as kept from (select *, sum(n) over (partition by slice) as size from pieces)) as ranked
    array join ${containing} as w group by grouping sets ${sets}) order by slice, w`;
  return { sql, params: facts.params };
};

export interface TrendPart {
  /** One of the windows. */
  readonly window: TrendWindow;
  readonly slice: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Which units are behind a figure of a series, in one window? Slices are the largest over all windows, as in the answer. Those with the most facts first, which is the `value`. */
export const trendUnits = (scope: FactScope, cut: TrendCut, part: TrendPart): Statement => {
  const facts = unitFacts(scope);
  const { rows } = rowsOfSeries(facts, cut);
  const slice = sliceTest(part.slice, cut.breakdown?.top ?? 0, facts);
  const page = pageSql(part.offset, part.limit, facts.bind);
  const [start, end] = [facts.bind('Int64', part.window.start), facts.bind('Int64', part.window.end)];
  const sql = `${facts.head()}select toString(unit) as unit, max(t) as at, count() as value
  from (select *, if(dense_rank() over (order by size desc, slice asc) <= ${facts.bind('UInt16', cut.breakdown?.top ?? 1)}, slice, '${OTHERS}') as kept
    from (select unit, t, slice, count() over (partition by slice) as size from (${rows}) as seen where is_meant) as sized) as ranked
  where ${slice} and t >= ${start} and t < ${end} group by ranked.unit order by value desc, unit ${page}`;
  return { sql, params: facts.params };
};

const sliceTest = (slice: string | null, top: number, { bind }: UnitFacts): string =>
  slice === null || slice === ALL || top === 0 ? 'true' : `kept = ${bind('String', slice)}`;

const rowsOfSeries = (facts: UnitFacts, { match, count, breakdown, windows }: TrendCut) => {
  const { piece, containing, within } = windowSql(windows, facts.bind);
  const slice = breakdown === null ? "''" : facts.fields.text(breakdown.field);
  const isNumber = !['events', 'units'].includes(count.of);
  const number = isNumber ? `toFloat64OrNull(${facts.fields.text(count.field ?? 'event.amount')})` : 'toNullable(toFloat64(0))';
  const rows = facts.select(
    ['at', `${facts.matches(match)} as is_meant`, `${slice} as slice`, `if(isFinite(${number}), ${number}, null) as number`],
    {
      matches: [match],
      since: Math.min(...windows.map(({ start }) => start)),
      until: Math.max(...windows.map(({ end }) => end)),
    },
  );
  return { piece, containing, rows: `select * from (${rows}) as told where ${within}` };
};

// Dense numbers fit bitmaps, which merge fast and exactly; sessions and texts do not. Values are added up as they come: sums of fractions may differ in
// their last digits.
const aggregate = (
  { of, level }: Counting,
  unit: QuestionUnit,
  { bind }: UnitFacts,
): { readonly state: string; readonly merge: string } => {
  if (of === 'events') return { state: 'count()', merge: 'toFloat64(sum(held))' };
  if (of === 'units' && (unit === 'person' || unit === 'account'))
    return { state: 'groupBitmapState(toUInt32(unit))', merge: 'toFloat64(groupBitmapMerge(held))' };
  if (of === 'units') return { state: 'uniqExactState(unit)', merge: 'toFloat64(uniqExactMerge(held))' };
  if (of === 'percentile') {
    const at = bind('Float64', level);
    return { state: `quantileExactInclusiveState(${at})(number)`, merge: `quantileExactInclusiveMerge(${at})(held)` };
  }
  const name = { sum: 'sum', mean: 'avg', min: 'min', max: 'max' }[of];
  return { state: `${name}State(number)`, merge: of === 'sum' ? 'ifNull(sumMerge(held), 0)' : `${name}Merge(held)` };
};
