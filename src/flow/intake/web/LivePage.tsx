import { useState } from 'react';
import { z } from 'zod';
import { useMay } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Table } from '#web/ui/Table.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { type LiveEvent, listLiveEvents, validateEvent } from '../contracts.ts';
import { intakeText } from './text/text.ts';

const View = z.object({ event: z.string().default(''), only: z.enum(['all', 'bad']).default('all'), open: z.string().optional() });
const FOLLOW_MS = 1_000;
const SHOWN = 200;

/** Events as they arrive, good and bad, and a place to try a message. */
export const LivePage = () => {
  const t = useText(intakeText);
  const [view, setView] = useViewState(View);
  const [paused, setPaused] = useState(false);
  const mayWatch = useMay('personal.read');
  const answer = useQueryOf(
    listLiveEvents,
    { query: view.only === 'bad' ? { bad: 'true' } : {} },
    paused ? { enabled: mayWatch } : { every: FOLLOW_MS, enabled: mayWatch },
  );
  const rows = answer.data?.rows.filter((row) => row.event.toLowerCase().includes(view.event.toLowerCase())).slice(0, SHOWN);
  const open = rows?.find((row) => row.id === view.open);
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col overflow-y-auto bg-surface">
        <PageHeader
          title={t('live.title')}
          subtitle={t('live.subtitle')}
          actions={mayWatch && <Button onClick={() => setPaused(!paused)}>{t(paused ? 'live.resume' : 'live.pause')}</Button>}
        />
        <div className="flex flex-col gap-6 px-4 pb-10">
          {mayWatch && (
            <div className="flex flex-wrap items-center gap-2">
              <SearchBox label={t('live.search')} value={view.event} onChange={(event) => setView({ event }, 'replace')} />
              <SegmentedControl
                label={t('live.only')}
                value={view.only}
                onChange={(only) => setView({ only })}
                options={(['all', 'bad'] as const).map((value) => ({ value, label: t(`live.${value}`) }))}
              />
            </div>
          )}
          {!mayWatch ? (
            <p className="max-w-[72ch] py-4 text-13 text-muted">{t('live.closed')}</p>
          ) : answer.error && !rows ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : rows === undefined ? (
            <Skeleton shape="table" />
          ) : rows.length === 0 ? (
            view.event === '' && view.only === 'all' ? (
              <EmptyLive />
            ) : (
              <p className="py-8 text-13 text-muted">{t('live.noneFits')}</p>
            )
          ) : (
            <EventTable rows={rows} onOpen={(id) => setView({ open: id }, 'replace')} />
          )}
          <Validator />
        </div>
      </div>
      {open && (
        <SidePanel title={open.event || open.type || t('live.noName')} onClose={() => setView({ open: undefined }, 'replace')}>
          <EventDetails row={open} />
        </SidePanel>
      )}
    </div>
  );
};

const EmptyLive = () => {
  const t = useText(intakeText);
  return (
    <EmptyState
      title={t('live.empty')}
      action={
        <Link to="/connect" look="text">
          {t('live.connect')}
        </Link>
      }
    >
      {t('live.emptyText')}
    </EmptyState>
  );
};

const EventTable = ({ rows, onOpen }: { readonly rows: readonly LiveEvent[]; readonly onOpen: (id: string) => void }) => {
  const t = useText(intakeText);
  return (
    <Table
      caption={t('live.title')}
      compact
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'event',
          label: t('live.event'),
          render: (row) => (
            <button type="button" className="max-w-72 truncate rounded-sm font-medium hover:underline" onClick={() => onOpen(row.id)}>
              {row.event || row.type || t('live.noName')}
            </button>
          ),
        },
        { key: 'state', label: t('live.state'), render: (row) => <State row={row} /> },
        {
          key: 'who',
          label: t('live.who'),
          render: (row) => <span className="block max-w-56 truncate">{row.personName ?? row.rawId}</span>,
        },
        { key: 'account', label: t('live.account'), render: (row) => row.accountName ?? '' },
        { key: 'at', label: t('live.at'), align: 'end', render: (row) => <DateTime at={row.receivedAt} style="ago" /> },
      ]}
    />
  );
};

const State = ({ row }: { readonly row: LiveEvent }) => {
  const t = useText(intakeText);
  if (!row.ok)
    return (
      <StatusPill tone="bad" look="bare">
        {t('live.refused')}
      </StatusPill>
    );
  return row.warnings.length > 0 ? (
    <StatusPill tone="warn" look="bare">
      {t('live.warned')}
    </StatusPill>
  ) : (
    <StatusPill tone="good" look="bare">
      {t('live.ok')}
    </StatusPill>
  );
};

const EventDetails = ({ row }: { readonly row: LiveEvent }) => (
  <div className="flex flex-col gap-4 p-4">
    <State row={row} />
    <Problems problems={row.problems} warnings={row.warnings} />
    <Facts facts={Object.entries(row.props).map(([label, value]) => ({ label, value: <span className="break-words">{value}</span> }))} />
  </div>
);

const Problems = ({ problems, warnings }: Pick<LiveEvent, 'problems' | 'warnings'>) => (
  <ul className="flex flex-col gap-2 text-13">
    {problems.map((problem) => (
      <li key={problem.field + problem.code}>
        <strong>{problem.field}</strong>: {problem.message} <span className="text-muted">{problem.remedy}</span>
      </li>
    ))}
    {warnings.map((warning) => (
      <li key={warning} className="text-muted">
        {warning}
      </li>
    ))}
  </ul>
);

const EXAMPLE = '{\n  "type": "track",\n  "userId": "u_1",\n  "event": "Report exported",\n  "properties": { "format": "pdf" }\n}';

const Validator = () => {
  const t = useText(intakeText);
  const [text, setText] = useState(EXAMPLE);
  const [broken, setBroken] = useState(false);
  const check = useMutationOf(validateEvent);
  const submit = () => {
    const message = jsonOrUndefined(text);
    setBroken(message === undefined);
    if (message !== undefined) check.mutate({ body: { message } });
  };
  const result = check.data;
  return (
    <Section title={t('live.validator')}>
      <p className="mb-2 text-13 text-muted">{t('live.validatorText')}</p>
      <TextArea
        aria-label={t('live.validator')}
        rows={7}
        value={text}
        onChange={setText}
        className="min-h-36 font-mono text-12"
        spellCheck={false}
      />
      <div className="mt-2 flex flex-col items-start gap-3" aria-live="polite">
        <Button onClick={submit} pending={check.isPending}>
          {t('live.try')}
        </Button>
        {broken && <p className="text-13 text-bad">{t('live.notJson')}</p>}
        {!broken && result && (
          <>
            <StatusPill tone={result.ok ? 'good' : 'bad'}>
              {result.ok ? t('live.wouldTake', { event: result.event ?? '' }) : t('live.wouldRefuse')}
            </StatusPill>
            <Problems problems={result.problems} warnings={result.warnings} />
            {Object.keys(result.props).length > 0 && (
              <Facts facts={Object.entries(result.props).map(([label, value]) => ({ label, value }))} />
            )}
          </>
        )}
      </div>
    </Section>
  );
};

const jsonOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
