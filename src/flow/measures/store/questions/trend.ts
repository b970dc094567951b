import { ALL, OTHERS } from '../../domain/questions/slices.ts';
import type { TrendWindow } from '../../domain/questions/trend/trend-windows.ts';
import type { Counting, QuestionUnit } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Statement } from '../statement.ts';
import { type WindowSql, windowSql } from '../windows.ts';
import { boundsOfTrend, type TrendCut } from './trend-cut.ts';
import { areTogether, isOfEventHours, piecesOfHours, piecesTogether } from './trend-hours.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** What a series counts in a window (from 1) and slice: `*` is all, in which nobody counts twice; others begin with `=`. */
export interface TrendCount {
  readonly slice: string;
  readonly w: number;
  readonly value: number | null;
}

/** How many facts or units are there in each window, or what do the values of a field come to? As `trendReference`; what has no row has no fact. */
export const trendCounts = (scope: FactScope, cut: TrendCut): Statement => {
  const seen = { ...scope, keepsNobody: cut.count.of !== 'units' };
  const isOfHours = isOfEventHours(scope, cut);
  const facts = isOfHours ? unitFacts(seen) : factsOfSeries(seen, cut);
  const windows = windowSql(cut.windows, facts.bind);
  const pieces = isOfHours ? piecesOfHours(facts, scope, { cut, windows }) : piecesOfFacts(facts, scope, { cut, windows });
  const { merge } = aggregate(cut.count, scope.unit, facts);
  const sql =
    cut.breakdown === null
      ? `select '${ALL}' as slice, w, toNullable(${merge}) as value from pieces array join ${windows.containing} as w group by w order by w`
      : `select if(is_all = 1, '${ALL}', concat('=', kept)) as slice, w, value from (
    select kept, grouping(kept) as is_all, w, toNullable(${merge}) as value
    from (select piece, held, if(dense_rank() over (order by size desc, slice asc) <= ${facts.bind('UInt16', cut.breakdown.top)}, slice, '${OTHERS}') as kept from (select *, sum(n) over (partition by slice) as size from pieces)) as ranked
    array join ${windows.containing} as w group by grouping sets ((kept, w), (w))) order by slice, w`;
  return { sql: `${facts.head(pieces)}${sql}`, params: facts.params };
};

/** The same of all series (numbered from 0) by one statement, where hours tell that at once: half the work of three. Null where they do not. */
export const trendCountsTogether = (scope: FactScope, cuts: readonly TrendCut[]): Statement | null => {
  if (!areTogether(scope, cuts)) return null;
  const facts = unitFacts(scope);
  const windows = windowSql(cuts[0]!.windows, facts.bind);
  const sql = `${facts.head([piecesTogether(facts, scope, { cuts, windows })])}select series, '${ALL}' as slice, w, toNullable(toFloat64(groupBitmapMerge(held))) as value
  from pieces array join ${windows.containing} as w group by series, w order by series, w ${IN_PIECES}`;
  return { sql, params: facts.params };
};

// Hours are few rows with large sets, which one thread alone would read and join.
const IN_PIECES =
  'settings merge_tree_min_rows_for_concurrent_read = 1, merge_tree_min_bytes_for_concurrent_read = 1, merge_tree_min_read_task_size = 1, max_streams_to_max_threads_ratio = 4';

export interface TrendPart {
  /** One of the windows. */
  readonly window: TrendWindow;
  readonly slice: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Which units are behind a figure of a series, in one window? Slices are the largest over all windows, as in the answer. Those with the most facts first, which is the `value`. */
export const trendUnits = (scope: FactScope, cut: TrendCut, part: TrendPart): Statement => {
  if (cut.breakdown === null) return unitsOfWhole(scope, cut, part);
  const facts = unitFacts(scope);
  const rows = rowsOfSeries(facts, cut, windowSql(cut.windows, facts.bind));
  const slice = part.slice === null || part.slice === ALL ? 'true' : `kept = ${facts.bind('String', part.slice)}`;
  const page = pageSql(part.offset, part.limit, facts.bind);
  const [start, end] = [facts.bind('Int64', part.window.start), facts.bind('Int64', part.window.end)];
  const sql = `${facts.head()}select toString(unit) as unit, max(t) as at, count() as value
  from (select *, if(dense_rank() over (order by size desc, slice asc) <= ${facts.bind('UInt16', cut.breakdown.top)}, slice, '${OTHERS}') as kept
    from (select unit, t, slice, count() over (partition by slice) as size from (${rows}) as seen where is_meant) as sized) as ranked
  where ${slice} and t >= ${start} and t < ${end} group by ranked.unit order by value desc, unit ${page}`;
  return { sql, params: facts.params };
};

// Without slices nothing outside of the window matters.
const unitsOfWhole = (scope: FactScope, { match, breakdown }: TrendCut, { window, offset, limit }: TrendPart): Statement => {
  const facts = unitFacts(scope, { matches: [match], breakdown, bounds: boundsOfTrend([window], scope.asOf), lastBefore: window.end });
  const [start, end] = [facts.bind('Int64', window.start), facts.bind('Int64', window.end)];
  const rows = facts.select([`${facts.matches(match)} as is_meant`], { matches: [match], since: window.start, until: window.end });
  const sql = `${facts.head()}select toString(unit) as unit, ${facts.latest} as at, ${facts.count} as value
  from (${rows}) as seen where is_meant and t >= ${start} and t < ${end} group by seen.unit order by value desc, unit ${pageSql(offset, limit, facts.bind)}`;
  return { sql, params: facts.params };
};

// Of values of a field the facts themselves must be read.
const factsOfSeries = (scope: FactScope, { match, count, breakdown, windows }: TrendCut): UnitFacts =>
  count.of === 'units' || count.of === 'events'
    ? unitFacts(scope, { matches: [match], breakdown, bounds: boundsOfTrend(windows, scope.asOf) })
    : unitFacts(scope);

interface CutInWindows {
  readonly cut: TrendCut;
  readonly windows: WindowSql;
}

// Facts are put into pieces of time first, pieces are merged into windows: a day is counted once, whether one window has it or twenty-eight.
const piecesOfFacts = (facts: UnitFacts, scope: FactScope, { cut, windows }: CutInWindows): readonly string[] => {
  const { state } = aggregate(cut.count, scope.unit, facts);
  const rows = rowsOfSeries(facts, cut, windows);
  return [
    `pieces as (select slice, piece, ${facts.count} as n, ${state} as held from (select unit, slice, number, ${windows.pieceOf('t')} as piece${facts.handed} from (${rows}) as seen where is_meant) as meant group by slice, piece)`,
  ];
};

const rowsOfSeries = (facts: UnitFacts, { match, count, breakdown, windows: spans }: TrendCut, windows: WindowSql): string => {
  const slice = breakdown === null ? "''" : facts.fields.text(breakdown.field);
  const isNumber = !['events', 'units'].includes(count.of);
  const number = isNumber ? `toFloat64OrNull(${facts.fields.text(count.field ?? 'event.amount')})` : 'toNullable(toFloat64(0))';
  const rows = facts.select(
    [`${facts.matches(match)} as is_meant`, `${slice} as slice`, `if(isFinite(${number}), ${number}, null) as number`],
    {
      matches: [match],
      since: Math.min(...spans.map(({ start }) => start)),
      until: Math.max(...spans.map(({ end }) => end)),
    },
  );
  return `select * from (${rows}) as told where ${windows.holds('t')}`;
};

// Dense numbers fit bitmaps, which merge fast and exactly; sessions and texts do not. Values are added up as they come: sums of fractions may differ in
// their last digits.
const aggregate = (
  { of, level }: Counting,
  unit: QuestionUnit,
  { bind, count }: UnitFacts,
): { readonly state: string; readonly merge: string } => {
  if (of === 'events') return { state: count, merge: 'toFloat64(sum(held))' };
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
