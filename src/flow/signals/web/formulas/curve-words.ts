import type { HealthFactor } from '../../domain/health/health-definition.ts';
import { HEALTH_INPUTS } from '../../domain/health/health-inputs.ts';

/** Are the values of a factor's curve shares, which are said in percent? Those against a usual are, whatever the input counts in. */
export const isShareOf = ({ score, input }: Pick<HealthFactor, 'score' | 'input'>): boolean =>
  score.by !== 'thresholds' || HEALTH_INPUTS[input].unit === 'ratio';
