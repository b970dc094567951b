import { type Db, sql } from '#platform/postgres.ts';
import type { SubscriptionRecord } from '../domain/subscription.ts';
import { growTables, type SubscriptionRow } from './tables.ts';

/** The subscriptions that a source knows by these ids, locked until the transaction ends. */
export const subscriptionsByExternalId = async (
  tx: Db,
  ws: number,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubscriptionRecord>> => {
  const rows = await growTables(tx)
    .selectFrom('subscription')
    .selectAll()
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('external_id', '=', sql<string>`any(${ids}::text[])`)
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? '', recordOf(row)]));
};

/** All subscriptions of an account, by the numbers under which it is kept; the newest first. */
export const subscriptionsOfAccount = async (
  db: Db,
  ws: number,
  accountNums: readonly number[],
): Promise<readonly SubscriptionRecord[]> => {
  const rows = await growTables(db)
    .selectFrom('subscription')
    .selectAll()
    .where('ws', '=', ws)
    .where('account_num', 'in', [...accountNums])
    .orderBy('started_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
};

/** Keeps these records as they are, new or changed, in one statement. */
export const saveSubscriptions = async (tx: Db, ws: number, records: readonly SubscriptionRecord[]): Promise<void> => {
  if (records.length === 0) return;
  await sql`
    insert into subscription
    select * from jsonb_populate_recordset(null::subscription, ${JSON.stringify(records.map((record) => rowOf(ws, record)))}::jsonb)
    on conflict (ws, id) do update set
      account_id = excluded.account_id, account_num = excluded.account_num, plan = excluded.plan, seats = excluded.seats,
      currency = excluded.currency, billing_interval = excluded.billing_interval, phases = excluded.phases, auto_renew = excluded.auto_renew,
      started_on = excluded.started_on, ended_on = excluded.ended_on, end_reason = excluded.end_reason, attributes = excluded.attributes,
      version = excluded.version, known_at = excluded.known_at, updated_at = excluded.updated_at`.execute(tx);
};

/** Takes these subscriptions out. */
export const removeSubscriptions = async (tx: Db, ws: number, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await growTables(tx)
      .deleteFrom('subscription')
      .where('ws', '=', ws)
      .where('id', 'in', [...ids])
      .execute();
};

/** Whose these subscriptions are, by the ids that a source gives them. */
export const accountsOfSubscriptions = async (
  db: Db,
  ws: number,
  { source, ids }: { source: string; ids: readonly string[] },
): Promise<ReadonlyMap<string, { readonly id: string; readonly num: number }>> => {
  const rows = await growTables(db)
    .selectFrom('subscription')
    .select(['external_id', 'account_id', 'account_num'])
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('external_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? '', { id: row.account_id, num: row.account_num }]));
};

/** From when to when each of these subscriptions ran, by the ids that a source gives them; `endedOn` is the first date after it. */
export const subscriptionSpans = async (
  db: Db,
  ws: number,
  { source, ids }: { source: string; ids: readonly string[] },
): Promise<ReadonlyMap<string, { readonly startedOn: string; readonly endedOn: string | null }>> => {
  const rows = await growTables(db)
    .selectFrom('subscription')
    .select(['external_id', 'started_on', 'ended_on'])
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('external_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? '', { startedOn: row.started_on, endedOn: row.ended_on }]));
};

const recordOf = (row: SubscriptionRow): SubscriptionRecord => ({
  id: row.id,
  accountId: row.account_id,
  accountNum: row.account_num,
  source: row.source,
  externalId: row.external_id,
  plan: row.plan,
  seats: row.seats,
  currency: row.currency,
  interval: row.billing_interval,
  phases: row.phases,
  autoRenew: row.auto_renew,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  attributes: row.attributes,
  version: row.version,
  knownAt: row.known_at.getTime(),
  createdAt: row.created_at.getTime(),
  updatedAt: row.updated_at.getTime(),
});

const rowOf = (ws: number, record: SubscriptionRecord): SubscriptionRow => ({
  ws,
  id: record.id,
  account_id: record.accountId,
  account_num: record.accountNum,
  source: record.source,
  external_id: record.externalId,
  plan: record.plan,
  seats: record.seats,
  currency: record.currency,
  billing_interval: record.interval,
  phases: record.phases,
  auto_renew: record.autoRenew,
  started_on: record.startedOn,
  ended_on: record.endedOn,
  end_reason: record.endReason,
  attributes: record.attributes,
  version: record.version,
  known_at: new Date(record.knownAt),
  created_at: new Date(record.createdAt),
  updated_at: new Date(record.updatedAt),
});
