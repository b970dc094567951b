import fc from 'fast-check';
import type { Condition } from '#kernel/condition.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { isBehaviour, SegmentCondition, type SegmentUnit, testsOf } from '../../../condition-contracts.ts';
import { byUnit, occurrencesOf, type QuestionWorld } from '../../../domain/questions/question-world.ts';
import { AS_OF, anyWorld, STREAMS, ZONES } from '../../../domain/questions/testing/any-world.ts';
import { numSet, numsOf } from '../../../domain/segments/num-set.ts';
import { behaviourReference, segmentReference } from '../../../domain/segments/segment-reference.ts';
import type { SegmentMoment } from '../../../domain/segments/windows.ts';
import { behaviourValues, segmentMembers } from '../../../server/segments/segment-members.ts';
import type { Answers, Held } from '../../questions/testing/held-to-reference.ts';

const HOUR = 3_600_000;

/** A segment that is asked for. */
export interface AskedSegment {
  readonly unit: SegmentUnit;
  readonly condition: SegmentCondition;
  readonly moment: SegmentMoment;
  /** Which of the units are asked for: every so manieth. */
  readonly every: number;
}

const doing = fc.record({
  events: fc.constantFrom<string[]>(['a'], ['a'], ['b'], ['c'], ['a', 'b'], []),
  where: fc.constantFrom<Condition | null>(
    null,
    null,
    null,
    { field: 'event.p', op: 'is', value: 'u' },
    { field: 'event.n', op: 'gte', value: 2 },
  ),
});
const window = fc.oneof(
  fc.constant({ kind: 'ever' as const }),
  fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 2, 3, 7) }),
  fc.record({ kind: fc.constant('hours' as const), hours: fc.constantFrom(1, 6, 48) }),
  fc.constantFrom(
    { kind: 'between' as const, from: '2024-03-31', to: '2024-03-31' },
    { kind: 'between' as const, from: '2024-04-01', to: '2024-04-07' },
  ),
);
const did = fc.record({
  did: doing,
  of: fc.constantFrom('times', 'times', 'days', 'people'),
  op: fc.constantFrom('gte', 'gte', 'lte', 'is'),
  count: fc.constantFrom(0, 1, 1, 2, 3),
  within: window,
});
const sequence = fc.record({
  sequence: fc.array(doing, { minLength: 2, maxLength: 3 }),
  withinSeconds: fc.constantFrom(7_200, 86_400, 14 * 86_400),
  within: window,
});
const moment = fc.record({ moment: fc.constantFrom('first', 'last'), of: doing, op: fc.constantFrom('in', 'before'), within: window });
/** A test of a field: whether the number is odd. */
const odd = fc.constant({ field: 'odd', op: 'is', value: true });
const test = fc.oneof({ weight: 3, arbitrary: did }, { weight: 2, arbitrary: sequence }, moment, odd);
const condition: fc.Arbitrary<unknown> = fc.oneof(
  test,
  fc.record({ all: fc.array(test, { maxLength: 3 }) }),
  fc.record({ any: fc.array(test, { maxLength: 3 }) }),
  fc.record({ all: fc.tuple(test, fc.record({ not: fc.record({ any: fc.array(test, { maxLength: 2 }) }) })) }),
);

/** Streams with a segment of any kind, asked at instants near to changes of clocks. */
export const anyCase: fc.Arbitrary<Held<AskedSegment>> = fc.record({
  world: anyWorld,
  question: fc.record({
    unit: fc.constantFrom('person' as const, 'person' as const, 'account' as const),
    condition: condition.map((one) => SegmentCondition.parse(one)),
    moment: fc.record({
      now: fc.constantFrom(AS_OF, AS_OF - 24 * HOUR, AS_OF - 7 * 24 * HOUR, AS_OF - 7 * 24 * HOUR - 1, AS_OF + 30 * 24 * HOUR),
      zone: fc.constantFrom(...ZONES),
    }),
    every: fc.constantFrom(1, 1, 2, 3),
  }),
});

// The people and accounts of the streams of a world, among them some who never did anything.
const universeOf = ({ stands }: QuestionWorld, { unit, every }: AskedSegment): readonly number[] =>
  Array.from({ length: STREAMS }, (_, stream) => stream * 100)
    .flatMap((base) => (unit === 'person' ? [10, 20, 30, 40] : [1, 2, 3]).map((num) => base + num))
    .filter((num) => unit === 'person' || !stands.has(num))
    .filter((_, index) => index % every === 0);

const isOdd = (num: number): boolean => (num / 10) % 2 === 1 || num % 2 === 1;

/** Members, and the value of each behaviour for the first unit that is asked for. */
export const answersOf = (clickhouse: ClickHouse): Answers<AskedSegment> => ({
  reference: ({ world, question }) => {
    const own = byUnit(occurrencesOf(world, { unit: question.unit, filter: null, asOf: question.moment.now }));
    const factsOf = (num: number) => own.get(String(num)) ?? [];
    const universe = universeOf(world, question);
    const members = universe.filter((num) =>
      segmentReference(question.condition, { facts: factsOf(num), meetsField: () => isOdd(num) }, question.moment),
    );
    const behaviours = testsOf(question.condition).filter(isBehaviour);
    return { members, values: behaviours.map((one) => behaviourReference(one, factsOf(universe[0]!), question.moment)) };
  },
  engine: async ({ world, question }, ws) => {
    const universe = universeOf(world, question);
    const scope = { ws, unit: question.unit, moment: question.moment, ...(question.every > 1 && { only: universe }) };
    const world1 = { universe: numSet(universe), fieldSet: async () => numSet(universe.filter(isOdd)) };
    const { members } = await segmentMembers(clickhouse, { scope, condition: question.condition, ...world1 });
    const behaviours = testsOf(question.condition).filter(isBehaviour);
    const values = await behaviourValues(clickhouse, { ...scope, only: [universe[0]!] }, behaviours);
    return { members: numsOf(members), values: values.map((one) => one.get(universe[0]!) ?? { count: 0, first: null, last: null }) };
  },
});
