import type { Behaviour, DidTest, Doing, MomentTest, SequenceTest } from '../../condition-contracts.ts';
import { EventMatch, FunnelQuestion } from '../../question-contracts.ts';
import { type SegmentMoment, spanOf } from './windows.ts';

/** What a behaviour came to for one unit: how often, or how many steps of a sequence; and when (UTC ms) first and last, null for never. */
export interface BehaviourValue {
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
}

export const NEVER: BehaviourValue = { count: 0, first: null, last: null };

export const isDid = (test: Behaviour): test is DidTest => 'did' in test;
export const isSequence = (test: Behaviour): test is SequenceTest => 'sequence' in test;

/** Does what it came to meet the test? */
export const meetsBehaviour = (test: Behaviour, value: BehaviourValue, moment: SegmentMoment): boolean => {
  if (isSequence(test)) return value.count >= test.sequence.length;
  if (isDid(test)) return { gte: value.count >= test.count, lte: value.count <= test.count, is: value.count === test.count }[test.op];
  return meetsMoment(test, value, moment);
};

/** Which facts are meant? */
export const matchOf = ({ events, where }: Doing): EventMatch => EventMatch.parse({ events, where });

/** The funnel through which those go who do the sequence. */
export const sequenceFunnel = ({ sequence, withinSeconds }: SequenceTest, unit: 'account' | 'person'): FunnelQuestion =>
  FunnelQuestion.parse({
    ...{ kind: 'funnel', unit, range: { from: '1970-01-01', to: '1970-01-02' }, observe: 'range' },
    ...{ steps: sequence.map(matchOf), windowSeconds: withinSeconds },
  });

const meetsMoment = ({ moment, op, within }: MomentTest, value: BehaviourValue, at: SegmentMoment): boolean => {
  const when = value[moment];
  const { start, end } = spanOf(within, at);
  if (when === null) return false;
  return op === 'before' ? when < start : when >= start && when < end;
};
