import { z } from 'zod';
import { STAGES } from '#kernel/manifest.ts';
import { useViewState } from '#web/app/view-state.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { listMetrics, type MetricCard } from '../contracts.ts';
import { MetricTile } from './MetricTile.tsx';
import { stageName } from './metric-words.ts';
import { metricText } from './text/text.ts';

const View = z.object({ q: z.string().default('') });

/** Which figures are there, what do they mean, and how do they stand? */
export const MetricsPage = () => {
  const t = useText(metricText);
  const [view, setView] = useViewState(View);
  const answer = useQueryOf(listMetrics, {}, { freshFor: 300_000 });
  const cards = answer.data?.rows;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={<SearchBox label={t('search')} value={view.q} onChange={(q) => setView({ q }, 'replace')} className="w-full phone:w-60" />}
      />
      <div className="px-4 pb-10">
        {answer.error && !cards ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : cards ? (
          <Catalogue cards={cards.filter((card) => isAbout(card, view.q))} />
        ) : (
          <Skeleton shape="table" rows={12} />
        )}
      </div>
    </div>
  );
};

const Catalogue = ({ cards }: { readonly cards: readonly MetricCard[] }) => {
  const t = useText(metricText);
  const stages = STAGES.filter((stage) => cards.some((card) => card.stage === stage));
  if (stages.length === 0) return <p className="py-8 text-14 text-muted">{t('noMatch')}</p>;
  return (
    <div className="flex flex-col gap-8 pt-2">
      {stages.map((stage) => (
        <Section key={stage} title={stageName(stage, t)}>
          <ul aria-label={t('catalogue', { stage: stageName(stage, t) })} className="border-t border-line">
            {cards
              .filter((card) => card.stage === stage)
              .map((card) => (
                <MetricTile key={card.id} card={card} />
              ))}
          </ul>
        </Section>
      ))}
    </div>
  );
};

const isAbout = (card: MetricCard, search: string): boolean => {
  const language = currentLanguage();
  const text = `${card.name[language]} ${card.words[language]} ${card.id}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
