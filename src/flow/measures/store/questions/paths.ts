import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import { OTHERS } from '../../domain/questions/slices.ts';
import type { PathsQuestion } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Bind, Statement } from '../statement.ts';
import { instantSql, sessionsPart } from './session-lines.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** Which ways lead from each step to the next? Rows (step, from, to, transitions, units) as `pathEdges` says; step 0 is the row of all sequences. */
export const pathCounts = (scope: FactScope, question: PathsQuestion, frame: QuestionFrame): Statement => {
  const facts = unitFacts(scope);
  const parts = [
    ...sequenceParts(facts, question, frame),
    // Units are kept as exact sets, so that edges can be put together without looking at the facts again.
    `edges as (select step, came, went, count() as transitions, uniqExactState(unit) as who from (${takenSql(question, facts.bind)}) as taken group by step, came, went)`,
    shownPart(question, facts.bind),
  ];
  const sql = `${facts.head(parts)}select step, shown_from as \`from\`, shown_to as \`to\`, sum(transitions) as transitions, uniqExactMerge(who) as units
  from shown group by step, shown_from, shown_to order by step, transitions desc, shown_from, shown_to`;
  return { sql, params: facts.params };
};

/** How many sequences and units go along the names of `follow`? Rows (step, sequences, units) as `pathFollowed` says; none for a step that nobody reached. */
export const pathFollowers = (scope: FactScope, question: PathsQuestion, frame: QuestionFrame): Statement => {
  const facts = unitFacts(scope);
  const parts = sequenceParts(facts, question, frame);
  const sql = `${facts.head(parts)}select toUInt8(step) as step, count() as sequences, uniqExact(unit) as units
  from sequences array join range(1, ${alongSql(question, facts.bind)} + 1) as step group by step order by step`;
  return { sql, params: facts.params };
};

export interface FollowedPart {
  /** From 0. */
  readonly step: number;
  readonly outcome: 'reached' | 'dropped';
  readonly offset: number;
  readonly limit: number;
}

/** Which units went along `follow` as far as a name, or never further? Those with their latest session first; `value` is in how many sessions. */
export const pathFollowerUnits = (
  scope: FactScope,
  question: PathsQuestion,
  { frame, part }: { readonly frame: QuestionFrame; readonly part: FollowedPart },
): Statement => {
  const facts = unitFacts(scope);
  const { bind } = facts;
  const step = bind('UInt8', part.step + 1);
  const parts = sequenceParts(facts, question, frame);
  const sql = `${facts.head(parts)}select toString(unit) as unit, maxIf(began, along >= ${step}) as at, countIf(along >= ${step}) as value
  from (select unit, began, ${alongSql(question, bind)} as along from sequences) as followed
  group by followed.unit having ${part.outcome === 'reached' ? `max(along) >= ${step}` : `max(along) = ${step}`} order by at desc, unit ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params: facts.params };
};

export interface PathPart {
  /** From 1; null: all sequences. */
  readonly step: number | null;
  readonly from: string | null;
  /** '' is the end of the sequence; null: wherever it went. */
  readonly to: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Which units took a way? Those with their latest session first; `value` is how often. */
export const pathUnits = (
  scope: FactScope,
  question: PathsQuestion,
  { frame, part }: { readonly frame: QuestionFrame; readonly part: PathPart },
): Statement => {
  const facts = unitFacts(scope);
  const { bind } = facts;
  const step = bind('UInt8', part.step ?? 0);
  const parts = [
    ...sequenceParts(facts, question, frame),
    `edges as (select step, came, went, count() as transitions, groupArray((unit, began)) as who from (${takenSql(question, bind)}) as taken where step = ${step} group by step, came, went)`,
    shownPart(question, bind),
  ];
  const is = (column: string, name: string | null): string => (name === null ? 'true' : `${column} = ${bind('String', name)}`);
  const sql = `${facts.head(parts)}select toString(tupleElement(one, 1)) as unit, max(tupleElement(one, 2)) as at, count() as value
  from shown array join who as one where ${is('shown_from', part.from)} and ${is('shown_to', part.to)}
  group by tupleElement(one, 1) order by at desc, unit ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params: facts.params };
};

// How many names of `follow` a sequence begins with: all before the first that differs, or before the '' behind them.
const alongSql = ({ follow }: PathsQuestion, bind: Bind): string => {
  const names = bind('Array(String)', follow);
  return `toInt32(arrayFirstIndex((name, step) -> name = '' or name != names[step], arrayPushBack(${names}, ''), arrayEnumerate(arrayPushBack(${names}, ''))) - 1)`;
};

// What each unit went through: (unit, began, names), cut as the question says. Names are never '', so '' can stand for the end.
const sequenceParts = (facts: UnitFacts, question: PathsQuestion, frame: QuestionFrame): readonly string[] => {
  const { bind } = facts;
  const { match, gapMinutes, startsAt, endsAt, steps, collapse } = question;
  const raw = facts.fields.text(question.name);
  const begun =
    startsAt === null
      ? 'whole_path'
      : `if(has(whole_path, ${bind('String', startsAt)}), arraySlice(whole_path, indexOf(whole_path, ${bind('String', startsAt)})), [])`;
  return [
    sessionsPart(facts, { match, gapMinutes, frame, columns: [groupedSql(raw, question, bind)], where: `c0 != ''` }),
    `paths_begun as (select unit, ${instantSql('tupleElement(line[1], 1)')} as began, arrayMap(x -> tupleElement(x, 2), line) as named, ${collapse ? 'arrayCompact(named)' : 'named'} as whole_path, ${begun} as begun from sessions)`,
    `sequences as (select unit, began, arraySlice(${endsAt === null ? 'begun' : endedSql(endsAt, startsAt !== null, bind)}, 1, ${bind('UInt8', steps)}) as names from paths_begun where notEmpty(names))`,
  ];
};

// Told backwards from the first such name; one that begins the sequence because it must is not its end.
const endedSql = (endsAt: string, isAfterBeginning: boolean, bind: Bind): string => {
  const end = bind('String', endsAt);
  const last = isAfterBeginning
    ? `if(has(arrayPopFront(begun), ${end}), indexOf(arrayPopFront(begun), ${end}) + 1, 0)`
    : `indexOf(begun, ${end})`;
  return `arrayReverse(arraySlice(begun, 1, ${last}))`;
};

// One row per sequence, and one per step that it gives on: to the next name or to its end. The last step of the question gives nothing on.
const takenSql = ({ steps }: PathsQuestion, bind: Bind): string =>
  `select unit, began, tupleElement(way, 1) as step, tupleElement(way, 2) as came, tupleElement(way, 3) as went from sequences
    array join arrayConcat([(toUInt8(0), '', '')], arrayMap((name, step) -> (toUInt8(step), name, names[step + 1]), arraySlice(names, 1, ${bind('UInt8', steps - 1)}), arrayEnumerate(arraySlice(names, 1, ${bind('UInt8', steps - 1)})))) as way`;

/** The named part `shown`: the rows of `edges` with the smaller names of each step put into one. What comes into a step goes out of it, so a name has the same size, and the same place, seen from either side. */
export const shownPart = ({ names }: PathsQuestion, bind: Bind): string => {
  const top = bind('UInt16', names);
  return `shown as (select step, transitions, who, if(step = 0 or from_place <= ${top}, came, '${OTHERS}') as shown_from, if(went = '' or to_place <= ${top}, went, '${OTHERS}') as shown_to
    from (select *, dense_rank() over (partition by step order by from_size desc, came asc) as from_place, dense_rank() over (partition by step, went = '' order by to_size desc, went asc) as to_place
      from (select *, sum(transitions) over (partition by step, came) as from_size, sum(transitions) over (partition by step, went) as to_size from edges) as sized) as placed)`;
};

// The first group that fits counts. What LIKE takes for signs of its own is meant as it stands.
const groupedSql = (name: string, { groups }: PathsQuestion, bind: Bind): string => {
  if (groups.length === 0) return name;
  const tests = groups.map((group) => {
    const pattern = group.pattern.replaceAll(/[\\%_]/g, '\\$&').replaceAll('*', '%');
    return `raw_name like ${bind('String', pattern)}, ${bind('String', group.name)}`;
  });
  return `arrayMap(raw_name -> multiIf(raw_name = '', '', ${tests.join(', ')}, raw_name), [${name}])[1]`;
};
