import { type Db, sql } from '#platform/postgres.ts';
import type { ChurnRecord } from '../domain/churn-record.ts';
import { type ChurnRow, growTables } from './tables.ts';

/** The churn records that a source knows by these ids, locked until the transaction ends. */
export const churnByExternalId = async (
  tx: Db,
  ws: number,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChurnRecord>> => {
  const rows = await growTables(tx)
    .selectFrom('churn_record')
    .selectAll()
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('external_id', '=', sql<string>`any(${ids}::text[])`)
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? '', recordOf(row)]));
};

/** Keeps these records as they are, new or changed, in one statement. */
export const saveChurn = async (tx: Db, ws: number, records: readonly ChurnRecord[]): Promise<void> => {
  if (records.length === 0) return;
  await sql`
    insert into churn_record
    select * from jsonb_populate_recordset(null::churn_record, ${JSON.stringify(records.map((record) => rowOf(ws, record)))}::jsonb)
    on conflict (ws, id) do update set
      account_id = excluded.account_id, account_num = excluded.account_num, churned_on = excluded.churned_on, reason = excluded.reason,
      refund_minor = excluded.refund_minor, currency = excluded.currency, reactivation = excluded.reactivation, feedback = excluded.feedback,
      attributes = excluded.attributes, version = excluded.version, updated_at = excluded.updated_at`.execute(tx);
};

/** Takes these churn records out. */
export const removeChurn = async (tx: Db, ws: number, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await growTables(tx)
      .deleteFrom('churn_record')
      .where('ws', '=', ws)
      .where('id', 'in', [...ids])
      .execute();
};

const recordOf = (row: ChurnRow): ChurnRecord => ({
  id: row.id,
  accountId: row.account_id,
  accountNum: row.account_num,
  source: row.source,
  externalId: row.external_id ?? '',
  churnedOn: row.churned_on,
  reason: row.reason,
  refundMinor: row.refund_minor,
  currency: row.currency,
  reactivation: row.reactivation,
  feedback: row.feedback,
  attributes: row.attributes,
  version: row.version,
  createdAt: row.created_at.getTime(),
  updatedAt: row.updated_at.getTime(),
});

const rowOf = (ws: number, record: ChurnRecord): ChurnRow => ({
  ws,
  id: record.id,
  account_id: record.accountId,
  account_num: record.accountNum,
  source: record.source,
  external_id: record.externalId,
  churned_on: record.churnedOn,
  reason: record.reason,
  refund_minor: record.refundMinor,
  currency: record.currency,
  reactivation: record.reactivation,
  feedback: record.feedback,
  attributes: record.attributes,
  version: record.version,
  created_at: new Date(record.createdAt),
  updated_at: new Date(record.updatedAt),
});
