import CircleDollarSign from 'lucide-react/icons/circle-dollar-sign';
import Eye from 'lucide-react/icons/eye';
import FileText from 'lucide-react/icons/file-text';
import Handshake from 'lucide-react/icons/handshake';
import LifeBuoy from 'lucide-react/icons/life-buoy';
import ListChecks from 'lucide-react/icons/list-checks';
import MousePointerClick from 'lucide-react/icons/mouse-pointer-click';
import Waves from 'lucide-react/icons/waves';
import { useState } from 'react';
import { useWorkspace } from '#web/app/session.ts';
import { formatNamed, type Reader } from '#web/i18n/format.ts';
import { type Text, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { usePagesOf } from '#web/queries.ts';
import { endOfDay } from '#web/ui/date-range.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import type { Icon } from '#web/ui/icon.ts';
import { Select } from '#web/ui/Select.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import type { Tone } from '#web/ui/StatusPill.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { type TimelineEntry as Row, Timeline } from '#web/ui/Timeline.tsx';
import { FactGroup, getAccountTimeline, getPersonTimeline, type TimelineEntry } from '../contracts.ts';
import { factDetails, factSubject, factTitle } from './fact-words.ts';
import type { en } from './text/en.ts';
import { factText } from './text/text.ts';
import { useDisplayNames } from './use-fact-name.ts';

const ICONS: Readonly<Record<FactGroup, Icon>> = {
  web: Eye,
  usage: MousePointerClick,
  sales: Handshake,
  money: CircleDollarSign,
  support: LifeBuoy,
  lifecycle: Waves,
  work: ListChecks,
  record: FileText,
};
const BAD = new Set(['subscription_ended', 'payment_failed', 'churn_recorded', 'deal_lost', 'ticket_escalated']);
const GOOD = new Set(['subscription_started', 'deal_won']);

export interface FactTimelineProps {
  readonly owner: { readonly account: string } | { readonly person: string };
  /** Entries of other rooms that belong into the same line, such as moves between stages. */
  readonly more?: readonly Row[];
}

/** The one timeline of an account or a person: everything that happened, by kind, as of any day. */
export const FactTimeline = ({ owner, more = [] }: FactTimelineProps) => {
  const t = useText(factText);
  const [group, setGroup] = useState<FactGroup | 'all'>('all');
  const [asOf, setAsOf] = useState('');
  const { timeZone } = useWorkspace();
  const known = asOf ? endOfDay(asOf, timeZone) : null;
  const query = {
    limit: 60,
    ...(group === 'all' ? {} : { groups: group }),
    ...(known === null ? {} : { asOf: known }),
  };
  const ofAccount = usePagesOf(
    getAccountTimeline,
    { params: { id: 'account' in owner ? owner.account : '' }, query },
    { enabled: 'account' in owner },
  );
  const ofPerson = usePagesOf(
    getPersonTimeline,
    { params: { id: 'person' in owner ? owner.person : '' }, query },
    { enabled: 'person' in owner },
  );
  const pages = 'account' in owner ? ofAccount : ofPerson;
  return (
    <>
      <div className="sticky top-0 z-2 -mx-4 flex flex-wrap items-center gap-3 border-b border-line bg-surface px-4 py-2">
        <div className="w-40">
          <Select
            label={t('filter')}
            value={group}
            onChange={setGroup}
            options={['all' as const, ...FactGroup.options].map((value) => ({ value, label: t(`groups.${value}`) }))}
          />
        </div>
        <span className="ml-auto flex items-center gap-2 text-12 whitespace-nowrap text-muted" title={t('asOfHint')}>
          {t('asOf')}
          <TextField type="date" aria-label={t('asOf')} value={asOf} onChange={setAsOf} className="w-36" />
        </span>
      </div>
      {pages.error ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.rows === undefined ? (
        <Skeleton shape="text" rows={12} />
      ) : (
        <Entries
          rows={pages.rows}
          more={showMore(more, { group, until: known ?? Number.POSITIVE_INFINITY, since: pages.more ? (pages.rows.at(-1)?.at ?? 0) : 0 })}
          group={group}
          onMore={pages.more}
          loading={pages.loadingMore}
        />
      )}
    </>
  );
};

/** Entries of other rooms stand among the facts that are loaded, not below the end of the page. */
const showMore = (
  more: readonly Row[],
  { group, since, until }: { readonly group: FactGroup | 'all'; readonly since: number; readonly until: number },
): readonly Row[] => (group === 'all' || group === 'lifecycle' ? more.filter((row) => row.at >= since && row.at <= until) : []);

const Entries = ({
  rows,
  more,
  group,
  onMore,
  loading,
}: {
  readonly rows: readonly TimelineEntry[];
  readonly more: readonly Row[];
  readonly group: string;
  readonly onMore: (() => void) | undefined;
  readonly loading: boolean;
}) => {
  const t = useText(factText);
  const reader = useReader();
  const { currency } = useWorkspace();
  const { events } = useDisplayNames();
  if (rows.length + more.length === 0) {
    return group === 'all' ? (
      <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
    ) : (
      <p className="py-6 text-13 text-muted">{t('emptyGroup')}</p>
    );
  }
  const entries = rows.map(
    (row): Row => ({
      id: row.id,
      at: row.at,
      icon: ICONS[row.group],
      tone: toneOf(row.event),
      title: shownTitle(row, events.get(row.event), { t, reader }),
      detail: factDetails(row, { t, reader, currency }).join(' · '),
    }),
  );
  return <Timeline entries={[...entries, ...more].sort((a, b) => b.at - a.at)} {...(onMore ? { onMore } : {})} loadingMore={loading} />;
};

// What a fact is about stays in its title, whatever the workspace calls it.
const shownTitle = (
  row: TimelineEntry,
  shown: string | undefined,
  { t, reader }: { readonly t: Text<typeof en>; readonly reader: Reader },
): string => {
  if (shown === undefined) return factTitle(row, t);
  const subject = factSubject(row);
  return subject === '' ? shown : formatNamed(reader, shown, subject);
};

const toneOf = (event: string): Tone => (BAD.has(event) ? 'bad' : GOOD.has(event) ? 'good' : 'unknown');
