import { readableName, useFactName } from '#flow/facts/web/index.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import type { EarlyBehaviour } from '../contracts.ts';
import { keeperText } from './text/text.ts';

/** A behaviour without deadline is one that a milestone may be. */
export type SaidBehaviour = Omit<EarlyBehaviour, 'withinDays'> & { readonly withinDays: number | null };

/** Says a behaviour in words: "Product used: schedule, at least 7 times, in the first 30 days". */
export const useBehaviourWords = () => {
  const t = useText(keeperText);
  const nameOf = useFactName();
  const doing = ({ event, feature }: Pick<EarlyBehaviour, 'event' | 'feature'>): string => {
    const colon = currentLanguage() === 'zh-CN' ? '：' : ': ';
    return feature === null ? nameOf(event) : `${nameOf(event)}${colon}${readableName(feature)}`;
  };
  const amount = ({ times, people }: Pick<EarlyBehaviour, 'times' | 'people'>): string =>
    people > 1 && times <= people
      ? t('people', { count: people })
      : people > 1
        ? `${t('times', { count: times })} ${t('people', { count: people })}`
        : t('times', { count: times });
  const limits = (behaviour: SaidBehaviour): string => {
    const comma = currentLanguage() === 'zh-CN' ? '，' : ', ';
    return [amount(behaviour), behaviour.withinDays !== null && t('within', { count: behaviour.withinDays })].filter(Boolean).join(comma);
  };
  return {
    doing,
    limits,
    say: (behaviour: SaidBehaviour): string => `${doing(behaviour)}${currentLanguage() === 'zh-CN' ? '，' : ', '}${limits(behaviour)}`,
  };
};
