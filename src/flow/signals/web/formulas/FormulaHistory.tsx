import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useMay } from '#web/app/session.ts';
import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { listSignals, listSignalVersions, type SignalId, type SignalVersion, saveSignal } from '../../contracts.ts';
import { changesBetween, useSayChange } from './change-words.ts';
import { formulaText } from './text/text.ts';

export interface FormulaHistoryProps {
  readonly id: SignalId;
  readonly onClose: () => void;
}

/** Every version of a formula with who made it and what it changed, and the way back to it. */
export const FormulaHistory = ({ id, onClose }: FormulaHistoryProps) => {
  const t = useText(formulaText);
  const answer = useQueryOf(listSignalVersions, { params: { id } });
  const rows = answer.data?.rows;
  return (
    <SidePanel title={t(`versions.title.${id}`)} onClose={onClose}>
      {answer.error && !rows ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : rows ? (
        <ol className="flex flex-col px-4">
          {rows.map((row, at) => (
            <Version key={row.version} id={id} row={row} before={rows[at + 1]} isCurrent={at === 0} />
          ))}
        </ol>
      ) : (
        <Skeleton shape="text" rows={8} />
      )}
    </SidePanel>
  );
};

interface VersionProps {
  readonly id: SignalId;
  readonly row: SignalVersion;
  readonly before: SignalVersion | undefined;
  readonly isCurrent: boolean;
}

const Version = ({ id, row, before, isCurrent }: VersionProps) => {
  const t = useText(formulaText);
  const reader = useReader();
  const say = useSayChange();
  const mayChange = useMay('settings.write');
  const save = useMutationOf(saveSignal, { refresh: [listSignals, listSignalVersions] });
  const changes = before === undefined ? [] : changesBetween(id, before.definition, row.definition);
  const goBack = () =>
    save.mutate(
      { params: { id }, body: { definition: row.definition } },
      {
        onSuccess: ({ version }) => showToast({ text: t('versions.wentBack', { version, old: row.version }) }),
        onError: sayFailure(t('failed')),
      },
    );
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3 text-13 last:border-0">
      <div className="flex min-h-7 items-center gap-2">
        <h3 className="font-semibold">{t('version', { version: row.version })}</h3>
        {isCurrent && <StatusPill tone="good">{t('versions.current')}</StatusPill>}
        {mayChange && !isCurrent && (
          <Button size="small" className="ml-auto" pending={save.isPending} onClick={goBack}>
            {t('versions.goBack')}
          </Button>
        )}
      </div>
      <p className="text-12 text-muted first-letter:uppercase">
        {row.changedAt === null
          ? t('firstVersion')
          : t('versions.by', { who: row.changedBy, when: formatDate(reader, row.changedAt, 'datetime') })}
      </p>
      {before !== undefined && (
        <ul className="list-disc pl-4 marker:text-faint">
          {changes.length === 0 ? <li>{t('versions.nothing')}</li> : changes.map((change) => <li key={say(change)}>{say(change)}</li>)}
        </ul>
      )}
    </li>
  );
};
