import type { AnswerOf } from './answer-props.ts';

type StepFigures = AnswerOf<'funnel'>['slices'][number]['steps'];

/** Who stopped after a step for good: neither went on nor still has time. 0 at the last step. */
export const leftAfter = (steps: StepFigures, at: number): number => {
  const [step, next] = [steps[at], steps[at + 1]];
  return step && next ? step.units - step.open - next.units : 0;
};

/** Who may still reach a step: those who have time, wherever before it they are. */
export const mayStillReach = (steps: StepFigures, at: number): number => steps.slice(0, at).reduce((sum, { open }) => sum + open, 0);
