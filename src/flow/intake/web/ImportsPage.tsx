import { useMay } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Table } from '#web/ui/Table.tsx';
import { type Import, listImportKinds, listImports } from '../contracts.ts';
import { FileDrop } from './FileDrop.tsx';
import { isBusy, progressOf, STATUS_TONES } from './import-state.ts';
import { intakeText } from './text/text.ts';
import { useUpload } from './use-upload.ts';

const FOLLOW_MS = 700;

/** Every file that came in, and the place where the next one is dropped. */
export const ImportsPage = () => {
  const t = useText(intakeText);
  const sending = useUpload();
  const mayImport = useMay('import.run');
  const answer = useQueryOf(listImports, {}, { every: FOLLOW_MS * 3 });
  const rows = answer.data?.rows;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={t('list.title')} subtitle={t('list.subtitle')} />
      <div className="flex flex-col gap-5 px-4 pb-10">
        {mayImport && <FileDrop onFiles={sending.send} busy={sending.busy} />}
        {sending.error ? <ErrorState error={sending.error} /> : null}
        {answer.error && !rows ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : rows === undefined ? (
          <Skeleton shape="table" rows={5} />
        ) : rows.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
        ) : (
          <ImportTable rows={rows} />
        )}
      </div>
    </div>
  );
};

const ImportTable = ({ rows }: { readonly rows: readonly Import[] }) => {
  const t = useText(intakeText);
  const kinds = useQueryOf(listImportKinds, {}, { freshFor: 600_000 }).data?.rows ?? [];
  const kindName = (kind: string | null) =>
    kinds.find((one) => one.kind === kind)?.label[currentLanguage()] ?? kind ?? t('list.unknownKind');
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
      <StatusPill tone={STATUS_TONES[row.status]} look="bare">
        {t(`status.${row.status}`)}
      </StatusPill>
    );
  }
  return (
    <span className="flex w-32 flex-col gap-1">
      <span className="text-12 text-muted">{t(`status.${row.status}`)}</span>
      <ProgressBar ratio={progressOf(row)} label={row.fileName} />
    </span>
  );
};
