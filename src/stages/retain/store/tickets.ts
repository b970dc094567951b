import { recordTable } from '#flow/intake/index.ts';
import { type Columns, type Db, recordFields, sql } from '#platform/postgres.ts';
import type { TicketRecord } from '../domain/ticket.ts';

const COLUMNS: Columns<TicketRecord> = {
  id: ['id', 'text'],
  accountId: ['account_id', 'text'],
  accountNum: ['account_num', 'integer'],
  source: ['source', 'text'],
  externalId: ['external_id', 'text'],
  subject: ['subject', 'text'],
  priority: ['priority', 'text'],
  escalated: ['escalated', 'boolean'],
  openedAt: ['opened_at', 'instant'],
  firstResponseAt: ['first_response_at', 'instant'],
  closedAt: ['closed_at', 'instant'],
  satisfaction: ['satisfaction', 'smallint'],
  attributes: ['attributes', 'json'],
  version: ['version', 'integer'],
  createdAt: ['created_at', 'instant'],
  updatedAt: ['updated_at', 'instant'],
};

/** The table of tickets. */
export const tickets = recordTable('ticket', COLUMNS);

/** The tickets of an account, by the numbers under which it is kept; the newest first, 500 at most. */
export const ticketsOfAccount = async (db: Db, ws: number, accountNums: readonly number[]): Promise<readonly TicketRecord[]> => {
  const { rows } = await sql<TicketRecord>`
    select ${recordFields(COLUMNS)} from ticket where ws = ${ws} and account_num = any(${accountNums}::int[])
    order by opened_at desc, id limit 500`.execute(db);
  return rows;
};
