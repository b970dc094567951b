import fc from 'fast-check';
import type { Condition } from '#kernel/condition.ts';
import { AS_OF } from '../../../domain/questions/testing/any-world.ts';
import type { Question } from '../../../question-contracts.ts';
import type { Held } from './held-to-reference.ts';

const LONG_AFTER = AS_OF + 60 * 86_400_000;
const filter = fc.constantFrom<Condition | null>(
  ...[null, null, null],
  { field: 'account.plan', op: 'is', value: 'pro' },
  { field: 'person.email', op: 'is_not', value: 'lead' },
);

/** The same cases, as the tables of hours can answer them: of people or accounts, long after all of it, about who somebody is and not what a fact says. */
export const asPlain = <Q extends Question>(cases: fc.Arbitrary<Held<Q>>): fc.Arbitrary<Held<Q>> =>
  fc
    .record({
      held: cases,
      unit: fc.constantFrom('person' as const, 'person' as const, 'account' as const),
      filter,
      isSliced: fc.boolean(),
    })
    .map(({ held: { world, question }, unit, filter: own, isSliced }) => ({
      world,
      question: { ...question, unit, filter: own, asOf: LONG_AFTER, breakdown: isSliced ? { field: 'account.plan', top: 2 } : null },
    }));

/** Facts that are meant by their name alone; by `[]`, all that somebody does. */
export const meant = (events: readonly string[]) => ({ events: [...events], where: null, occurrence: 'every' as const });
