import { useEffect, useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { formatNumber } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { type Import, listImports, undoImport } from '../contracts.ts';
import { isBusy, isUndoable, progressOf } from './import-state.ts';
import { intakeText } from './text/text.ts';

const FOLLOW_MS = 400;

/** The sample company coming in, file by file; then the way to the river, and the way out again. */
export const SampleProgress = ({ batch }: { readonly batch: string }) => {
  const t = useText(intakeText);
  const newestFirst = useQueryOf(listImports, { query: { batch } }, { every: FOLLOW_MS, freshFor: 0 }).data?.rows ?? [];
  const rows = newestFirst.toReversed();
  const done = rows.length > 0 && rows.every((row) => !isBusy(row.status));
  const gone = done && rows.every((row) => row.status === 'undone');
  const mayImport = useMay('import.run');
  const out = useTakeOut(newestFirst);
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <PageHeader title={t(gone ? 'sample.gone' : out.going ? 'sample.leaving' : done ? 'sample.ready' : 'sample.progress')} />
      <ul className="flex max-w-160 flex-col gap-4 px-4" aria-live="polite">
        {rows.map((row) => (
          <FileLine key={row.id} row={row} />
        ))}
      </ul>
      {out.error ? <ErrorState error={out.error} /> : null}
      {done && gone && (
        <div className="px-4 py-6">
          <ButtonLink to="/welcome">{t('sample.back')}</ButtonLink>
        </div>
      )}
      {done && !gone && !out.going && (
        <div className="flex flex-wrap gap-3 px-4 py-6">
          <ButtonLink look="primary" to="/river">
            {t('sample.toRiver')}
          </ButtonLink>
          <ButtonLink to="/import">{t('sample.toImport')}</ButtonLink>
          {mayImport && (
            <Button look="quiet" onClick={out.start}>
              {t('sample.takeOut')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
};

const FileLine = ({ row }: { readonly row: Import }) => {
  const t = useText(intakeText);
  const reader = useReader();
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-13">
        <Link to={`/import/${row.id}`} className="font-medium hover:underline">
          {row.fileName}
        </Link>
        <span className="text-12 text-muted">
          {isBusy(row.status)
            ? t('sample.file', { read: formatNumber(reader, row.rowsRead), total: formatNumber(reader, row.rowsTotal) })
            : t(`status.${row.status}`)}
        </span>
      </div>
      <ProgressBar ratio={isBusy(row.status) && row.status !== 'undoing' ? progressOf(row) : 1} label={row.fileName} />
    </li>
  );
};

// What refers to others goes before them: the files are taken back one after the other, the newest first.
const useTakeOut = (newestFirst: readonly Import[]) => {
  const [going, setGoing] = useState(false);
  const undo = useMutationOf(undoImport, { refresh: [listImports] });
  const next = newestFirst.find(isUndoable);
  const free = !undo.isPending && newestFirst.every((row) => !isBusy(row.status));
  const { mutate } = undo;
  useEffect(() => {
    if (!going || !free) return;
    if (next) mutate({ params: { id: next.id } }, { onError: () => setGoing(false) });
    else setGoing(false);
  }, [going, free, next?.id, mutate, next]);
  return { going, error: undo.error, start: () => setGoing(true) };
};
