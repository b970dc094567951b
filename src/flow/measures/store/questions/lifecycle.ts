import { lifecycleBounds } from '../../domain/questions/lifecycle/lifecycle-bounds.ts';
import type { LifecycleState } from '../../domain/questions/lifecycle/lifecycle-reference.ts';
import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { LifecycleQuestion } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Statement } from '../statement.ts';
import type { HourNeeds } from './hours.ts';
import { periodIndex, spansBetween } from './period-index.ts';
import { inSlice, slicesPart } from './slices.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** How many units of a slice are new, back again, risen or gone in each period? Rows (slice, period, state, units), as `lifecycleReference` says. */
export const lifecycleCounts = (scope: FactScope, question: LifecycleQuestion, frame: QuestionFrame): Statement => {
  const facts = factsOf(scope, question, frame);
  const parts = stateParts(facts, question, frame);
  const sql = `${facts.head(parts)}select slice, toUInt16(period) as period, state, count() as units from states
  where period between 1 and ${facts.bind('Int32', frame.periods.length)} group by slice, period, state order by slice, period, state`;
  return { sql, params: facts.params };
};

export interface LifecyclePart {
  readonly slice: string | null;
  /** The index of the period; null for all. */
  readonly period: number | null;
  /** Null for those who are active in whichever way. */
  readonly state: LifecycleState | null;
  readonly offset: number;
  readonly limit: number;
}

/** Which units had a state in a period? Those last seen at the latest instant first; `value` is the number of periods in which they were active. */
export const lifecycleUnits = (
  scope: FactScope,
  question: LifecycleQuestion,
  { frame, part }: { readonly frame: QuestionFrame; readonly part: LifecyclePart },
): Statement => {
  const facts = factsOf(scope, question, { ...frame, lastBefore: frame.end });
  const { bind } = facts;
  const parts = stateParts(facts, question, frame);
  const period =
    part.period === null ? `period between 1 and ${bind('Int32', frame.periods.length)}` : `period = ${bind('Int32', part.period + 1)}`;
  const state = part.state === null ? "state != 'dormant'" : `state = ${bind('String', part.state)}`;
  const sql = `${facts.head(parts)}select toString(unit) as unit, max(latest) as at, max(length(periods)) as value from states
  where ${period} and ${state} and ${inSlice(part.slice, bind)} group by states.unit order by at desc, unit ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params: facts.params };
};

type Listed = QuestionFrame & Pick<HourNeeds, 'lastBefore'>;

const factsOf = (scope: FactScope, { match, breakdown, newBy }: LifecycleQuestion, { lastBefore = 0, ...frame }: Listed): UnitFacts => {
  if (newBy !== 'first_fact') return unitFacts(scope);
  const { before, whole } = lifecycleBounds(frame);
  const bounds = [before, ...whole, frame.start, frame.end, ...frame.periods.flatMap(({ start, end }) => [start, end])];
  return unitFacts(scope, { matches: [match], breakdown, bounds, lastBefore });
};

// One row per unit and slice: when it was first there, and in which periods it was active (0 is the one before the range); then a row per state.
const stateParts = (facts: UnitFacts, { match, breakdown, newBy }: LifecycleQuestion, frame: QuestionFrame): readonly string[] => {
  const { bind, fields } = facts;
  const { before, whole } = lifecycleBounds(frame);
  const begin = bind('Int64', frame.start);
  const spans = [
    { index: 0, start: before, end: whole[0]! },
    { index: -1, start: whole[0]!, end: frame.start },
    ...frame.periods.map(({ start, end }, index) => ({ index: index + 1, start, end })),
  ];
  const instant = newBy === 'first_fact' ? 't' : instantSql(fields.text(newBy.field));
  const rows = facts.select(
    [
      `${facts.matches(match)} as is_meant`,
      `${breakdown === null ? "''" : fields.text(breakdown.field)} as slice`,
      `${periodIndex(spans, 't', bind)} as period`,
      // In the first period but before the range: known of, not active.
      `(t >= ${bind('Int64', before)} and not (t >= ${bind('Int64', whole[0])} and t < ${begin})) as is_active`,
      `${instant} as seen_first`,
    ],
    { matches: [match], since: newBy === 'first_fact' ? Date.UTC(1900) : before, until: frame.end },
  );
  const fresh = `if(first is null or first < ${bind('Int64', whole[0])} or first >= ${bind('Int64', whole.at(-1))}, 0, ${periodIndex(spansBetween(whole, 1), 'assumeNotNull(first)', bind)})`;
  const isKnown = newBy === 'first_fact' ? 'true' : 'is_active';
  return [
    `seen as (select unit, slice, minIf(toNullable(seen_first), ${isKnown}) as first, groupUniqArrayIf(period, is_active) as periods, ${facts.latest} as latest
      from (${rows}) as found where is_meant group by unit, slice)`,
    slicesPart(bind, breakdown, 'seen', 'uniqExactIf(unit, notEmpty(periods))'),
    `lives as (select unit, slice, periods, latest, ${fresh} as fresh
      from (select unit, slice, min(first) as first, arraySort(groupUniqArrayArray(periods)) as periods, max(latest) as latest from sliced group by unit, slice) as summed)`,
    `states as (select unit, slice, periods, latest, tupleElement(was, 1) as period, tupleElement(was, 2) as state from lives array join arrayConcat(
      arrayMap(p -> (p, multiIf(p = fresh, 'fresh', has(periods, p - 1), 'returning', 'resurrecting')), periods),
      arrayMap(p -> (p + 1, 'dormant'), arrayFilter(p -> not has(periods, p + 1), periods))) as was)`,
  ];
};

const instantSql = (text: string): string => `if(match(${text}, '^-?[0-9]{1,15}$'), toInt64OrNull(${text}), null)`;
