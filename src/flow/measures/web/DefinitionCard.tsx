import { useState } from 'react';
import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { CopyButton } from '#web/ui/CopyField.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import type { MetricCard, MetricResult } from '../contracts.ts';
import { metricText } from './text/text.ts';

/** What does the metric mean, exactly, as of when was it answered, and by which SQL? */
export const DefinitionCard = ({ card, result }: { readonly card: MetricCard; readonly result: MetricResult | undefined }) => {
  const t = useText(metricText);
  const reader = useReader();
  return (
    <Section title={t('definition.title')} look="boxed">
      <div className="flex flex-col gap-1">
        <span className="text-12 text-muted">{t('definition.formula')}</span>
        <code className="rounded-sm bg-sunken px-2 py-1.5 font-mono text-12 break-words whitespace-pre-wrap" lang="en">
          {card.formula}
        </code>
      </div>
      <Facts
        facts={[
          { label: t('definition.unit'), value: t(`unit.${card.unit}`) },
          { label: t('definition.grain'), value: grainText(card.grain, t) },
          { label: t('definition.better'), value: t(`better.${card.better}`) },
          { label: t('definition.version'), value: <span className="break-all">{`${card.id} · ${card.version}`}</span> },
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
      {result && <Sql statements={result.sql} />}
    </Section>
  );
};

const GRAINS = ['account', 'person', 'subscription', 'ticket', 'deal', 'event'] as const;

const grainText = (grain: string, t: (key: `grain.${(typeof GRAINS)[number]}`) => string): string => {
  const known = GRAINS.find((one) => one === grain);
  return known ? t(`grain.${known}`) : grain;
};

const Sql = ({ statements }: { readonly statements: readonly string[] }) => {
  const t = useText(metricText);
  const [open, setOpen] = useState(false);
  return (
    <div className="mt-2 flex flex-col gap-2">
      <Button size="small" className="self-start" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'definition.hideSql' : 'definition.showSql')}
      </Button>
      {open && (
        <>
          <p className="text-12 text-muted">{t('definition.sql')}</p>
          {statements.map((sql) => (
            <div key={sql} className="relative">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <pre tabIndex={0} className="max-h-80 overflow-auto rounded-md border border-line bg-sunken p-3 pr-9 font-mono text-12">
                {sql}
              </pre>
              <span className="absolute top-1.5 right-1.5">
                <CopyButton value={sql} />
              </span>
            </div>
          ))}
        </>
      )}
    </div>
  );
};
