import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import type { SessionsQuestion } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Statement } from '../statement.ts';
import { periodIndex } from './period-index.ts';
import { instantSql, sessionsPart } from './session-lines.ts';
import { inSlice, slicesPart } from './slices.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** How many sessions began in each period (from 1), and how long did they take? Rows as `sessionsReference` says. */
export const sessionCounts = (scope: FactScope, question: SessionsQuestion, frame: QuestionFrame): Statement => {
  const facts = unitFacts(scope);
  const sql = `${facts.head(outcomeParts(facts, question, frame))}select slice, toUInt16(period) as period, count() as sessions, uniqExact(unit) as units, sum(facts) as facts,
    arrayPushFront(quantilesExactInclusive(0.25, 0.5, 0.75)(ms / 1000), avg(ms / 1000)) as seconds, countIf(is_longer) as longer,
    if(longer = 0, [], arrayPushFront(quantilesExactInclusiveIf(0.25, 0.5, 0.75)(ms / 1000, is_longer), avgIf(ms / 1000, is_longer))) as secondsOfLonger
  from sliced group by slice, period order by slice, period`;
  return { sql, params: facts.params };
};

/** How long were units in each module? The longest first; as `moduleReference` says. */
export const moduleTimes = (scope: FactScope, question: SessionsQuestion, frame: QuestionFrame): Statement => {
  const facts = unitFacts(scope);
  const module = question.module === null ? "''" : facts.fields.text(question.module);
  const cut = { match: question.match, gapMinutes: question.gapMinutes, frame, columns: [module], where: 'true' };
  // A session is summed up by module first, so that it counts once in each. Its last fact takes no time.
  const sql = `${facts.head([sessionsPart(facts, cut)])}select tupleElement(stay, 1) as module, sum(tupleElement(stay, 2)) / 1000 as seconds, uniqExact(unit) as units, count() as sessions
  from (select unit, arrayMap(x -> tupleElement(x, 2), line) as modules, arrayPopFront(arrayPushBack(arrayDifference(arrayMap(x -> ${instantSql('tupleElement(x, 1)')}, line)), 0)) as ms from sessions) as lines
  array join arrayMap(m -> (m, arraySum(arrayMap((x, d) -> if(x = m, d, 0), modules, ms))), arrayDistinct(modules)) as stay
  group by module order by seconds desc, module`;
  return { sql, params: facts.params };
};

export interface SessionsPart {
  readonly slice: string | null;
  /** The index of the period; null for all. */
  readonly period: number | null;
  readonly module: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Which units had sessions in a slice, period and module? The latest first; `value` is the seconds of those sessions. */
export const sessionUnits = (
  scope: FactScope,
  question: SessionsQuestion,
  { frame, part }: { readonly frame: QuestionFrame; readonly part: SessionsPart },
): Statement => {
  const facts = unitFacts(scope);
  const { bind } = facts;
  const parts = outcomeParts(facts, question, frame);
  const period = part.period === null ? 'true' : `period = ${bind('Int32', part.period + 1)}`;
  const module = part.module === null ? 'true' : `has(modules, ${bind('String', part.module)})`;
  const sql = `${facts.head(parts)}select toString(unit) as unit, max(began) as at, sum(ms) / 1000 as value
  from sliced where ${period} and ${module} and ${inSlice(part.slice, bind)} group by sliced.unit order by at desc, unit ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params: facts.params };
};

// One row per session; its slice is that of its first fact.
const outcomeParts = (
  facts: UnitFacts,
  { match, gapMinutes, breakdown, module }: SessionsQuestion,
  frame: QuestionFrame,
): readonly string[] => {
  const columns = [breakdown === null ? "''" : facts.fields.text(breakdown.field), ...(module === null ? [] : [facts.fields.text(module)])];
  const spans = frame.periods.map(({ start, end }, index) => ({ index: index + 1, start, end }));
  return [
    sessionsPart(facts, { match, gapMinutes, frame, columns, where: 'true' }),
    `outcomes as (select unit, tupleElement(line[1], 2) as slice, ${instantSql('tupleElement(line[1], 1)')} as began, ${periodIndex(spans, 'began', facts.bind)} as period,
      length(line) as facts, length(line) > 1 as is_longer, ${instantSql('tupleElement(line[-1], 1)')} - began as ms, ${module === null ? '[]' : 'arrayDistinct(arrayMap(x -> tupleElement(x, 3), line))'} as modules from sessions)`,
    slicesPart(facts.bind, breakdown),
  ];
};
