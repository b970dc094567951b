import { useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import { createBoard, listBoards } from '../../../board-contracts.ts';
import { NameDialog } from '../saved/NameDialog.tsx';
import { savedText } from '../saved/text/text.ts';

/** The boards of the workspace, and a way to make one. */
export const BoardsPage = () => {
  const t = useText(savedText);
  const navigation = useNavigation();
  const [naming, setNaming] = useState(false);
  const asked = useQueryOf(listBoards, {});
  const create = useMutationOf(createBoard, { refresh: [listBoards] });
  const rows = asked.data?.rows;
  const make = useMay('records.write') && <Button onClick={() => setNaming(true)}>{t('makeBoard')}</Button>;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={t('boards')} subtitle={t('boardsText')} actions={rows?.length ? make : undefined} />
      <div className="px-4 pb-10">
        {asked.error && !rows ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : !rows ? (
          <Skeleton shape="table" />
        ) : rows.length === 0 ? (
          <EmptyState title={t('noBoards')} action={make}>
            {t('noBoardsText')}
          </EmptyState>
        ) : (
          <Table
            caption={t('boards')}
            rows={rows}
            rowId={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: t('name'),
                render: ({ id, name, description }) => (
                  <Link to={`/boards/${id}`} className="block max-w-120 hover:underline">
                    <span className="block truncate font-medium">{name}</span>
                    {description && <span className="block truncate text-12 text-muted">{description}</span>}
                  </Link>
                ),
              },
              { key: 'tiles', label: t('tiles'), align: 'end', render: ({ tiles }) => <NumberText value={tiles.length} /> },
              { key: 'owner', label: t('owner'), render: ({ ownerName }) => ownerName },
              { key: 'changed', label: t('changed'), align: 'end', render: ({ changedAt }) => <DateTime at={changedAt} style="ago" /> },
            ]}
          />
        )}
      </div>
      <NameDialog
        open={naming}
        title={t('newBoard')}
        initial={NEW}
        pending={create.isPending}
        onClose={() => setNaming(false)}
        onSave={(named) => create.mutate({ body: named }, { onSuccess: ({ id }) => navigation.push(navigation.hrefOf(`/boards/${id}`)) })}
      />
    </div>
  );
};

const NEW = { name: '', description: '' };
