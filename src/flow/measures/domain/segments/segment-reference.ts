import { dateOf } from '#kernel/calendar.ts';
import { type Behaviour, type DidTest, isBehaviour, type SegmentCondition, type SequenceTest } from '../../condition-contracts.ts';
import { countedAttempt, type FunnelFact } from '../questions/funnel/attempts.ts';
import { matching, type Occurrence } from '../questions/question-world.ts';
import { type BehaviourValue, isDid, isSequence, matchOf, meetsBehaviour, NEVER, sequenceFunnel } from './behaviour-of.ts';
import { isMember } from './members.ts';
import { type SegmentMoment, spanOf } from './windows.ts';

/** One account or person as a segment looks at it: all that it did, in the order (at, id), and whether it meets the tests of fields. */
export interface SegmentedUnit {
  readonly facts: readonly Occurrence[];
  readonly meetsField: (field: string) => boolean;
}

/** The reference of segments: is this unit a member? `meetsField` is asked with the test of a field as JSON. */
export const segmentReference = (condition: SegmentCondition, unit: SegmentedUnit, moment: SegmentMoment): boolean =>
  isMember(condition, (test) =>
    isBehaviour(test) ? meetsBehaviour(test, behaviourReference(test, unit.facts, moment), moment) : unit.meetsField(JSON.stringify(test)),
  );

/** What does a behaviour come to for a unit that did this, in the order (at, id)? Facts after `now` are unknown to it. */
export const behaviourReference = (test: Behaviour, facts: readonly Occurrence[], moment: SegmentMoment): BehaviourValue => {
  const known = facts.filter(({ fact }) => fact.at <= moment.now);
  if (isSequence(test)) return sequenceValue(test, known, moment);
  const meant = [...matching(known, matchOf(isDid(test) ? test.did : test.of), moment.now)];
  const { start, end } = spanOf(isDid(test) ? test.within : { kind: 'ever' }, moment);
  const inside = meant.filter(({ fact }) => fact.at >= start && fact.at < end);
  if (inside.length === 0) return NEVER;
  const times = inside.map(({ fact }) => fact.at);
  return {
    count: isDid(test) ? countOf(test, inside, moment.zone) : inside.length,
    first: Math.min(...times),
    last: Math.max(...times),
  };
};

const countOf = ({ of }: DidTest, facts: readonly Occurrence[], zone: string): number => {
  if (of === 'times') return facts.length;
  if (of === 'days') return new Set(facts.map(({ fact }) => dateOf(fact.at, zone))).size;
  return new Set(facts.map(({ person }) => person).filter((person) => person !== 0)).size;
};

const sequenceValue = (test: SequenceTest, known: readonly Occurrence[], moment: SegmentMoment): BehaviourValue => {
  const { start, end } = spanOf(test.within, moment);
  const { steps, windowSeconds } = sequenceFunnel(test, 'person');
  const fits = steps.map((step) => matching(known, step, moment.now));
  const line = known
    .filter(({ fact }) => fact.at >= start && fact.at < end)
    .map(
      (one): FunnelFact => ({
        ...{ at: one.fact.at, id: one.fact.id, exclusions: 0, value: '' },
        steps: fits.reduce((bits, set, bit) => (set.has(one) ? bits | (1 << bit) : bits), 0),
      }),
    );
  const reached = countedAttempt(line, {
    ...{ steps: steps.length, order: 'sequential', window: windowSeconds * 1_000, stepWindow: null },
    ...{ exclusions: [], spoilt: 'ends', from: start, to: end },
  });
  return reached === null ? NEVER : { count: reached.length, first: reached[0]!.at, last: reached.at(-1)!.at };
};
