import { readableName, useFactName } from '#flow/facts/web/index.ts';
import { formatNumber } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { listMetrics } from '../../contracts.ts';
import type { IdeaBehaviour, IdeaEffect } from '../../experiment-contracts.ts';
import { ideaText } from './text/text.ts';

/** The metrics that an idea may be meant to move, by id and in the reader's language. */
export const useMetrics = (): readonly { readonly id: string; readonly name: string }[] => {
  const cards = useQueryOf(listMetrics, {}, { freshFor: 300_000 }).data?.rows ?? [];
  return cards.map(({ id, name }) => ({ id, name: name[currentLanguage()] }));
};

/** Says what a metric is called; its id when there is none of it, nothing for ''. */
export const useMetricName = (): ((id: string) => string) => {
  const metrics = useMetrics();
  return (id) => metrics.find((one) => one.id === id)?.name ?? id;
};

/** Says an effect in points, and the interval in which it lies. */
export const useEffectWords = () => {
  const t = useText(ideaText);
  const reader = useReader();
  const points = (share: number): string => formatNumber(reader, Math.round(share * 1000) / 10, { signed: true });
  return ({ value, low, high }: IdeaEffect) => ({
    value: t('points', { value: points(value) }),
    interval: t('between', { low: points(low), high: points(high) }),
  });
};

/** Says a behaviour: what is done, and how often by how many within which time. */
export const useIdeaBehaviour = () => {
  const t = useText(ideaText);
  const nameOf = useFactName();
  return ({ event, feature, times, people, withinDays }: IdeaBehaviour) => ({
    doing: feature === null ? nameOf(event) : `${nameOf(event)}${currentLanguage() === 'zh-CN' ? '：' : ': '}${readableName(feature)}`,
    limits: t('limits', { count: times, people, days: withinDays }),
  });
};
