import type { AnswerOf } from './answer-props.ts';

type StepFigures = AnswerOf<'funnel'>['slices'][number]['steps'];

/** Who stopped after a step for good: neither went on nor still has time. 0 at the last step. */
export const leftAfter = (steps: StepFigures, at: number): number => {
  const [step, next] = [steps[at], steps[at + 1]];
  return step && next ? step.units - step.open - next.units : 0;
};

/** Who may still reach a step: those who have time, wherever before it they are. */
export const mayStillReach = (steps: StepFigures, at: number): number => steps.slice(0, at).reduce((sum, { open }) => sum + open, 0);

/**
 * How many entered, and went through, without being in any share, because their time is not over yet? Without them the shares and the
 * counts beside them would seem to contradict each other.
 */
export const notCounted = (steps: StepFigures): { readonly entered: number; readonly through: number } => {
  const last = steps.at(-1);
  const { numerator = 0, denominator = 0 } = last?.fromFirst ?? {};
  return { entered: (steps[0]?.units ?? 0) - denominator, through: (last?.units ?? 0) - numerator };
};
