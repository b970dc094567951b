import type { HazardTruth } from '../truth.ts';
import { logistic } from './pipeline.ts';

export type Causes = HazardTruth['causes'];

/** How likely does a customer want to leave in a month, given what moves it, in logits? */
export const hazardOf = (causes: Causes): number => logistic(Object.values(causes).reduce((sum, logit) => sum + logit, 0));

/** How much is the product used at this hazard, as a share of usual? Who is about to leave uses it less: so leaving can be foreseen. */
export const intensityAt = (hazard: number): number => 1.25 / (1 + Math.exp((hazard - 0.1) * 20));

/** How likely is a customer to leave at the end of a yearly term, after the hazards of its months? Who wanted to leave once may have changed its mind. */
export const yearEndChance = (hazards: readonly number[]): number =>
  0.85 * (1 - hazards.reduce((stays, hazard) => stays * (1 - hazard), 1));
