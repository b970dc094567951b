import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { lifecycleAnswer } from '../../domain/questions/lifecycle/lifecycle-answer.ts';
import type { LifecycleCount, LifecycleState } from '../../domain/questions/lifecycle/lifecycle-reference.ts';
import type { AnswerPart, LifecycleQuestion } from '../../question-contracts.ts';
import { lifecycleCounts, lifecycleUnits } from '../../store/questions/lifecycle.ts';
import { periodOfPart, type QuestionEngine, wrongPart } from './question-engine.ts';

/** Answers who is new, back again, risen or gone in each period. */
export const lifecycleEngine: QuestionEngine<LifecycleQuestion> = {
  answer: async (run, { question, scope, frame }) =>
    lifecycleAnswer(await run<LifecycleCount>(lifecycleCounts(scope, question, frame)), question, frame),
  units: ({ question, scope, frame }, { part, offset, limit }) =>
    lifecycleUnits(scope, question, {
      frame,
      part: { slice: part.slice, period: periodOfPart(frame, part), state: stateOf(part), offset, limit },
    }),
};

const STATES: readonly LifecycleState[] = ['fresh', 'returning', 'resurrecting', 'dormant'];

const stateOf = ({ outcome }: AnswerPart): LifecycleState | null => {
  if (outcome === null) return null;
  const state = STATES.find((one) => one === outcome);
  if (state === undefined) throw wrongPart('outcome', MEASURE_SAYS.part_outcome_unknown({ outcomes: STATES, outcome }));
  return state;
};
