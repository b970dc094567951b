import { useEffect, useRef } from 'react';
import { useMay } from '#web/app/session.ts';
import { formatDuration } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { cancelDemo, type DemoState, getDemo, removeDemo, startDemo } from '../contracts.ts';
import { PhaseList } from './PhaseList.tsx';
import { demoText } from './text/text.ts';

const FOLLOW_MS = 400;

const LEADS = { running: 'runningLead', done: 'doneLead', failed: 'failedLead', cancelled: 'cancelledLead' } as const;

/** The demo company coming in, phase by phase; then the river. Later the way out again. */
export const DemoProgress = () => {
  const t = useText(demoText);
  const state = useQueryOf(getDemo, {}, { every: FOLLOW_MS, freshFor: 0 }).data;
  useRiverWhenDone(state?.status);
  if (!state || state.status === 'none') return null;
  const { status } = state;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <PageHeader title={t(status)} {...(status === 'removing' ? {} : { subtitle: t(LEADS[status]) })} />
      <div className="flex max-w-160 flex-col gap-5 px-4 pb-8">
        {status === 'removing' ? (
          <ProgressBar ratio={null} label={t('removing')} />
        ) : status === 'done' ? null : (
          <>
            <Whole state={state} />
            <PhaseList phases={state.phases} />
          </>
        )}
        {state.error && (
          <p className="text-13 text-bad" role="alert">
            {[state.error.message, state.error.remedy].filter(Boolean).join(' ')}
          </p>
        )}
        <Actions status={status} />
      </div>
    </div>
  );
};

/** Whoever watched it come in wants to see it: on to the river. */
const useRiverWhenDone = (status: DemoState['status'] | undefined): void => {
  const { push, hrefOf } = useNavigation();
  const watched = useRef(false);
  useEffect(() => {
    if (status === 'running') watched.current = true;
    if (status === 'done' && watched.current) push(hrefOf('/river'));
  }, [status, push, hrefOf]);
};

const Whole = ({ state: { ratio, remainingMs, status } }: { readonly state: DemoState }) => {
  const t = useText(demoText);
  const reader = useReader();
  return (
    <div className="flex flex-col gap-1.5">
      <ProgressBar ratio={ratio} label={t('running')} />
      {status === 'running' && (
        <p className="text-12 text-muted">
          {remainingMs === null || remainingMs < LEAST_MS ? t('soon') : t('left', { time: formatDuration(reader, rounded(remainingMs)) })}
        </p>
      )}
    </div>
  );
};

const LEAST_MS = 5_000;
/** To five seconds: a guess that changes with every look is none. */
const rounded = (lengthMs: number): number => Math.ceil(lengthMs / LEAST_MS) * LEAST_MS;

const Actions = ({ status }: { readonly status: DemoState['status'] }) => {
  const t = useText(demoText);
  const mayImport = useMay('import.run');
  const again = { refresh: [getDemo] };
  const [goOn, cancel, remove] = [useMutationOf(startDemo, again), useMutationOf(cancelDemo, again), useMutationOf(removeDemo, again)];
  const isStopped = status === 'failed' || status === 'cancelled';
  const error = goOn.error ?? cancel.error ?? remove.error;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {status === 'done' && (
          <>
            <ButtonLink look="primary" to="/river">
              {t('toRiver')}
            </ButtonLink>
            <ButtonLink to="/today">{t('toToday')}</ButtonLink>
          </>
        )}
        {isStopped && mayImport && (
          <Button look="primary" pending={goOn.isPending} onClick={() => goOn.mutate({ body: {} })}>
            {t('goOn')}
          </Button>
        )}
        {status === 'running' && mayImport && (
          <Button pending={cancel.isPending} onClick={() => cancel.mutate({})}>
            {t('cancel')}
          </Button>
        )}
        {(isStopped || status === 'done') && mayImport && (
          <Button look="quiet" pending={remove.isPending} onClick={() => remove.mutate({})}>
            {t('takeOut')}
          </Button>
        )}
      </div>
      {error ? <ErrorState error={error} /> : null}
    </>
  );
};
