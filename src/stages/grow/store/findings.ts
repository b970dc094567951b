import type { ImportContext } from '#flow/intake/index.ts';
import { type Db, sql } from '#platform/postgres.ts';

/** How many records a question found, with a few of them: names, ids, dates and counts, which need no language. */
export interface Found {
  readonly count: number;
  readonly examples: readonly string[];
}

/** Accounts of a source with several subscriptions running on this date. */
export const severalRunning = (db: Db, { ws, source }: ImportContext, today: string): Promise<Found> =>
  found(
    db,
    sql`select coalesce((select name from account where ws = ${ws} and num = account_num), account_id) || ': ' || n as text
      from (
        select account_num, account_id, count(*) as n from subscription
        where ws = ${ws} and source = ${source} and started_on <= ${today}::date and (ended_on is null or ended_on > ${today}::date)
        group by account_num, account_id having count(*) > 1
      ) as running order by n desc, account_id`,
  );

/** Days between a churn record and the end of a subscription within which they are taken for one event. */
const NEAR_DAYS = 30;

/** Churn records of accounts none of whose subscriptions ended near that date. */
export const churnWithoutEnd = (db: Db, { ws, source }: ImportContext): Promise<Found> =>
  found(
    db,
    sql`select coalesce(external_id, id) || ': ' || churned_on as text
      from churn_record as churn where ws = ${ws} and source = ${source} and not exists (
        select from subscription where subscription.ws = churn.ws and subscription.account_num = churn.account_num
          and abs(subscription.ended_on - churn.churned_on) <= ${NEAR_DAYS})
      order by churned_on, id`,
  );

/** Subscriptions that ended without a churn record near that date. */
export const endWithoutChurn = (db: Db, { ws, source }: ImportContext): Promise<Found> =>
  found(
    db,
    sql`select coalesce(external_id, id) || ': ' || ended_on as text
      from subscription where ws = ${ws} and source = ${source} and ended_on is not null and not exists (
        select from churn_record as churn where churn.ws = subscription.ws and churn.account_num = subscription.account_num
          and abs(subscription.ended_on - churn.churned_on) <= ${NEAR_DAYS})
      order by ended_on, id`,
  );

/** Churn records that say that the account came back. */
export const reactivations = (db: Db, { ws, source }: ImportContext): Promise<Found> =>
  found(
    db,
    sql`select coalesce(external_id, id) || ': ' || churned_on as text
      from churn_record where ws = ${ws} and source = ${source} and reactivation order by churned_on, id`,
  );

// Reads accounts and their keys, which identity keeps upstream. A flag is there as the file had it: text or a boolean.
const accountsOf = ({ ws, source }: ImportContext) => sql`
  select account.num, account_key.external_id, lower(coalesce(attributes ->> 'churn_flag', attributes ->> 'churned')) in ('true', 'yes', '1', 't', 'y') as flagged
  from account join account_key on account_key.ws = account.ws and account_key.account_num = account.num
  where account.ws = ${ws} and account_key.source = ${source}`;

/** Accounts flagged as churned whose subscriptions still run on this date. */
export const flaggedButRunning = (db: Db, context: ImportContext, today: string): Promise<Found> =>
  found(
    db,
    sql`select external_id || ': ' || running.n as text
      -- Counted account by account: joined, tables whose statistics are not yet gathered (just after an import) are walked once per account.
      from (${accountsOf(context)}) as account cross join lateral (
        select count(*) as n from subscription
        where ws = ${context.ws} and account_num = account.num and started_on <= ${today}::date and (ended_on is null or ended_on > ${today}::date)
      ) as running
      where flagged and running.n > 0 order by external_id`,
  );

/** Accounts flagged as churned without a churn record. */
export const flaggedWithoutChurn = (db: Db, context: ImportContext): Promise<Found> =>
  found(
    db,
    sql`select external_id as text from (${accountsOf(context)}) as account
      where flagged and num not in (select account_num from churn_record where ws = ${context.ws}) order by external_id`,
  );

/** Accounts with a churn record that say of themselves that they did not churn. */
export const churnWithoutFlag = (db: Db, context: ImportContext): Promise<Found> =>
  found(
    db,
    sql`select external_id as text from (${accountsOf(context)}) as account
      where not flagged and num in (select account_num from churn_record where ws = ${context.ws}) order by external_id`,
  );

const EXAMPLES = 5;

const found = async (db: Db, question: ReturnType<typeof sql>): Promise<Found> => {
  const { rows } = await sql<{
    count: number;
    text: string;
  }>`select count(*) over () as count, text from (${question}) as found limit ${EXAMPLES}`.execute(db);
  return { count: rows[0]?.count ?? 0, examples: rows.map((row) => row.text) };
};
