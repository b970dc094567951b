import { type Db, sql } from '#platform/postgres.ts';
import type { DealRecord } from '../domain/deal.ts';
import { type DealRow, sellTables } from './tables.ts';

/** The deals that a source knows by these ids, locked until the transaction ends. */
export const dealsByExternalId = async (
  tx: Db,
  ws: number,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DealRecord>> => {
  const rows = await sellTables(tx)
    .selectFrom('deal')
    .selectAll()
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('external_id', '=', sql<string>`any(${ids}::text[])`)
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? '', recordOf(row)]));
};

/** Keeps these records as they are, new or changed, in one statement. */
export const saveDeals = async (tx: Db, ws: number, records: readonly DealRecord[]): Promise<void> => {
  if (records.length === 0) return;
  await sql`
    insert into deal
    select * from jsonb_populate_recordset(null::deal, ${JSON.stringify(records.map((record) => rowOf(ws, record)))}::jsonb)
    on conflict (ws, id) do update set
      account_num = excluded.account_num, name = excluded.name, product = excluded.product, rep = excluded.rep, team = excluded.team,
      stage = excluded.stage, status = excluded.status, amount_minor = excluded.amount_minor, currency = excluded.currency,
      opened_on = excluded.opened_on, closed_on = excluded.closed_on, attributes = excluded.attributes, version = excluded.version,
      updated_at = excluded.updated_at`.execute(tx);
};

/** Takes these deals out. */
export const removeDeals = async (tx: Db, ws: number, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await sellTables(tx)
      .deleteFrom('deal')
      .where('ws', '=', ws)
      .where('id', 'in', [...ids])
      .execute();
};

const recordOf = (row: DealRow): DealRecord => ({
  id: row.id,
  accountNum: row.account_num,
  source: row.source,
  externalId: row.external_id ?? '',
  name: row.name,
  product: row.product,
  rep: row.rep,
  team: row.team,
  stage: row.stage,
  status: row.status,
  amountMinor: row.amount_minor,
  currency: row.currency,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  attributes: row.attributes,
  version: row.version,
  createdAt: row.created_at.getTime(),
  updatedAt: row.updated_at.getTime(),
});

const rowOf = (ws: number, record: DealRecord): DealRow => ({
  ws,
  id: record.id,
  account_num: record.accountNum,
  source: record.source,
  external_id: record.externalId,
  name: record.name,
  product: record.product,
  rep: record.rep,
  team: record.team,
  stage: record.stage,
  status: record.status,
  amount_minor: record.amountMinor,
  currency: record.currency,
  opened_on: record.openedOn,
  closed_on: record.closedOn,
  attributes: record.attributes,
  version: record.version,
  created_at: new Date(record.createdAt),
  updated_at: new Date(record.updatedAt),
});
