import { formatNumber } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Section } from '#web/ui/Section.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { LifecyclePreview } from '../../contracts.ts';
import { ruleText } from './text/text.ts';
import { sayCause, stageName } from './trigger-words.ts';

export interface PreviewPanelProps {
  readonly result: LifecyclePreview | undefined;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Where would real accounts stand under the rules as they are on the page? */
export const PreviewPanel = ({ result, error, pending, onRetry, onClose }: PreviewPanelProps) => {
  const t = useText(ruleText);
  return (
    <SidePanel title={t('result.title')} onClose={onClose}>
      {error && !pending ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : !result || pending ? (
        <Skeleton shape="table" rows={10} />
      ) : (
        <div className="flex flex-col gap-6 p-4">
          <p className="text-13 text-muted">{t('result.sampled', { count: result.sampled })}</p>
          <Stages stages={result.stages} />
          <Changed result={result} />
        </div>
      )}
    </SidePanel>
  );
};

const Stages = ({ stages }: { readonly stages: LifecyclePreview['stages'] }) => {
  const t = useText(ruleText);
  const reader = useReader();
  return (
    <Table
      caption={t('result.stages')}
      compact
      rows={stages}
      rowId={(row) => row.stage}
      columns={[
        { key: 'stage', label: t('result.stage'), render: (row) => stageName(row.stage, t) },
        { key: 'now', label: t('result.now'), align: 'end', render: (row) => <NumberText value={row.now} /> },
        { key: 'tried', label: t('result.tried'), align: 'end', render: (row) => <NumberText value={row.tried} /> },
        {
          key: 'difference',
          label: t('result.difference'),
          align: 'end',
          render: ({ now, tried }) =>
            now === tried ? <span className="text-faint">0</span> : <strong>{formatNumber(reader, tried - now, { signed: true })}</strong>,
        },
      ]}
    />
  );
};

const Changed = ({ result: { changed, changedTotal } }: { readonly result: LifecyclePreview }) => {
  const t = useText(ruleText);
  if (changedTotal === 0) return <p className="text-13">{t('result.same')}</p>;
  return (
    <Section title={t('result.who', { count: changedTotal })}>
      {changedTotal > changed.length && <p className="mb-1 text-13 text-muted">{t('result.first', { count: changed.length })}</p>}
      <ul>
        {changed.map((one) => (
          <li key={one.accountId} className="border-b border-line py-2 text-13 last:border-0">
            <EntityChip kind="account" id={one.accountId} name={one.name} />
            <p className="text-12 text-muted">
              {stageName(one.now, t)} → {stageName(one.tried, t)}
              {one.cause && ` · ${sayCause(one.cause, t) ?? ''}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
