import { getAccountRow, listAccounts, listPeople } from '#flow/signals/contracts.ts';
import { useMay } from '#web/app/session.ts';
import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf } from '#web/queries.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { listMergeProposals, listMerges, type Merge, undoMerge } from '../../contracts.ts';
import { recordText } from '../text/pages.ts';
import { sayReason } from './say-reason.ts';

export interface MergeLedgerProps {
  readonly rows: readonly Merge[] | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Which records became one, newest first, each with a way to take it back. */
export const MergeLedger = ({ rows, error, onRetry }: MergeLedgerProps) => {
  const t = useText(recordText);
  if (error && !rows) return <ErrorState error={error} onRetry={onRetry} />;
  if (!rows) return <Skeleton shape="table" rows={5} />;
  if (rows.length === 0) return <EmptyState title={t('merges.noMergesTitle')}>{t('merges.noMerges')}</EmptyState>;
  return (
    <ul className="max-w-240 text-13">
      {rows.map((row) => (
        <Entry key={row.id} merge={row} />
      ))}
    </ul>
  );
};

const Entry = ({ merge }: { readonly merge: Merge }) => {
  const t = useText(recordText);
  const reader = useReader();
  const mayWrite = useMay('records.write');
  const undo = useMutationOf(undoMerge, { refresh: [listMergeProposals, listMerges, listAccounts, listPeople, getAccountRow] });
  const why = merge.reason
    .split(/,\s*/)
    .filter(Boolean)
    .map((reason) => sayReason(reason, t));
  const takeBack = () => undo.mutate({ params: { id: merge.id } }, { onSuccess: () => showToast({ text: t('merges.undone') }) });
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge>{t(`merges.kind.${merge.kind}`)}</Badge>
        <EntityChip kind={merge.kind} id={merge.from.id} name={merge.from.label} />
        <span className="text-muted">{t('merges.partOf')}</span>
        <EntityChip kind={merge.kind} id={merge.into.id} name={merge.into.label} />
        <span className="ml-auto">
          {merge.undoneAt !== null ? (
            <span className="text-12 text-muted">{t('merges.undoneAt', { day: formatDate(reader, merge.undoneAt, 'date') })}</span>
          ) : (
            mayWrite && (
              <Button size="small" look="quiet" pending={undo.isPending} onClick={takeBack}>
                {t('merges.undo')}
              </Button>
            )
          )}
        </span>
      </div>
      <p className="mt-0.5 text-12 text-muted">
        <DateTime at={merge.at} /> · {t('merges.by', { who: merge.actor })}
        {why.length > 0 && ` · ${why.join(', ')}`}
      </p>
      {undo.error ? <ErrorState error={undo.error} /> : null}
    </li>
  );
};
