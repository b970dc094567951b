import { useState } from 'react';
import { download } from '#web/api.ts';
import { useMay } from '#web/app/session.ts';
import { usePathParams } from '#web/app/view-state.ts';
import { formatNumber } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Table } from '#web/ui/Table.tsx';
import {
  cancelImport,
  checkImport,
  downloadImportErrors,
  getImport,
  type Import,
  type ImportKind,
  listImportKinds,
  listImports,
  runImport,
  undoImport,
} from '../contracts.ts';
import { ImportFindings } from './ImportFindings.tsx';
import { ImportFormat } from './ImportFormat.tsx';
import { ImportMapping } from './ImportMapping.tsx';
import { ImportResultNote } from './ImportResultNote.tsx';
import { isBusy, isReady, isRunnable, isUndoable, missingFields, progressOf, stateTone, stateWord } from './import-state.ts';
import { intakeText } from './text/text.ts';

const FOLLOW_MS = 400;

/** One file: what was recognised, where its columns go, what it would do or did, and the way back. */
export const ImportPage = () => {
  const t = useText(intakeText);
  const { id = '' } = usePathParams();
  const [busy, setBusy] = useState(true);
  const mayImport = useMay('import.run');
  const answer = useQueryOf(getImport, { params: { id } }, busy ? { every: FOLLOW_MS, freshFor: 0 } : { freshFor: 0 });
  const kinds = useQueryOf(listImportKinds, {}, { freshFor: 600_000 }).data?.rows ?? [];
  const one = answer.data;
  if (one && isBusy(one.status) !== busy) setBusy(isBusy(one.status));
  if (answer.error && !one) return <ErrorState whole error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!one) return <Skeleton shape="record" />;
  const kind = kinds.find((each) => each.kind === one.kind);
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader
        title={one.fileName}
        subtitle={<StatusPill tone={stateTone(one)}>{t(`status.${stateWord(one)}`)}</StatusPill>}
        parent={{ label: t('one.back'), to: '/import' }}
        actions={mayImport && <Actions one={one} kind={kind} />}
      />
      <div className="flex flex-col gap-8 px-4 pb-12">
        {isBusy(one.status) && <Progress one={one} />}
        <ImportResultNote one={one} />
        <Outcome one={one} />
        <Problems one={one} kind={kind} />
        <ImportFormat one={one} kinds={kinds} />
        {kind && <ImportMapping one={one} kind={kind} />}
        <Preview one={one} />
      </div>
    </div>
  );
};

const Actions = ({ one, kind }: { readonly one: Import; readonly kind: ImportKind | undefined }) => {
  const t = useText(intakeText);
  const [asking, setAsking] = useState(false);
  const refresh = { refresh: [getImport, listImports] };
  const check = useMutationOf(checkImport, refresh);
  const run = useMutationOf(runImport, refresh);
  const cancel = useMutationOf(cancelImport, refresh);
  const undo = useMutationOf(undoImport, refresh);
  const input = { params: { id: one.id } };
  const blocked = !kind || missingFields(kind, one.mapping).length > 0;
  const error = check.error ?? run.error ?? cancel.error ?? undo.error;
  return (
    <>
      {isUndoable(one) && <Button onClick={() => setAsking(true)}>{t('one.undo')}</Button>}
      {one.status === 'done' && one.created + one.updated + one.unchanged > 0 && (
        <ButtonLink look="primary" to="/river">
          {t('one.seeRiver')}
        </ButtonLink>
      )}
      {isBusy(one.status) ? (
        one.status === 'running' || one.status === 'queued' ? (
          <Button onClick={() => cancel.mutate(input)}>{t('one.cancel')}</Button>
        ) : null
      ) : isRunnable(one.status) ? (
        <>
          <Button disabled={blocked || !isReady(one.status)} pending={check.isPending} onClick={() => check.mutate(input)}>
            {t('one.check')}
          </Button>
          <Button look="primary" disabled={blocked} pending={run.isPending} onClick={() => run.mutate(input)}>
            {t('one.run')}
          </Button>
        </>
      ) : null}
      {asking && (
        <Dialog
          open
          onClose={() => setAsking(false)}
          width="narrow"
          title={t('one.undoTitle')}
          description={t('one.undoText')}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('one.keep')}</Button>
              <Button look="danger" onClick={() => undo.mutate(input, { onSettled: () => setAsking(false) })}>
                {t('one.undoAction')}
              </Button>
            </>
          }
        />
      )}
      {error ? <ErrorState error={error} /> : null}
    </>
  );
};

const Progress = ({ one }: { readonly one: Import }) => {
  const t = useText(intakeText);
  const reader = useReader();
  return (
    <div className="flex max-w-120 flex-col gap-2" aria-live="polite">
      <ProgressBar ratio={one.status === 'undoing' ? null : progressOf(one)} label={t(`status.${one.status}`)} />
      <p className="text-13 text-muted">
        {t('one.progress', { read: formatNumber(reader, one.rowsRead), total: formatNumber(reader, one.rowsTotal) })}
      </p>
      {one.waitsForRoom && <p className="text-13">{t('one.roomText')}</p>}
    </div>
  );
};

const Outcome = ({ one }: { readonly one: Import }) => {
  const t = useText(intakeText);
  if (one.rowsRead === 0 || one.status === 'mapping') return null;
  const tried = one.status === 'checked' || one.status === 'checking';
  const figures = [
    [one.created, t(tried ? 'one.wouldCreate' : 'one.created')],
    [one.updated, t(tried ? 'one.wouldUpdate' : 'one.updated')],
    [one.unchanged, t('one.unchanged')],
    [one.failed, t('one.failed')],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-8">
      {figures.map(([value, label]) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-12 text-muted">{label}</dt>
          <dd className="text-28 font-semibold">
            <NumberText value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const Problems = ({ one, kind }: { readonly one: Import; readonly kind: ImportKind | undefined }) => {
  const t = useText(intakeText);
  const seen = one.rowsRead > 0 && !isBusy(one.status);
  return (
    <>
      {one.errors.length > 0 && (
        <Section
          title={t('one.errors')}
          count={one.failed}
          actions={
            <Button
              size="small"
              onClick={() => void download(downloadImportErrors, { params: { id: one.id } }, `${one.fileName}-errors.csv`)}
            >
              {t('one.download')}
            </Button>
          }
        >
          <Table
            caption={t('one.errors')}
            rows={one.errors.slice(0, 20)}
            rowId={(row) => `${row.line}${row.field}`}
            columns={[
              { key: 'line', label: t('one.line'), render: (row) => <Line line={row.line} /> },
              {
                key: 'field',
                label: t('one.field'),
                render: (row) => kind?.fields.find((field) => field.key === row.field)?.label[currentLanguage()] ?? row.field,
              },
              { key: 'problem', label: t('one.problem'), render: (row) => row.message },
              { key: 'remedy', label: t('one.remedy'), render: (row) => row.remedy },
            ]}
          />
        </Section>
      )}
      {(one.findings.length > 0 || seen) && <ImportFindings findings={one.findings} />}
    </>
  );
};

// On a phone a row is a card without the names of columns.
const Line = ({ line }: { readonly line: number }) => {
  const t = useText(intakeText);
  return (
    <>
      <span className="phone:hidden">{t('one.line')} </span>
      <NumberText value={line} />
    </>
  );
};

const Preview = ({ one }: { readonly one: Import }) => {
  const t = useText(intakeText);
  // Rows of a file may hold personal data: who may not read it gets none.
  if (one.preview.length === 0) return null;
  return (
    <Section title={t('one.preview')}>
      <div className="overflow-x-auto">
        <Table
          caption={t('one.preview')}
          compact
          rows={one.preview.slice(0, 8).map((cells, at) => ({ id: String(at), cells }))}
          rowId={(row) => row.id}
          columns={one.mapping.map((column) => ({
            key: String(column.index),
            label: column.column,
            render: (row: { readonly cells: readonly string[] }) => (
              <span className="whitespace-nowrap">{row.cells[column.index] ?? ''}</span>
            ),
          }))}
        />
      </div>
    </Section>
  );
};
