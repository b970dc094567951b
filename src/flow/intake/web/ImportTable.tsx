import { useText } from '#web/i18n/i18n.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Link } from '#web/ui/Link.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import type { Option } from '#web/ui/Select.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { Import } from '../contracts.ts';
import { isBusy, progressOf, stateTone, stateWord } from './import-state.ts';
import { intakeText } from './text/text.ts';

export interface ImportTableProps {
  readonly rows: readonly Import[];
  /** What a kind of rows is called. */
  readonly kinds: readonly Option[];
}

/** Imports in lines, each leading to its page; one that is under way shows how far it is. */
export const ImportTable = ({ rows, kinds }: ImportTableProps) => {
  const t = useText(intakeText);
  const kindName = (kind: string | null) => kinds.find(({ value }) => value === kind)?.label ?? kind ?? t('list.unknownKind');
  return (
    <Table
      caption={t('list.title')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'file',
          label: t('list.file'),
          render: (row) => (
            <Link to={`/import/${row.id}`} className="font-medium hover:underline">
              {row.fileName}
            </Link>
          ),
        },
        { key: 'kind', label: t('list.kind'), render: (row) => <span className="whitespace-nowrap">{kindName(row.kind)}</span> },
        { key: 'status', label: t('list.status'), render: (row) => <StateCell row={row} /> },
        { key: 'rows', label: t('list.rows'), align: 'end', render: (row) => <NumberText value={row.rowsTotal} /> },
        { key: 'created', label: t('list.created'), align: 'end', render: (row) => <NumberText value={row.created} /> },
        { key: 'updated', label: t('list.updated'), align: 'end', render: (row) => <NumberText value={row.updated} /> },
        { key: 'failed', label: t('list.failed'), align: 'end', render: (row) => <NumberText value={row.failed} /> },
        { key: 'when', label: t('list.when'), align: 'end', render: (row) => <DateTime at={row.createdAt} style="ago" /> },
      ]}
    />
  );
};

const StateCell = ({ row }: { readonly row: Import }) => {
  const t = useText(intakeText);
  if (!isBusy(row.status)) {
    return (
      <StatusPill tone={stateTone(row)} look="bare">
        {t(`status.${stateWord(row)}`)}
      </StatusPill>
    );
  }
  return (
    <span className="flex w-32 flex-col gap-1">
      <span className="text-12 text-muted">{t(`status.${stateWord(row)}`)}</span>
      <ProgressBar ratio={progressOf(row)} label={row.fileName} />
    </span>
  );
};
