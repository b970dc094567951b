import { standingAccount } from '#flow/identity/index.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { TriggeringFact } from '../domain/causes.ts';

/** Which facts of this name: of some accounts, or of all since an instant (UTC ms). */
export type FactQuestion = { readonly ws: number; readonly event: string; readonly subject?: string | undefined } & (
  | { readonly accounts: readonly number[] }
  | { readonly since: number }
);

interface Row {
  readonly id: string;
  readonly holder: number;
  readonly subject: string;
  readonly at: string;
  readonly reason: string;
}

/** The facts with this name, told to the accounts that stand for theirs now; the reason of a turn of a segment is what that was called then. */
export const triggeringFacts = async (clickhouse: ClickHouse, question: FactQuestion): Promise<readonly TriggeringFact[]> => {
  const which = 'accounts' in question ? 'holder in {accounts:Array(UInt32)}' : 'at >= {since:DateTime64(3)}';
  const about = question.subject === undefined ? 'true' : 'subject = {subject:String}';
  const rows = await clickhouse.query<Row>(
    `select toString(id) as id, ${standingAccount('account')} as holder, subject, at,
       if(event in ('segment_entered', 'segment_left'), props['segment'], props['reason']) as reason
     from events where ws = {ws:UInt32} and event = {event:String} and account > 0 and ${which} and ${about} order by holder, at`,
    {
      ws: question.ws,
      event: question.event,
      ...(question.subject !== undefined && { subject: question.subject }),
      ...('accounts' in question ? { accounts: question.accounts } : { since: new Date(question.since) }),
    },
  );
  return rows.map((row) => ({
    id: row.id,
    event: question.event,
    account: row.holder,
    subject: row.subject || null,
    at: Date.parse(row.at),
    reason: row.reason || null,
  }));
};
