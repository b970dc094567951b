import { recordTable } from '#flow/intake/index.ts';
import { type Columns, type Db, recordFields, sql } from '#platform/postgres.ts';
import type { SubscriptionRecord } from '../domain/subscription.ts';

const COLUMNS: Columns<SubscriptionRecord> = {
  id: ['id', 'text'],
  accountId: ['account_id', 'text'],
  accountNum: ['account_num', 'integer'],
  source: ['source', 'text'],
  externalId: ['external_id', 'text'],
  plan: ['plan', 'text'],
  seats: ['seats', 'integer'],
  currency: ['currency', 'text'],
  interval: ['billing_interval', 'text'],
  phases: ['phases', 'json'],
  autoRenew: ['auto_renew', 'boolean'],
  startedOn: ['started_on', 'date'],
  endedOn: ['ended_on', 'date'],
  endReason: ['end_reason', 'text'],
  attributes: ['attributes', 'json'],
  version: ['version', 'integer'],
  knownAt: ['known_at', 'instant'],
  createdAt: ['created_at', 'instant'],
  updatedAt: ['updated_at', 'instant'],
};

/** The table of subscriptions. */
export const subscriptions = recordTable('subscription', COLUMNS);

/** All subscriptions of an account, by the numbers under which it is kept; the newest first. */
export const subscriptionsOfAccount = async (
  db: Db,
  ws: number,
  accountNums: readonly number[],
): Promise<readonly SubscriptionRecord[]> => {
  const { rows } = await sql<SubscriptionRecord>`
    select ${recordFields(COLUMNS)} from subscription where ws = ${ws} and account_num = any(${accountNums}::int[])
    order by started_on desc, id`.execute(db);
  return rows;
};

/** The ids that a source gives to subscriptions. */
interface Named {
  readonly source: string;
  readonly ids: readonly string[];
}

/** Whose these subscriptions are, by the ids that a source gives them. */
export const accountsOfSubscriptions = async (
  db: Db,
  ws: number,
  { source, ids }: Named,
): Promise<ReadonlyMap<string, { readonly id: string; readonly num: number }>> => {
  const { rows } = await sql<{ key: string; id: string; num: number }>`
    select external_id as key, account_id as id, account_num as num from subscription
    where ws = ${ws} and source = ${source} and external_id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map(({ key, ...account }) => [key, account]));
};

/** From when to when each of these subscriptions ran, by the ids that a source gives them; `endedOn` is the first date after it. */
export const subscriptionSpans = async (
  db: Db,
  ws: number,
  { source, ids }: Named,
): Promise<ReadonlyMap<string, { readonly startedOn: string; readonly endedOn: string | null }>> => {
  const { rows } = await sql<{ key: string; startedOn: string; endedOn: string | null }>`
    select external_id as key, started_on as "startedOn", ended_on as "endedOn" from subscription
    where ws = ${ws} and source = ${source} and external_id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map(({ key, ...span }) => [key, span]));
};
