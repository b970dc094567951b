import { useFactName } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { LiveEvent } from '../../contracts.ts';
import { Outcome } from './Outcome.tsx';
import { liveText } from './text/text.ts';

export interface LiveTableProps {
  readonly rows: readonly LiveEvent[];
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** Arrivals, the newest first; a press shows the message behind one. */
export const LiveTable = ({ rows, openId, onOpen }: LiveTableProps) => {
  const t = useText(liveText);
  const nameOf = useFactName();
  return (
    <Table
      caption={t('title')}
      compact
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'event',
          label: t('event'),
          render: (row) => (
            <button
              type="button"
              title={row.event || undefined}
              aria-expanded={row.id === openId}
              className="max-w-72 truncate rounded-sm font-medium hover:underline"
              onClick={() => onOpen(row.id)}
            >
              {row.event ? nameOf(row.event) : row.type || t('noName')}
            </button>
          ),
        },
        { key: 'state', label: t('state'), render: (row) => <Outcome row={row} /> },
        { key: 'who', label: t('who'), render: (row) => <span className="block max-w-56 truncate">{row.personName ?? row.rawId}</span> },
        { key: 'account', label: t('account'), render: (row) => row.accountName ?? '' },
        { key: 'source', label: t('source'), render: (row) => <span className="text-muted">{row.source}</span> },
        { key: 'at', label: t('at'), align: 'end', render: (row) => <DateTime at={row.receivedAt} style="ago" /> },
      ]}
    />
  );
};
