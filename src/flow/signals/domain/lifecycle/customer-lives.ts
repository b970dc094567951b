import type { Moment, MrrStep } from './input.ts';
import { inOrder, type Stretch } from './steps.ts';
import type { KeyedTrigger } from './triggers.ts';

/** A stretch of paying: from the step that begins it to the step down to zero, with every step in between. */
export interface PaidLife extends Stretch {
  readonly steps: readonly MrrStep[];
  readonly end: MrrStep | null;
}

/** A stretch as a customer, and when its beginning was known. */
export interface CustomerLife extends Stretch {
  readonly known: number;
}

/** From when to when did the account pay? Each life begins with a step from zero to more, and ends with the step back to zero. */
export const paidLives = (mrrSteps: readonly MrrStep[]): readonly PaidLife[] => {
  const lives: PaidLife[] = [];
  let steps: MrrStep[] = [];
  for (const step of inOrder(mrrSteps)) {
    if (step.mrrMinor > 0) steps.push(step);
    else if (steps.length > 0) {
      lives.push({ from: steps[0]!.at, to: step.at, steps, end: step });
      steps = [];
    }
  }
  if (steps.length > 0) lives.push({ from: steps[0]!.at, to: null, steps, end: null });
  return lives;
};

/**
 * From when to when was it a customer, so that milestones are counted anew in each life? A life begins when it starts to pay or meets a rule
 * of Onboarding, and ends when it meets a rule of Churned; at one instant the end comes first.
 */
export const customerLives = (
  paid: readonly PaidLife[],
  moments: readonly Moment[],
  triggers: readonly KeyedTrigger[],
): readonly CustomerLife[] => {
  const keysOf = (stage: string) => new Set(triggers.filter((one) => one.stage === stage).map((one) => one.key));
  const [begin, end] = [keysOf('onboarding'), keysOf('churned')];
  const edges = [
    ...paid.map((life) => ({ at: life.from, known: life.steps[0]!.known, begins: true })),
    ...moments
      .filter((moment) => moment.edge !== 'off' && (begin.has(moment.trigger) || end.has(moment.trigger)))
      .map((moment) => ({ at: moment.at, known: moment.known, begins: begin.has(moment.trigger) })),
  ].sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins) || a.known - b.known);
  const lives: CustomerLife[] = [];
  for (const { at, known, begins } of edges) {
    const last = lives.at(-1);
    if (begins && last?.to !== null) lives.push({ from: at, to: null, known });
    if (!begins && last?.to === null) lives[lives.length - 1] = { ...last, to: at };
  }
  return lives;
};
