import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { type Route, route } from '#platform/http.ts';
import { listAccountTickets, type Ticket } from '../contracts.ts';
import type { TicketRecord } from '../domain/ticket.ts';
import { ticketsOfAccount } from '../store/tickets.ts';
import type { RetainDeps } from './deps.ts';

/** Answers which tickets an account has, the newest first. */
export const retainRoutes = (deps: RetainDeps): readonly Route[] => [
  route(listAccountTickets, async ({ params }, { workspace }) => {
    const nums = await deps.accountNums(workspace.ws, params.id);
    if (nums === null) throw new AppError('not_found', RECORD_SAYS.account_gone({ id: params.id }));
    const records = await ticketsOfAccount(deps.postgres.db, workspace.ws, nums);
    return { rows: records.map((record) => presented(record, params.id)) };
  }),
];

const presented = (record: TicketRecord, accountId: string): Ticket => ({
  id: record.id,
  accountId,
  externalId: record.externalId || null,
  subject: record.subject,
  priority: record.priority,
  status: record.closedAt === null ? 'open' : 'closed',
  escalated: record.escalated,
  openedAt: record.openedAt,
  firstResponseAt: record.firstResponseAt,
  closedAt: record.closedAt,
  satisfaction: record.satisfaction,
});
