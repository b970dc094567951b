import { HealthBand } from '#kernel/signal.ts';
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
import type { SignalId, SignalPreview } from '../../contracts.ts';
import { ruleText } from '../rules/text/text.ts';
import { formulaText } from './text/text.ts';

export interface FormulaPreviewProps {
  readonly id: SignalId;
  readonly result: SignalPreview | undefined;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Where would real accounts, or people, stand by the formula as it is on the page? */
export const FormulaPreview = ({ id, result, error, pending, onRetry, onClose }: FormulaPreviewProps) => {
  const t = useText(formulaText);
  return (
    <SidePanel title={t(`preview.title.${id}`)} onClose={onClose}>
      {error && !pending ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : !result || pending ? (
        <Skeleton shape="table" rows={10} />
      ) : result.sampled === 0 ? (
        <p className="p-4 text-13 text-muted">{t(`preview.nobody.${id}`)}</p>
      ) : (
        <div className="flex flex-col gap-6 p-4">
          <p className="text-13 text-muted">{t(`preview.sampled.${id}`, { count: result.sampled })}</p>
          <Groups id={id} groups={result.groups} />
          <Changed result={result} />
        </div>
      )}
    </SidePanel>
  );
};

const useGroupName = () => {
  const t = useText(formulaText);
  return (group: string): string => {
    const band = HealthBand.safeParse(group);
    return band.success ? t(`preview.band.${band.data}`) : group;
  };
};

const Groups = ({ id, groups }: { readonly id: SignalId; readonly groups: SignalPreview['groups'] }) => {
  const t = useText(formulaText);
  const words = useText(ruleText);
  const reader = useReader();
  const nameOf = useGroupName();
  return (
    <Table
      caption={t(`preview.groups.${id}`)}
      compact
      rows={groups}
      rowId={(row) => row.group}
      columns={[
        { key: 'group', label: t(`preview.group.${id}`), render: (row) => nameOf(row.group) },
        { key: 'now', label: words('result.now'), align: 'end', render: (row) => <NumberText value={row.now} /> },
        { key: 'tried', label: words('result.tried'), align: 'end', render: (row) => <NumberText value={row.tried} /> },
        {
          key: 'difference',
          label: words('result.difference'),
          align: 'end',
          render: ({ now, tried }) =>
            now === tried ? <span className="text-faint">0</span> : <strong>{formatNumber(reader, tried - now, { signed: true })}</strong>,
        },
      ]}
    />
  );
};

const Changed = ({ result: { changed, changedTotal } }: { readonly result: SignalPreview }) => {
  const t = useText(formulaText);
  const words = useText(ruleText);
  const nameOf = useGroupName();
  const reader = useReader();
  const stands = ({ group, score }: SignalPreview['changed'][number]['now']) =>
    score === null ? nameOf(group) : `${nameOf(group)} ${formatNumber(reader, Math.round(score))}`;
  if (changedTotal === 0) return <p className="text-13">{t('preview.same')}</p>;
  return (
    <Section title={t('preview.who', { count: changedTotal })}>
      {changedTotal > changed.length && <p className="mb-1 text-13 text-muted">{words('result.first', { count: changed.length })}</p>}
      <ul>
        {changed.map((one) => (
          <li key={one.id} className="border-b border-line py-2 text-13 last:border-0">
            <EntityChip kind={one.kind} id={one.id} name={one.name ?? one.id} />
            <p className="text-12 text-muted">
              {stands(one.now)} → {stands(one.tried)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
