import { AppError } from '#kernel/app-error.ts';
import { type Condition, fieldsOf } from '#kernel/condition.ts';
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
  if (tests.length > MOST_TESTS)
    throw refused(
      `A condition has at most ${MOST_TESTS} tests, not ${tests.length}.`,
      'Keep a part of it as a segment of its own, and name that.',
    );
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
  if (way)
    throw refused(
      `A segment cannot rest on itself: ${way.map((name) => `“${name}”`).join(' → ')}.`,
      'Take one of these segments out of the condition.',
    );
};

const checkBehaviour = (test: Behaviour, { unit, mayMoney }: ConditionAsked): void => {
  const wheres: readonly (Condition | null)[] = isSequence(test)
    ? test.sequence.map(({ where }) => where)
    : [(isDid(test) ? test.did : test.of).where];
  const fields = wheres.flatMap((where) => (where === null ? [] : fieldsOf(where)));
  const strange = fields.find((field) => !field.startsWith('event.'));
  if (strange !== undefined)
    throw refused(
      `What somebody did is narrowed by properties of events, not by “${strange}”.`,
      'Name a property as event.its_name, and test the account or person beside the behaviour.',
    );
  if (!mayMoney && fields.some((field) => /^event\.(amount|timeline)$/.test(field)))
    throw new AppError('forbidden', 'You may not ask by amounts.', {
      remedy: 'Ask an administrator for the permission, or ask without it.',
    });
  if (isDid(test) && test.of === 'people' && unit === 'person')
    throw refused('People are counted for accounts only.', 'Count times or days.');
  if (test.within.kind === 'between' && test.within.from > test.within.to) throw refused('The window ends before it begins.');
};

const checkNamed = (id: string, field: string, { unit, segments }: ConditionAsked): void => {
  const named = segments.find((segment) => segment.id === id);
  if (!named) throw refused(`There is no segment “${id}”.`, 'Name one that exists.');
  if (unit === 'account' && named.unit === 'person')
    throw refused(`“${named.name}” holds people, and this segment holds accounts.`, 'Name a segment of accounts.');
  if (unit === 'person' && named.unit === 'person' && field.startsWith('account.'))
    throw refused(`“${named.name}” holds people, so a person's account cannot be in it.`, `Write segment.${id}.`);
};

const refused = (message: string, remedy?: string): AppError =>
  new AppError('invalid', message, {
    ...(remedy && { remedy }),
    fields: [{ field: 'body.condition', code: 'invalid_condition', message }],
  });
