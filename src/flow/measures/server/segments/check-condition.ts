import { AppError } from '#kernel/app-error.ts';
import { type Condition, fieldsOf } from '#kernel/condition.ts';
import type { Said } from '#kernel/saying.ts';
import {
  type Behaviour,
  isBehaviour,
  type SegmentCondition,
  type SegmentUnit,
  segmentOfField,
  testsOf,
} from '../../condition-contracts.ts';
import { isDid, isSequence } from '../../domain/segments/behaviour-of.ts';
import { cycleOf } from '../../domain/segments/segment-order.ts';
import { SEGMENT_SAYS } from '../../domain/segments/segment-sayings.ts';
import type { StoredSegment } from '../../store/segments/segments.ts';
import type { SegmentUnits, SegmentWorkspace } from './deps.ts';

const MOST_TESTS = 60;

export interface ConditionAsked {
  readonly workspace: SegmentWorkspace;
  readonly unit: SegmentUnit;
  readonly condition: SegmentCondition;
  readonly mayMoney: boolean;
  /** All segments of the workspace. */
  readonly segments: readonly StoredSegment[];
  /** The segment that the condition is to define, where there is one. */
  readonly of?: string;
}

/** Refuses a condition that cannot be understood, reads what the reader may not see, names no or the wrong segment, or comes back to itself. */
export const checkCondition = (units: Pick<SegmentUnits, 'check'>, asked: ConditionAsked): void => {
  const tests = testsOf(asked.condition);
  if (tests.length > MOST_TESTS) throw refused(SEGMENT_SAYS.segment_too_many_tests({ limit: MOST_TESTS, count: tests.length }));
  for (const test of tests) {
    if (isBehaviour(test)) checkBehaviour(test, asked);
    else {
      const named = segmentOfField(test.field);
      if (named !== null) checkNamed(named, test.field, asked);
      units.check(asked.workspace, asked.unit, test, asked.mayMoney);
    }
  }
  if (asked.of === undefined) return;
  const way = cycleOf(asked.of, asked.condition, asked.segments);
  if (way) throw refused(SEGMENT_SAYS.segment_on_itself({ way: way.map((name) => `“${name}”`).join(' → ') }));
};

const checkBehaviour = (test: Behaviour, { unit, mayMoney }: ConditionAsked): void => {
  const wheres: readonly (Condition | null)[] = isSequence(test)
    ? test.sequence.map(({ where }) => where)
    : [(isDid(test) ? test.did : test.of).where];
  const fields = wheres.flatMap((where) => (where === null ? [] : fieldsOf(where)));
  const strange = fields.find((field) => !field.startsWith('event.'));
  if (strange !== undefined) throw refused(SEGMENT_SAYS.behaviour_by_strange_field({ field: strange }));
  if (!mayMoney && fields.some((field) => /^event\.(amount|timeline)$/.test(field)))
    throw new AppError('forbidden', SEGMENT_SAYS.amounts_unseen());
  if (isDid(test) && test.of === 'people' && unit === 'person') throw refused(SEGMENT_SAYS.people_counted_for_person());
  if (test.within.kind === 'between' && test.within.from > test.within.to) throw refused(SEGMENT_SAYS.window_reversed());
};

const checkNamed = (id: string, field: string, { unit, segments }: ConditionAsked): void => {
  const named = segments.find((segment) => segment.id === id);
  if (!named) throw refused(SEGMENT_SAYS.segment_unknown({ id }));
  if (unit === 'account' && named.unit === 'person') throw refused(SEGMENT_SAYS.segment_holds_people({ name: named.name }));
  if (unit === 'person' && named.unit === 'person' && field.startsWith('account.'))
    throw refused(SEGMENT_SAYS.segment_account_in_people({ name: named.name, id }));
};

const refused = (said: Said): AppError =>
  new AppError('invalid', said, { fields: [{ field: 'body.condition', code: 'invalid_condition', said }] });
