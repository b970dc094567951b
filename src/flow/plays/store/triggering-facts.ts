import type { ClickHouse } from '#platform/clickhouse.ts';
import type { TriggeringFact } from '../domain/causes.ts';

/** Which facts of this name: of some accounts, or of all since an instant (UTC ms). */
export type FactQuestion = { readonly ws: number; readonly event: string } & (
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

/** The facts with this name, told to the accounts that stand for theirs now. */
export const triggeringFacts = async (clickhouse: ClickHouse, question: FactQuestion): Promise<readonly TriggeringFact[]> => {
  const which = 'accounts' in question ? 'holder in {accounts:Array(UInt32)}' : 'at >= {since:DateTime64(3)}';
  const rows = await clickhouse.query<Row>(
    // Without a row in account_standing the join gives 0: the account stands for itself.
    `select toString(e.id) as id, if(s.stands = 0, e.account, s.stands) as holder, e.subject as subject, e.at as at, e.props['reason'] as reason
     from events as e
     left join (select account, argMax(stands, version) as stands from account_standing where ws = {ws:UInt32} group by account) as s on e.account = s.account
     where e.ws = {ws:UInt32} and e.event = {event:String} and e.account > 0 and ${which}
     order by holder, at`,
    {
      ws: question.ws,
      event: question.event,
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
