import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import { ALL } from '../../domain/questions/slices.ts';
import type { StickinessQuestion } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Bind, Statement } from '../statement.ts';
import { MOST_STRETCHES, maskSql } from './day-masks.ts';
import type { HourNeeds } from './hours.ts';
import { periodIndex } from './period-index.ts';
import { inSlice, slicesPart } from './slices.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** In how many intervals was each unit active? Rows (slice, intervals, units), as `stickinessReference` says. */
export const stickinessCounts = (scope: FactScope, question: StickinessQuestion, frame: QuestionFrame): Statement => {
  const facts = factsOf(scope, question, frame);
  const byMasks = countsOfDays(facts, question, frame);
  if (byMasks !== null) return byMasks;
  const parts = activeParts(facts, question, { frame, latest: '0' });
  const sql = `${facts.head(parts)}select slice, toUInt16(intervals) as intervals, count() as units from (${intervalsOfUnits(question, facts.bind)}) as per_unit
  where intervals > 0 group by slice, intervals order by slice, intervals`;
  return { sql, params: facts.params };
};

// Where being active at all is enough, the intervals of a unit are the ones of a mask.
const countsOfDays = (facts: UnitFacts, question: StickinessQuestion, frame: QuestionFrame): Statement | null => {
  const { breakdown, criterion, intervalCount } = question;
  const periods = frame.periods.filter(({ start }) => start <= frame.asOf);
  const isPlain = breakdown === null && criterion.op === 'gte' && criterion.count === 1;
  if (facts.days === null || !isPlain || periods.length === 0 || periods.length > MOST_STRETCHES) return null;
  const spans = periods.map(({ start, end }, index) => ({ index, start, end }));
  const { columns, mask } = maskSql(facts.days.pieces, periods.length, (t) => {
    const period = periodIndex(spans, t, facts.bind);
    return intervalCount === 1 ? period : `intDiv(${period}, ${facts.bind('UInt16', intervalCount)})`;
  });
  const rows = facts.days.select(columns, frame.start, Math.min(frame.end, frame.asOf + 1));
  const sql = `${facts.head()}select '${ALL}' as slice, toUInt16(bitCount(mask)) as intervals, count() as units
  from (select ${mask} as mask from (${rows}) as told group by unit having mask > 0) as per_unit group by intervals order by intervals`;
  return { sql, params: facts.params };
};

export interface StickinessPart {
  readonly slice: string | null;
  /** In so many intervals; in at least so many when the question is cumulative. Null: in any number. */
  readonly intervals: number | null;
  readonly offset: number;
  readonly limit: number;
}

/** Which units were active in so many intervals? The latest first; `value` is the number of intervals. */
export const stickinessUnits = (
  scope: FactScope,
  question: StickinessQuestion,
  { frame, part }: { readonly frame: QuestionFrame; readonly part: StickinessPart },
): Statement => {
  const facts = factsOf(scope, question, { ...frame, lastBefore: frame.end });
  const parts = activeParts(facts, question, { frame, latest: facts.latest });
  const { bind } = facts;
  const count =
    part.intervals === null ? 'intervals > 0' : `intervals ${question.cumulative ? '>=' : '='} ${bind('UInt16', part.intervals)}`;
  const sql = `${facts.head(parts)}select toString(unit) as unit, max(latest) as at, max(intervals) as value from (${intervalsOfUnits(question, bind)}) as per_unit
  where intervals > 0 and ${count} and ${inSlice(part.slice, bind)} group by per_unit.unit order by at desc, unit ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params: facts.params };
};

type Listed = QuestionFrame & Pick<HourNeeds, 'lastBefore'>;

const factsOf = (
  scope: FactScope,
  { match, breakdown }: StickinessQuestion,
  { start, end, periods, lastBefore = 0 }: Listed,
): UnitFacts => {
  const bounds = [start, end, ...periods.flatMap((period) => [period.start, period.end])];
  return unitFacts(scope, { matches: [match], breakdown, bounds, lastBefore });
};

// The facts of each unit per interval: values of the breakdown that are put together later add up. Without one there is no slice to group by, which
// halves the time. The `latest` fact is looked for where units are listed.
const activeParts = (
  facts: UnitFacts,
  { match, breakdown, intervalCount }: StickinessQuestion,
  { frame, latest }: { readonly frame: QuestionFrame; readonly latest: string },
): readonly string[] => {
  const { bind } = facts;
  const period = periodIndex(
    frame.periods.map(({ start, end }, index) => ({ index, start, end })),
    't',
    bind,
  );
  const stretch = intervalCount === 1 ? period : `intDiv(${period}, ${bind('UInt16', intervalCount)})`;
  const rows = facts.select(
    [`${facts.matches(match)} as is_meant`, ...(breakdown === null ? [] : [`${facts.fields.text(breakdown.field)} as slice`])],
    { matches: [match], since: frame.start, until: frame.end },
  );
  const found = `from (${rows}) as seen where is_meant and t >= ${bind('Int64', frame.start)}`;
  if (breakdown === null) {
    return [
      `sliced as (select unit, '${ALL}' as slice, stretch, facts, latest from (select unit, ${stretch} as stretch, ${facts.count} as facts, ${latest} as latest ${found} group by unit, stretch) as active)`,
    ];
  }
  return [
    `active as (select unit, slice, ${stretch} as stretch, ${facts.count} as facts, ${latest} as latest ${found} group by unit, slice, stretch)`,
    slicesPart(bind, breakdown, 'active'),
  ];
};

// Without a breakdown the facts of an interval are already in one row.
const intervalsOfUnits = ({ breakdown, criterion }: StickinessQuestion, bind: Bind): string => {
  const comparison = { gte: '>=', lte: '<=', is: '=' }[criterion.op];
  const counted = `countIf(facts ${comparison} ${bind('UInt64', criterion.count)}) as intervals, max(latest) as latest`;
  if (breakdown === null) return `select unit, '${ALL}' as slice, ${counted} from sliced group by unit`;
  return `select unit, slice, ${counted} from (select unit, slice, stretch, sum(facts) as facts, max(latest) as latest from sliced group by unit, slice, stretch) as summed group by unit, slice`;
};
