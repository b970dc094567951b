import type { RowFate } from '#flow/intake/contracts.ts';
import {
  accountsOfRows,
  foldRows,
  type ImportContext,
  type ImportRow,
  type ImportTarget,
  NO_ACCOUNT,
  reversal,
} from '#flow/intake/index.ts';
import { newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import { reviseTicket } from '../domain/revise-ticket.ts';
import type { TicketRecord } from '../domain/ticket.ts';
import { TICKET_KIND } from '../domain/ticket-kind.ts';
import { TICKET_NOTES, ticketNotes } from '../domain/ticket-notes.ts';
import { ticketOfRow } from '../domain/ticket-row.ts';
import { removeTickets, saveTickets, ticketsByExternalId } from '../store/tickets.ts';
import type { RetainDeps } from './deps.ts';

/** Files of support tickets. */
export const ticketTarget = (deps: RetainDeps): ImportTarget => ({
  kind: TICKET_KIND,
  order: 50,
  notes: TICKET_NOTES,
  write: async (tx, context, rows) => {
    const existing = await ticketsByExternalId(tx, context.ws, context.source, rows.map(keyOf));
    const fateOf = await fates(deps, tx, context, rows);
    const { outcomes, changed, facts } = foldRows(rows, existing, { keyOf, idOf: (record) => record.id, fateOf });
    await saveTickets(tx, context.ws, changed);
    await deps.appendFacts(tx, context.ws, facts);
    return outcomes;
  },
  undo: async (tx, { ws }, changes) => {
    const { remove, restore } = reversal(changes);
    await removeTickets(tx, ws, remove);
    await saveTickets(tx, ws, restore as readonly TicketRecord[]);
  },
  accountsOf: async (tx, { ws, source }, ids) => {
    const records = await ticketsByExternalId(tx, ws, source, ids);
    return new Map([...records].map(([id, record]) => [id, { id: record.accountId, num: record.accountNum }]));
  },
});

const keyOf = (row: ImportRow): string => String(row.values.ticket_id);

const fates = async (deps: RetainDeps, tx: Db, context: ImportContext, rows: readonly ImportRow[]) => {
  const accountOf = await accountsOfRows(tx, context, rows, deps.accountsByName);
  const accounts = rows.map(accountOf).flatMap((account) => (account && 'id' in account ? [account.id] : []));
  const signedUp = await deps.signedUpAt(tx, context.ws, [...new Set(accounts)]);
  const { source, importNumber, now, timeZone } = context;
  return (row: ImportRow, before: TicketRecord | null): RowFate<TicketRecord> => {
    const account = accountOf(row) ?? { refused: NO_ACCOUNT };
    if ('refused' in account) return account;
    const said = ticketOfRow(row);
    if ('refused' in said) return said;
    const fate = reviseTicket(
      { said, account, source, externalId: keyOf(row), importNumber, now, makeId: () => newId('ticket', now) },
      before,
    );
    return 'refused' in fate ? fate : { ...fate, notes: ticketNotes(row, said, { signedUpAt: signedUp.get(account.id), timeZone }) };
  };
};
