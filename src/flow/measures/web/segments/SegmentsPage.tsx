import { useState } from 'react';
import { z } from 'zod';
import { useMay } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { Sparkline } from '#web/charts/Sparkline.tsx';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { listSegments, type Segment } from '../../segment-contracts.ts';
import { NewList } from './NewList.tsx';
import { segmentText } from './text/text.ts';

const View = z.object({ q: z.string().default(''), unit: z.enum(['all', 'account', 'person']).default('all') });
const EVERY_MS = 10_000;

/** Which segments are there, how large are they, and how did they grow? */
export const SegmentsPage = () => {
  const t = useText(segmentText);
  const mayWrite = useMay('records.write');
  const [{ q, unit }, setView] = useViewState(View);
  const answer = useQueryOf(listSegments, {}, { every: EVERY_MS });
  const segments = answer.data?.rows;
  const found = segments?.filter(
    (segment) =>
      (unit === 'all' || segment.unit === unit) && `${segment.name} ${segment.note}`.toLowerCase().includes(q.trim().toLowerCase()),
  );
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            {segments && segments.length > 0 && (
              <SegmentedControl
                label={t('unit.label')}
                value={unit}
                onChange={(next) => setView({ unit: next })}
                options={(['all', 'account', 'person'] as const).map((value) => ({
                  value,
                  label: value === 'all' ? t('allUnits') : t(`unit.${value}`),
                }))}
              />
            )}
            <SearchBox label={t('search')} value={q} onChange={(next) => setView({ q: next }, 'replace')} className="w-full phone:w-60" />
            {mayWrite && <Create />}
          </>
        }
      />
      <div className="px-4 pb-10">
        {answer.error && !segments ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : found === undefined ? (
          <Skeleton shape="table" rows={8} />
        ) : segments?.length === 0 ? (
          <EmptyState title={t('emptyTitle')} {...(mayWrite ? { action: <Create /> } : {})}>
            {t('emptyText')}
          </EmptyState>
        ) : found.length === 0 ? (
          <p className="py-8 text-14 text-muted">{t('noMatch')}</p>
        ) : (
          <Listed segments={found} />
        )}
      </div>
    </div>
  );
};

const Listed = ({ segments }: { readonly segments: readonly Segment[] }) => {
  const t = useText(segmentText);
  const columns: readonly Column<Segment>[] = [
    {
      key: 'name',
      label: t('name'),
      render: (segment) => (
        <Link to={`/segments/${segment.id}`} className="flex min-w-0 flex-col py-1.5 hover:underline">
          <span className="truncate font-medium">{segment.name}</span>
          {segment.note && <span className="truncate text-12 text-muted">{segment.note}</span>}
        </Link>
      ),
    },
    { key: 'unit', label: t('unit.label'), render: ({ unit }) => t(`unit.${unit}`) },
    { key: 'kind', label: t('kindLabel'), render: ({ condition }) => <Badge>{t(condition === null ? 'kind.list' : 'kind.living')}</Badge> },
    { key: 'size', label: t('size'), align: 'end', render: ({ size }) => <NumberText value={size} className="tabular-nums" /> },
    {
      key: 'trend',
      label: t('trend'),
      render: ({ trend, name }) => (trend.length < 2 ? <Missing /> : <Sparkline points={trend} label={t('trendOf', { name })} />),
    },
    { key: 'changed', label: t('changed'), render: ({ changedAt }) => <DateTime at={changedAt} style="ago" /> },
  ];
  return <Table caption={t('title')} columns={columns} rows={segments} rowId={({ id }) => id} />;
};

const Create = () => {
  const t = useText(segmentText);
  const navigation = useNavigation();
  const [listing, setListing] = useState(false);
  const open = (unit: Segment['unit']) => navigation.push(navigation.hrefOf(`/segments/new?unit=${unit}`));
  return (
    <>
      <Menu
        align="end"
        trigger={<Button look="primary">{t('create')}</Button>}
        groups={[
          {
            items: [
              { label: t('createLiving.account'), onSelect: () => open('account') },
              { label: t('createLiving.person'), onSelect: () => open('person') },
              { label: t('createList'), onSelect: () => setListing(true) },
            ],
          },
        ]}
      />
      <NewList open={listing} onClose={() => setListing(false)} />
    </>
  );
};
