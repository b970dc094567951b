import { type ImportRow, type ImportTarget, ownersOfRows, writeRecords } from '#flow/intake/index.ts';
import { newId } from '#platform/clock.ts';
import { reviseTicket } from '../domain/revise-ticket.ts';
import { TICKET_KIND } from '../domain/ticket-kind.ts';
import { TICKET_NOTES, ticketNotes } from '../domain/ticket-notes.ts';
import { ticketOfRow } from '../domain/ticket-row.ts';
import { tickets } from '../store/tickets.ts';
import type { RetainDeps } from './deps.ts';

/** Files of support tickets. */
export const ticketTarget = (deps: RetainDeps): ImportTarget => ({
  kind: TICKET_KIND,
  order: 50,
  notes: TICKET_NOTES,
  ...writeRecords(tickets, deps.appendFacts, {
    keyOf,
    fates: async (tx, context, rows) => {
      const ownerOf = await ownersOfRows(deps, tx, context, rows);
      const { source, importNumber, now, timeZone } = context;
      return (row, before) => {
        const owner = ownerOf(row);
        if ('refused' in owner) return owner;
        const said = ticketOfRow(row);
        if ('refused' in said) return said;
        const makeId = () => newId('ticket', now);
        const fate = reviseTicket({ said, account: owner.account, source, externalId: keyOf(row), importNumber, now, makeId }, before);
        return 'refused' in fate ? fate : { ...fate, notes: ticketNotes(row, said, { signedUpAt: owner.signedUpAt, timeZone }) };
      };
    },
  }),
  accountsOf: async (tx, { ws, source }, ids) => {
    const records = await tickets.byExternalId(tx, ws, source, ids);
    return new Map([...records].map(([id, record]) => [id, { id: record.accountId, num: record.accountNum }]));
  },
});

const keyOf = (row: ImportRow): string => String(row.values.ticket_id);
