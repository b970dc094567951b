import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { StickinessQuestion } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Bind, Statement } from '../statement.ts';
import { periodIndex } from './period-index.ts';
import { inSlice, slicesPart } from './slices.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** In how many intervals was each unit active? Rows (slice, intervals, units), as `stickinessReference` says. */
export const stickinessCounts = (scope: FactScope, question: StickinessQuestion, frame: QuestionFrame): Statement => {
  const facts = unitFacts(scope);
  const parts = activeParts(facts, question, frame);
  const sql = `${facts.head(parts)}select slice, toUInt16(intervals) as intervals, count() as units from (${intervalsOfUnits(question, facts.bind)}) as per_unit
  where intervals > 0 group by slice, intervals order by slice, intervals`;
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
  const facts = unitFacts(scope);
  const parts = activeParts(facts, question, frame);
  const { bind } = facts;
  const count =
    part.intervals === null ? 'intervals > 0' : `intervals ${question.cumulative ? '>=' : '='} ${bind('UInt16', part.intervals)}`;
  const sql = `${facts.head(parts)}select toString(unit) as unit, max(last) as at, max(intervals) as value from (${intervalsOfUnits(question, bind)}) as per_unit
  where intervals > 0 and ${count} and ${inSlice(part.slice, bind)} group by per_unit.unit order by at desc, unit ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params: facts.params };
};

// The facts of each unit per interval: values of the breakdown that are put together later add up.
const activeParts = (
  facts: UnitFacts,
  { match, breakdown, intervalCount }: StickinessQuestion,
  frame: QuestionFrame,
): readonly string[] => {
  const { bind } = facts;
  const period = periodIndex(
    frame.periods.map(({ start, end }, index) => ({ index, start, end })),
    't',
    bind,
  );
  const rows = facts.select(
    [`${facts.matches(match)} as is_meant`, `${breakdown === null ? "''" : facts.fields.text(breakdown.field)} as slice`],
    { matches: [match], since: frame.start, until: frame.end },
  );
  return [
    `active as (select unit, slice, intDiv(${period}, ${bind('UInt16', intervalCount)}) as stretch, count() as facts, max(t) as last
      from (${rows}) as seen where is_meant and t >= ${bind('Int64', frame.start)} group by unit, slice, stretch)`,
    slicesPart(bind, breakdown, 'active'),
  ];
};

// Without a breakdown the facts of an interval are already in one row.
const intervalsOfUnits = ({ breakdown, criterion }: StickinessQuestion, bind: Bind): string => {
  const from =
    breakdown === null
      ? 'sliced'
      : '(select unit, slice, stretch, sum(facts) as facts, max(last) as last from sliced group by unit, slice, stretch) as summed';
  const comparison = { gte: '>=', lte: '<=', is: '=' }[criterion.op];
  return `select unit, slice, countIf(facts ${comparison} ${bind('UInt64', criterion.count)}) as intervals, max(last) as last from ${from} group by unit, slice`;
};
