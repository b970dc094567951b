import { useText } from '#web/i18n/i18n.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { StatusPill, type Tone } from '#web/ui/StatusPill.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { ExperimentIdea, IdeaStatus } from '../../experiment-contracts.ts';
import { useEffectWords, useMetricName } from './idea-words.ts';
import { ideaText } from './text/text.ts';

const TONES: Readonly<Record<IdeaStatus, Tone>> = { idea: 'unknown', planned: 'accent', running: 'warn', done: 'good' };

export interface IdeaTableProps {
  readonly rows: readonly ExperimentIdea[];
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** Ideas of experiments, one a line. */
export const IdeaTable = ({ rows, openId, onOpen }: IdeaTableProps) => {
  const t = useText(ideaText);
  const metricName = useMetricName();
  const effectOf = useEffectWords();
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('column.name'),
          render: (row) => (
            <button
              type="button"
              aria-expanded={row.id === openId}
              onClick={() => onOpen(row.id)}
              className="block w-full max-w-120 rounded-sm text-left hover:underline"
            >
              <span className="block truncate font-medium">{row.name}</span>
              {row.hypothesis && <span className="block truncate text-12 text-muted">{row.hypothesis}</span>}
            </button>
          ),
        },
        {
          key: 'status',
          label: t('column.status'),
          render: ({ status }) => (
            <StatusPill tone={TONES[status]} look="bare">
              {t(`status.${status}`)}
            </StatusPill>
          ),
        },
        { key: 'effect', label: t('column.effect'), align: 'end', render: ({ effect }) => (effect ? effectOf(effect).value : '—') },
        { key: 'metric', label: t('column.metric'), render: ({ metric }) => metricName(metric) },
        { key: 'owner', label: t('column.owner'), render: ({ ownerName }) => ownerName },
        { key: 'changed', label: t('column.changed'), align: 'end', render: ({ changedAt }) => <DateTime at={changedAt} style="ago" /> },
      ]}
    />
  );
};
