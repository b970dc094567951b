import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, usePagesOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { Column } from '#web/ui/table/column.ts';
import {
  getSegment,
  listSegmentMembers,
  listSegments,
  removeSegmentMembers,
  type Segment,
  type SegmentMember,
} from '../../segment-contracts.ts';
import { segmentText } from './text/text.ts';

/** Who is in a segment, those who came last first; out of a list by hand they can be taken. */
export const SegmentMembers = ({ segment }: { readonly segment: Segment }) => {
  const t = useText(segmentText);
  const [search, setSearch] = useState('');
  const pages = usePagesOf(listSegmentMembers, { params: { id: segment.id }, query: { ...(search && { search }) } });
  const columns = useColumns(segment);
  return (
    <div className="flex flex-col gap-3">
      <SearchBox label={t('searchMembers')} value={search} onChange={setSearch} className="w-full phone:w-60" />
      {pages.error ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.rows === undefined ? (
        <Skeleton shape="table" rows={8} />
      ) : pages.rows.length === 0 ? (
        <p className="py-6 text-13 text-muted">{t(search ? 'noMembersFound' : 'noMembers')}</p>
      ) : (
        <Table fitting={2} caption={t('members')} columns={columns} rows={pages.rows} rowId={({ id }) => id} />
      )}
      {pages.more && (
        <div>
          <Button pending={pages.loadingMore} onClick={pages.more}>
            {t('loadMore')}
          </Button>
        </div>
      )}
    </div>
  );
};

const useColumns = ({ id, unit, condition }: Segment): readonly Column<SegmentMember>[] => {
  const t = useText(segmentText);
  const mayWrite = useMay('records.write');
  const remove = useMutationOf(removeSegmentMembers, { refresh: [listSegmentMembers, getSegment, listSegments] });
  const company: Column<SegmentMember> = {
    key: 'account',
    label: t('account'),
    render: ({ accountId, accountName }) =>
      accountId ? <EntityChip kind="account" id={accountId} name={accountName ?? accountId} /> : <Missing />,
  };
  const takeOut: Column<SegmentMember> = {
    key: 'remove',
    label: t('remove'),
    quietLabel: true,
    render: (member) => (
      <IconButton
        size="small"
        icon={X}
        label={t('takeOut', { name: member.name ?? member.id })}
        onClick={() => remove.mutate({ params: { id }, body: { members: [member.id] } })}
      />
    ),
  };
  return [
    {
      key: 'name',
      label: t(`unit.${unit}`),
      render: (member) => <EntityChip kind={unit} id={member.id} name={member.name ?? t('hidden')} />,
    },
    ...(unit === 'person' ? [company] : []),
    { key: 'since', label: t('entered'), render: ({ enteredAt }) => <DateTime at={enteredAt} /> },
    { key: 'because', label: t('because'), render: ({ enteredBy }) => t(`cause.${enteredBy}`) },
    ...(condition === null && mayWrite ? [takeOut] : []),
  ];
};
