import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { listAccountTickets, type Ticket } from '../contracts.ts';
import { retainText } from './text.ts';

const SHOWN = 4;

/** What the account needed help with. */
export const TicketsPanel = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(retainText);
  const [all, setAll] = useState(false);
  const answer = useQueryOf(listAccountTickets, { params: { id: accountId } });
  const rows = answer.data?.rows;
  return (
    <Section title={t('title')} {...(rows ? { count: rows.length } : {})}>
      {answer.error && !rows ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : rows === undefined ? (
        <Skeleton shape="text" rows={3} />
      ) : rows.length === 0 ? (
        <p className="text-13 text-muted">{t('none')}</p>
      ) : (
        <ul className="flex flex-col">
          {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
            <TicketLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {!all && (rows?.length ?? 0) > SHOWN && (
        <Button look="quiet" size="small" onClick={() => setAll(true)}>
          {t('all', { count: rows?.length ?? 0 })}
        </Button>
      )}
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
