import { useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { listLiveEvents } from '../../contracts.ts';
import { FirstEvent } from './FirstEvent.tsx';
import { LiveFilters } from './LiveFilters.tsx';
import { LiveMessagePanel } from './LiveMessagePanel.tsx';
import { LiveTable } from './LiveTable.tsx';
import { isNarrowed, LiveView, queryOf } from './live-view.ts';
import { liveText } from './text/text.ts';
import { Validator } from './Validator.tsx';

const FOLLOW_MS = 1_000;
const SHOWN = 200;

/** Events as they arrive, good and bad: those of one person or account, the message behind each, and a place to try one. */
export const LivePage = () => {
  const t = useText(liveText);
  const [view, setView] = useViewState(LiveView);
  const [paused, setPaused] = useState(false);
  const mayWatch = useMay('personal.read');
  const answer = useQueryOf(
    listLiveEvents,
    { query: queryOf(view) },
    paused ? { enabled: mayWatch, freshFor: Number.POSITIVE_INFINITY } : { every: FOLLOW_MS, enabled: mayWatch },
  );
  const rows = answer.data?.rows.slice(0, SHOWN);
  const [nothing, narrowed] = [rows?.length === 0, isNarrowed(view)];
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col overflow-y-auto bg-surface">
        <PageHeader
          title={t('title')}
          subtitle={t('subtitle')}
          actions={mayWatch && <Button onClick={() => setPaused(!paused)}>{t(paused ? 'resume' : 'pause')}</Button>}
        />
        <div className="flex flex-col gap-6 px-4 pb-10">
          {mayWatch && !(nothing && !narrowed) && <LiveFilters view={view} answer={answer.data} onChange={setView} />}
          {paused && <p className="text-13 text-muted">{t('paused')}</p>}
          {!mayWatch ? (
            <p className="max-w-[72ch] py-4 text-13 text-muted">{t('closed')}</p>
          ) : answer.error && !rows ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : rows === undefined ? (
            <Skeleton shape="table" />
          ) : nothing && !narrowed ? (
            <FirstEvent />
          ) : nothing ? (
            <p className="py-8 text-13 text-muted">{t(view.person || view.account ? 'nobodyYet' : 'noneFits')}</p>
          ) : (
            <LiveTable rows={rows} openId={view.open} onOpen={(open) => setView({ open }, 'replace')} />
          )}
          <Validator />
        </div>
      </div>
      {view.open && mayWatch && (
        <LiveMessagePanel
          id={view.open}
          onFollow={(who) => setView({ person: undefined, account: undefined, ...who, open: undefined })}
          onClose={() => setView({ open: undefined }, 'replace')}
        />
      )}
    </div>
  );
};
