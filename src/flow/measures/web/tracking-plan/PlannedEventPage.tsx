import { useFactName } from '#flow/facts/web/index.ts';
import { usePathParams } from '#web/app/view-state.ts';
import { Sparkline } from '#web/charts/Sparkline.tsx';
import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { getSeenEvent, listSeenEvents, type SeenEvent } from '../../plan-contracts.ts';
import { PlannedEventForm } from './PlannedEventForm.tsx';
import { EventStatus } from './SeenEvents.tsx';
import { planText } from './text/text.ts';

/** One event: what it means, who answers for it, and what it carries against what it should. */
export const PlannedEventPage = () => {
  const t = useText(planText);
  const { name = '' } = usePathParams();
  const shown = useFactName()(name);
  const answer = useQueryOf(getSeenEvent, { params: { name } });
  const all = useQueryOf(listSeenEvents, {}, { freshFor: 60_000 });
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader
        title={shown}
        parent={{ label: t('one.parent'), to: '/tracking-plan' }}
        subtitle={answer.data && <Course event={answer.data.event} isNamed={shown !== name} />}
        actions={answer.data && <Sparkline points={answer.data.event.days} width={160} height={32} label={t('course', { name: shown })} />}
      />
      <div className="px-4 pt-2 pb-10">
        {answer.error && !answer.data ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : answer.data ? (
          <PlannedEventForm
            key={JSON.stringify(answer.data.event.planned)}
            seen={answer.data}
            names={(all.data?.rows ?? [])
              .filter((row) => row.name !== name && (row.planned?.mergedInto ?? null) === null)
              .map((row) => row.name)}
          />
        ) : (
          <Skeleton shape="table" rows={8} />
        )}
      </div>
    </div>
  );
};

const Course = ({ event, isNamed }: { readonly event: SeenEvent; readonly isNamed: boolean }) => {
  const t = useText(planText);
  const reader = useReader();
  return (
    <span className="flex flex-wrap gap-x-3">
      {isNamed && <code className="text-12">{event.name}</code>}
      <EventStatus planned={event.planned} />
      {event.firstSeen === null || event.lastSeen === null
        ? t('one.never')
        : t('one.since', { total: event.total, first: formatDate(reader, event.firstSeen), last: formatDate(reader, event.lastSeen) })}
    </span>
  );
};
