import { formatDate } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import type { MetricCard, MetricResult } from '../contracts.ts';
import { SqlBox } from './SqlBox.tsx';
import { metricText } from './text/text.ts';

export interface DefinitionCardProps {
  readonly card: MetricCard;
  readonly result: MetricResult | undefined;
  /** Without a box around it, where it stands in one. */
  readonly look?: 'plain' | 'boxed';
}

/** What does the metric mean, exactly, as of when was it answered, and by which SQL? */
export const DefinitionCard = ({ card, result, look = 'boxed' }: DefinitionCardProps) => {
  const t = useText(metricText);
  const reader = useReader();
  return (
    <Section title={t('definition.title')} look={look}>
      <div className="flex flex-col gap-1">
        <span className="text-12 text-muted">{t('definition.formula')}</span>
        <code className="rounded-sm bg-sunken px-2 py-1.5 font-mono text-12 break-words whitespace-pre-wrap">
          {card.formula[currentLanguage()]}
        </code>
      </div>
      <Facts
        facts={[
          { label: t('definition.unit'), value: t(`unit.${card.unit}`) },
          { label: t('definition.grain'), value: grainText(card.grain, t) },
          { label: t('definition.better'), value: t(`better.${card.better}`) },
          { label: t('definition.version'), value: t('definition.versionOf', { count: card.version }) },
          { label: t('definition.apiName'), value: <code className="break-all font-mono text-12">{card.id}</code> },
          ...(result
            ? [
                { label: t('definition.asOf'), value: formatDate(reader, result.asOf, 'datetime') },
                {
                  label: t('definition.freshness'),
                  value: result.freshness === null ? t('definition.noFacts') : <DateTime at={result.freshness} style="ago" />,
                },
                { label: t('definition.took'), value: t('definition.took_ms', { count: result.tookMs }) },
              ]
            : []),
        ]}
      />
      {result && <SqlBox statements={result.sql} />}
    </Section>
  );
};

const GRAINS = ['account', 'person', 'subscription', 'ticket', 'deal', 'event'] as const;

const grainText = (grain: string, t: (key: `grain.${(typeof GRAINS)[number]}`) => string): string => {
  const known = GRAINS.find((one) => one === grain);
  return known ? t(`grain.${known}`) : grain;
};
