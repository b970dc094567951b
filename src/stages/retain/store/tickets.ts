import { type Db, sql } from '#platform/postgres.ts';
import type { TicketRecord } from '../domain/ticket.ts';

type TicketRow = {
  ws: number;
  id: string;
  account_id: string;
  account_num: number;
  source: string;
  external_id: string | null;
  subject: string | null;
  priority: TicketRecord['priority'];
  escalated: boolean;
  opened_at: Date;
  first_response_at: Date | null;
  closed_at: Date | null;
  satisfaction: number | null;
  attributes: Readonly<Record<string, string>>;
  version: number;
  created_at: Date;
  updated_at: Date;
};
type Tables = { ticket: TicketRow };

/** The tickets that a source knows by these ids, locked until the transaction ends. */
export const ticketsByExternalId = async (
  tx: Db,
  ws: number,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TicketRecord>> => {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('ticket')
    .selectAll()
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('external_id', '=', sql<string>`any(${ids}::text[])`)
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? '', recordOf(row)]));
};

/** The tickets of an account, by the numbers under which it is kept; the newest first, 500 at most. */
export const ticketsOfAccount = async (db: Db, ws: number, accountNums: readonly number[]): Promise<readonly TicketRecord[]> => {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('ticket')
    .selectAll()
    .where('ws', '=', ws)
    .where('account_num', 'in', [...accountNums])
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(recordOf);
};

/** Keeps these records as they are, new or changed, in one statement. */
export const saveTickets = async (tx: Db, ws: number, records: readonly TicketRecord[]): Promise<void> => {
  if (records.length === 0) return;
  await sql`
    insert into ticket
    select * from jsonb_populate_recordset(null::ticket, ${JSON.stringify(records.map((record) => rowOf(ws, record)))}::jsonb)
    on conflict (ws, id) do update set
      account_id = excluded.account_id, account_num = excluded.account_num, subject = excluded.subject, priority = excluded.priority,
      escalated = excluded.escalated, opened_at = excluded.opened_at, first_response_at = excluded.first_response_at,
      closed_at = excluded.closed_at, satisfaction = excluded.satisfaction, attributes = excluded.attributes,
      version = excluded.version, updated_at = excluded.updated_at`.execute(tx);
};

/** Takes these tickets out. */
export const removeTickets = async (tx: Db, ws: number, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await tx
      .withTables<Tables>()
      .deleteFrom('ticket')
      .where('ws', '=', ws)
      .where('id', 'in', [...ids])
      .execute();
};

const recordOf = (row: TicketRow): TicketRecord => ({
  id: row.id,
  accountId: row.account_id,
  accountNum: row.account_num,
  source: row.source,
  externalId: row.external_id ?? '',
  subject: row.subject,
  priority: row.priority,
  escalated: row.escalated,
  openedAt: row.opened_at.getTime(),
  firstResponseAt: row.first_response_at?.getTime() ?? null,
  closedAt: row.closed_at?.getTime() ?? null,
  satisfaction: row.satisfaction,
  attributes: row.attributes,
  version: row.version,
  createdAt: row.created_at.getTime(),
  updatedAt: row.updated_at.getTime(),
});

const rowOf = (ws: number, record: TicketRecord): TicketRow => ({
  ws,
  id: record.id,
  account_id: record.accountId,
  account_num: record.accountNum,
  source: record.source,
  external_id: record.externalId,
  subject: record.subject,
  priority: record.priority,
  escalated: record.escalated,
  opened_at: new Date(record.openedAt),
  first_response_at: record.firstResponseAt === null ? null : new Date(record.firstResponseAt),
  closed_at: record.closedAt === null ? null : new Date(record.closedAt),
  satisfaction: record.satisfaction,
  attributes: record.attributes,
  version: record.version,
  created_at: new Date(record.createdAt),
  updated_at: new Date(record.updatedAt),
});
