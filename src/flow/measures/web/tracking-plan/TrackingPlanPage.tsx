import { useState } from 'react';
import { z } from 'zod';
import { useFactName } from '#flow/facts/web/index.ts';
import { download } from '#web/api.ts';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { adoptSeenEvents, getTrackingPlan, listPlanFindings, listSeenEvents, type SeenEvent } from '../../plan-contracts.ts';
import { metricText } from '../text/text.ts';
import { PlanEventDialog } from './PlanEventDialog.tsx';
import { PlanFileDialog } from './PlanFileDialog.tsx';
import { PlanFindings } from './PlanFindings.tsx';
import { SeenEvents } from './SeenEvents.tsx';
import { planText } from './text/text.ts';

const View = z.object({ q: z.string().default('') });

/** What is tracked, what should be, and what is wrong with it. */
export const TrackingPlanPage = () => {
  const t = useText(planText);
  const title = useText(metricText)('plan');
  const [view, setView] = useViewState(View);
  const answer = useQueryOf(listSeenEvents, {}, { freshFor: 30_000 });
  const rows = answer.data?.rows;
  const nameOf = useFactName();
  const wanted = view.q.trim().toLowerCase();
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={title} subtitle={t('subtitle')} actions={<PlanActions />} />
      <div className="flex flex-col gap-8 px-4 pt-2 pb-10">
        {answer.error && !rows ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : rows === undefined ? (
          <Skeleton shape="table" rows={12} />
        ) : rows.length === 0 ? (
          <NoEvents />
        ) : (
          <>
            <PlanFindings hasPlan={answer.data!.plannedEvents > 0} />
            <Section
              title={t('events')}
              count={rows.length}
              actions={
                <SearchBox label={t('search')} value={view.q} onChange={(q) => setView({ q }, 'replace')} className="w-full phone:w-60" />
              }
            >
              <Events rows={rows.filter(({ name }) => [name, nameOf(name)].some((text) => text.toLowerCase().includes(wanted)))} />
            </Section>
          </>
        )}
      </div>
    </div>
  );
};

const Events = ({ rows }: { readonly rows: readonly SeenEvent[] }) => {
  const t = useText(planText);
  return rows.length === 0 ? <p className="py-4 text-13 text-muted">{t('noMatch')}</p> : <SeenEvents rows={rows} />;
};

const NoEvents = () => {
  const t = useText(planText);
  return (
    <EmptyState title={t('empty')} step={{ to: '/connect', label: t('connect') }}>
      {t('emptyText')}
    </EmptyState>
  );
};

const PlanActions = () => {
  const t = useText(planText);
  const mayChange = useMay('settings.write');
  const { slug } = useWorkspace();
  const [dialog, setDialog] = useState<'event' | 'file' | null>(null);
  const adopt = useMutationOf(adoptSeenEvents, { refresh: [listSeenEvents, listPlanFindings, getTrackingPlan] });
  const close = () => setDialog(null);
  return (
    <>
      <Button look="quiet" onClick={() => void download(getTrackingPlan, {}, `${slug}-tracking-plan.json`)}>
        {t('toFile')}
      </Button>
      {mayChange && (
        <>
          <Button look="quiet" onClick={() => setDialog('file')}>
            {t('fromFile')}
          </Button>
          <Button
            look="quiet"
            pending={adopt.isPending}
            onClick={() =>
              adopt.mutate(
                {},
                {
                  onSuccess: ({ added }) => showToast({ text: t('adopted', { count: added }) }),
                  onError: () => showToast({ text: t('failed'), tone: 'bad' }),
                },
              )
            }
          >
            {t('adopt')}
          </Button>
          <Button look="primary" onClick={() => setDialog('event')}>
            {t('plan')}
          </Button>
          {dialog === 'event' && <PlanEventDialog onClose={close} />}
          {dialog === 'file' && <PlanFileDialog onClose={close} />}
        </>
      )}
    </>
  );
};
