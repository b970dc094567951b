import type { Behaviour, DidTest, MomentTest, SegmentUnit, SequenceTest } from '../../condition-contracts.ts';
import { type BehaviourValue, isDid, isSequence, matchOf, sequenceFunnel } from '../../domain/segments/behaviour-of.ts';
import { type SegmentMoment, type SegmentSpan, spanOf } from '../../domain/segments/windows.ts';
import type { MergedNames } from '../../domain/tracking-plan/merged-names.ts';
import type { EventMatch, FunnelQuestion } from '../../question-contracts.ts';
import { funnelOutcomes } from '../questions/funnel-outcomes.ts';
import { isPlainFunnel } from '../questions/funnel-plain-lines.ts';
import { type FactScope, type UnitFacts, unitFacts } from '../questions/unit-facts.ts';
import type { Statement } from '../statement.ts';

/** Whose behaviour is asked for, and when. */
export interface BehaviourScope {
  readonly ws: number;
  readonly unit: SegmentUnit;
  readonly moment: SegmentMoment;
  /** Only these accounts or people; all when absent. */
  readonly only?: readonly number[];
  /** Names of events that count as another. */
  readonly merged?: MergedNames;
  /** Nothing is known later than the moment: when each fact was known, a third of the work, need not be read. */
  readonly isAllKnown?: boolean;
}

export type Counted = DidTest | MomentTest;

/** What behaviours came to for a unit that did something: the value of each, in the order asked for. */
export interface BehaviourRow {
  readonly unit: number;
  readonly values: readonly (readonly [count: number, first: number, last: number])[];
}

/** Who meets a test of counted facts by facts that they have? One row with `nums`. Of "at most" tests these are those who do not meet it. */
export const countedUnits = (scope: BehaviourScope, test: Counted): Statement => {
  const facts = unitFacts(factScope(scope));
  const { match, span } = meantBy(test, scope.moment);
  const rows = facts.select(['person_of as who', `${facts.matches(match)} as is_meant`], { matches: [match], ...readOf(span) });
  const sql = `select groupArray(unit) as nums from (select toUInt32(unit) as unit from (${rows}) as seen where is_meant group by unit having ${havingSql(test, facts, scope.moment)}) as found`;
  return { sql: `${facts.head()}${sql}`, params: facts.params };
};

/** What do several tests of counted facts come to, for each unit of the scope that did any? */
export const countedValues = (scope: BehaviourScope, tests: readonly Counted[]): Statement => {
  const facts = unitFacts(factScope(scope));
  const meant = tests.map((test) => ({ test, ...meantBy(test, scope.moment) }));
  const marks = meant.map(({ match, span }, index) => `${facts.matches(match)} and ${within('t', span, facts)} as is_meant_${index}`);
  const rows = facts.select(['person_of as who', ...marks], {
    matches: meant.map(({ match }) => match),
    since: Math.min(...meant.map(({ span }) => span.start)),
    until: Math.max(...meant.map(({ span }) => span.end)),
  });
  const values = meant.map(({ test }, index) => valueSql(test, `is_meant_${index}`, { facts, moment: scope.moment }));
  const sql = `select toUInt32(unit) as unit, [${values.join(', ')}] as values from (${rows}) as seen where ${meant.map((_, index) => `is_meant_${index}`).join(' or ')} group by unit`;
  return { sql: `${facts.head()}${sql}`, params: facts.params };
};

/** Who did the whole sequence? One row with `nums`. */
export const sequenceUnits = (scope: BehaviourScope, test: SequenceTest): Statement => {
  if (isPlainFunnel(sequenceFunnel(test, scope.unit), scope.merged)) return steppedUnits(scope, test);
  const { facts, outcomes } = sequenceParts(scope, test);
  // A filter would be moved down to where each of its parts is worked out again and again: twenty-five times slower.
  const sql = `select groupArrayIf(toUInt32(unit), length(times) = ${test.sequence.length}) as nums from outcomes`;
  return { sql: `${facts.head(outcomes)}${sql}`, params: facts.params };
};

/** How far did each unit come in a sequence? Rows as of counted tests, with one value. */
export const sequenceValues = (scope: BehaviourScope, test: SequenceTest): Statement => {
  const { facts, outcomes } = sequenceParts(scope, test);
  const sql = `select toUInt32(unit) as unit, [(toInt64(length(times)), toInt64(times[1]), toInt64(times[-1]))] as values from outcomes`;
  return { sql: `${facts.head(outcomes)}${sql}`, params: facts.params };
};

/** A value of a row as the references have it. */
export const behaviourValueOf = ([count, first, last]: BehaviourRow['values'][number]): BehaviourValue =>
  count === 0 && last === 0 ? { count: 0, first: null, last: null } : { count, first, last };

const factScope = ({ ws, unit, moment, only, merged, isAllKnown = false }: BehaviourScope): FactScope => ({
  ...{ ws, unit, asOf: moment.now, filter: null, outside: new Map(), isAllKnown },
  ...(only && { only }),
  ...(merged && { merged }),
});

const meantBy = (test: Counted, moment: SegmentMoment): { readonly match: EventMatch; readonly span: SegmentSpan } =>
  isDid(test)
    ? { match: matchOf(test.did), span: spanOf(test.within, moment) }
    : { match: matchOf(test.of), span: spanOf({ kind: 'ever' }, moment) };

const readOf = ({ start, end }: SegmentSpan) => ({ since: start, until: end });

const within = (column: string, { start, end }: SegmentSpan, { bind }: UnitFacts): string =>
  `${column} >= ${bind('Int64', start)} and ${column} < ${bind('Int64', end)}`;

// A unit without such a fact has no row: of a test that it meets all the same ("at most"), those who do not are found.
const havingSql = (test: Counted, facts: UnitFacts, moment: SegmentMoment): string => {
  if (!isDid(test)) {
    const span = spanOf(test.within, moment);
    const when = test.moment === 'first' ? 'min(t)' : 'max(t)';
    return test.op === 'before' ? `${when} < ${facts.bind('Int64', span.start)}` : within(when, span, facts);
  }
  const counted = countSql(test, 'true', { facts, moment });
  const sign = meetsByAbsence(test) ? { gte: '<', lte: '>', is: '!=' }[test.op] : { gte: '>=', lte: '<=', is: '=' }[test.op];
  return `${counted} ${sign} ${facts.bind('UInt64', test.count)}`;
};

/** Is the test met by somebody who never did it? */
export const meetsByAbsence = (test: Counted): boolean => isDid(test) && (test.op === 'lte' || test.count === 0);

interface Place {
  readonly facts: UnitFacts;
  readonly moment: SegmentMoment;
}

const countSql = ({ of }: DidTest, mark: string, { facts, moment }: Place): string => {
  if (of === 'times') return `countIf(${mark})`;
  if (of === 'people') return `uniqExactIf(who, ${mark} and who != 0)`;
  return `uniqExactIf(toDate(fromUnixTimestamp64Milli(t), ${facts.bind('String', moment.zone)}), ${mark})`;
};

const valueSql = (test: Counted, mark: string, place: Place): string => {
  const count = isDid(test) ? countSql(test, mark, place) : `countIf(${mark})`;
  return `(toInt64(${count}), toInt64(minIf(t, ${mark})), toInt64(maxIf(t, ${mark})))`;
};

// Where no fact fits two steps, the engine's own funnel says the same: it too keeps, for each step, the last attempt that got there.
const steppedUnits = (scope: BehaviourScope, { sequence, withinSeconds, within }: SequenceTest): Statement => {
  const facts = unitFacts(factScope(scope));
  const matches = sequence.map(matchOf);
  const steps = matches.map((_, step) => `step_${step}`);
  const columns = matches.map((match, step) => `${facts.matches(match)} as step_${step}`);
  const rows = facts.select(columns, { matches, ...readOf(spanOf(within, scope.moment)) });
  const sql = `select groupArray(toUInt32(unit)) as nums from (select unit from (${rows}) as seen where ${steps.join(' or ')} group by unit
    having windowFunnel(${Math.round(withinSeconds * 1_000)})(toUInt64(t), ${steps.join(', ')}) = ${steps.length}) as found`;
  return { sql: `${facts.head()}${sql}`, params: facts.params };
};

const sequenceParts = (scope: BehaviourScope, test: SequenceTest) => {
  const { moment, unit } = scope;
  const { start, end } = spanOf(test.within, moment);
  const facts = unitFacts(factScope(scope));
  const question: FunnelQuestion = sequenceFunnel(test, unit);
  const frame = { zone: moment.zone, weekStart: 1, interval: 'year', asOf: moment.now, start, end, periods: [] } as const;
  return { facts, outcomes: funnelOutcomes(facts, { question, frame, byPeriod: false }) };
};

/** Is this a test of counted facts, not of a sequence? */
export const isCounted = (test: Behaviour): test is Counted => !isSequence(test);
