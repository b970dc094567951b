import type { FieldTest } from '#kernel/condition.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { type Behaviour, isBehaviour, type SegmentCondition, type SegmentTest, testsOf } from '../../condition-contracts.ts';
import type { BehaviourValue } from '../../domain/segments/behaviour-of.ts';
import { meetsBehaviour, NEVER } from '../../domain/segments/behaviour-of.ts';
import { type Membership, membersOf } from '../../domain/segments/members.ts';
import { type NumSet, numSet, without } from '../../domain/segments/num-set.ts';
import {
  type BehaviourRow,
  type BehaviourScope,
  behaviourValueOf,
  countedUnits,
  countedValues,
  isCounted,
  meetsByAbsence,
  sequenceUnits,
  sequenceValues,
} from '../../store/segments/behaviours.ts';
import { rowsOf, type Statement } from '../../store/statement.ts';

/** Whose membership is asked for: of these units, with what they did from the event store and the tests of fields as the records have them. */
export interface MembershipAsked {
  readonly scope: BehaviourScope;
  readonly condition: SegmentCondition;
  /** Those who exist: all, or those of `scope.only`. */
  readonly universe: NumSet;
  fieldSet(test: FieldTest): Promise<NumSet>;
  /** Sets of behaviours that were worked out before, for the same scope. */
  behaviourSet?(test: Behaviour, find: () => Promise<NumSet>): Promise<NumSet>;
}

/** Who is in the segment, and who meets each part of its condition? Each test is asked once. */
export const segmentMembers = async (clickhouse: ClickHouse, asked: MembershipAsked): Promise<Membership> => {
  const { scope, condition, universe } = asked;
  const tests = new Map(testsOf(condition).map((test) => [JSON.stringify(test), test]));
  const find = async (test: SegmentTest): Promise<NumSet> => {
    if (!isBehaviour(test)) return asked.fieldSet(test);
    const look = () => behaviourSet(clickhouse, scope, test, universe);
    return asked.behaviourSet ? asked.behaviourSet(test, look) : look();
  };
  const sets = new Map(await Promise.all([...tests].map(async ([key, test]) => [key, await find(test)] as const)));
  return membersOf(condition, universe, (test) => sets.get(JSON.stringify(test))!);
};

/** What did each of these units do, for each behaviour? Units that are absent never did it. One question to the event store, and one for each sequence. */
export const behaviourValues = async (
  clickhouse: ClickHouse,
  scope: BehaviourScope,
  tests: readonly Behaviour[],
): Promise<readonly ReadonlyMap<number, BehaviourValue>[]> => {
  const counted = tests.filter(isCounted);
  const rows = counted.length === 0 ? [] : await rowsOf<BehaviourRow>(clickhouse, countedValues(scope, counted));
  const values = new Map(counted.map((test, index) => [test as Behaviour, valuesAt(rows, index)]));
  return Promise.all(
    tests.map(async (test) =>
      isCounted(test) ? values.get(test)! : valuesAt(await rowsOf<BehaviourRow>(clickhouse, sequenceValues(scope, test)), 0),
    ),
  );
};

/** Who of the universe meets each of these tests, by what they did? For a few units: one question answers all counted tests. */
export const behaviourSetsOf = async (
  clickhouse: ClickHouse,
  scope: BehaviourScope & { readonly only: readonly number[] },
  tests: readonly Behaviour[],
): Promise<readonly NumSet[]> => {
  const values = await behaviourValues(clickhouse, scope, tests);
  return tests.map((test, index) =>
    numSet(scope.only.filter((num) => meetsBehaviour(test, values[index]!.get(num) ?? NEVER, scope.moment))),
  );
};

const behaviourSet = async (clickhouse: ClickHouse, scope: BehaviourScope, test: Behaviour, universe: NumSet): Promise<NumSet> => {
  const found = await numsOfStatement(clickhouse, isCounted(test) ? countedUnits(scope, test) : sequenceUnits(scope, test));
  return isCounted(test) && meetsByAbsence(test) ? without(universe, found) : found;
};

const numsOfStatement = async (clickhouse: ClickHouse, statement: Statement): Promise<NumSet> => {
  const [row] = await rowsOf<{ nums: readonly number[] }>(clickhouse, statement);
  return numSet(row?.nums ?? []);
};

const valuesAt = (rows: readonly BehaviourRow[], index: number): ReadonlyMap<number, BehaviourValue> =>
  new Map(rows.map(({ unit, values }) => [unit, behaviourValueOf(values[index]!)]));
