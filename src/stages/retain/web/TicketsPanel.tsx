import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ShortList } from '#web/ui/ShortList.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { listAccountTickets, type Ticket } from '../contracts.ts';
import { retainText } from './text.ts';

const SHOWN = 4;

/** What the account needed help with. */
export const TicketsPanel = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(retainText);
  const answer = useQueryOf(listAccountTickets, { params: { id: accountId } });
  const rows = answer.data?.rows;
  return (
    <Section title={t('title')} {...(rows ? { count: rows.length } : {})}>
      <ShortList
        rows={rows}
        error={answer.error}
        onRetry={() => void answer.refetch()}
        shown={SHOWN}
        render={(row) => <TicketLine key={row.id} row={row} />}
        none={t('none')}
        all={(count) => t('all', { count })}
      />
    </Section>
  );
};

const TicketLine = ({ row }: { readonly row: Ticket }) => {
  const t = useText(retainText);
  const notes = [
    t(`priority.${row.priority}`),
    row.escalated && t('escalated'),
    row.satisfaction !== null && t('rated', { score: row.satisfaction }),
  ].filter(Boolean);
  return (
    <li className="flex items-center justify-between gap-2 border-b border-line py-1.5 text-13 last:border-0">
      <span className="min-w-0">
        <span className="block truncate">{row.subject ?? t('unnamed', { id: row.externalId ?? row.id })}</span>
        <span className="text-12 text-muted">
          <DateTime at={row.openedAt} /> · {notes.join(' · ')}
        </span>
      </span>
      <StatusPill look="bare" tone={row.status === 'open' ? (row.priority === 'urgent' ? 'bad' : 'warn') : 'unknown'}>
        {t(row.status)}
      </StatusPill>
    </li>
  );
};
