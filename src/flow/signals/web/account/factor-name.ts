import { currentLanguage } from '#web/i18n/i18n.ts';
import { HEALTH_INPUTS, HealthInputKey } from '../../domain/health/health-inputs.ts';

/** What a factor of health is called in the reader's language; a factor that we do not know keeps its name. */
export const healthFactorName = (factor: string): string => {
  const input = HealthInputKey.safeParse(factor);
  return input.success ? HEALTH_INPUTS[input.data].name[currentLanguage()] : factor.replaceAll('_', ' ');
};
