import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { startOfDate } from '#kernel/calendar.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { termEndOn } from '#kernel/term.ts';
import type { TestAccount } from './open-signals.ts';

const FOLDER = new URL('../../../../../shared/data/ravenstack_saas/', import.meta.url);
const ZONE = 'UTC';
const INTERVALS: Readonly<Record<string, 'month' | 'year' | 'quarter'>> = { monthly: 'month', annual: 'year', quarterly: 'quarter' };

/** The RavenStack company as the facts that its files tell, each known when it happened. */
export const ravenstack = (): { readonly accounts: readonly TestAccount[]; readonly facts: readonly FactDraft[] } => {
  const files = {
    accounts: rowsOf('accounts'),
    subscriptions: rowsOf('subscriptions'),
    usage: rowsOf('feature_usage'),
    tickets: rowsOf('support_tickets'),
  };
  const nums = new Map(files.accounts.map((row, index) => [row.account_id!, index + 1]));
  const owners = new Map(files.subscriptions.map((row) => [row.subscription_id!, nums.get(row.account_id!)!]));
  const at = (date: string): number => startOfDate(date, ZONE);
  const fact = (event: string, date: string, more: Partial<FactDraft> & { readonly key: string }): FactDraft => ({
    ...{ event, at: at(date), known: at(date), source: 'import' },
    ...more,
  });
  return {
    accounts: files.accounts.map((row) => ({
      num: nums.get(row.account_id!)!,
      name: row.account_name!,
      industry: row.industry!,
      country: row.country!,
      createdAt: at(day(row.signup_date!)),
    })),
    facts: [
      ...files.accounts.map((row) =>
        fact('account_created', day(row.signup_date!), {
          account: nums.get(row.account_id!)!,
          key: row.account_id!,
          props: { industry: row.industry! },
        }),
      ),
      ...files.subscriptions.flatMap((row) => subscriptionFacts(row, nums.get(row.account_id!)!, fact)),
      ...files.usage.map((row, index) =>
        fact('feature_used', day(row.usage_date!), {
          account: owners.get(row.subscription_id!)!,
          key: `u${index}`,
          props: { feature: row.feature_name!, count: row.usage_count!, errors: row.error_count! },
        }),
      ),
      ...files.tickets.flatMap((row) => ticketFacts(row, nums.get(row.account_id!)!, fact)),
    ],
  };
};

type Row = Readonly<Record<string, string>>;
type MakeFact = (event: string, date: string, more: Partial<FactDraft> & { readonly key: string }) => FactDraft;

const subscriptionFacts = (row: Row, account: number, fact: MakeFact): readonly FactDraft[] => {
  const [id, from] = [row.subscription_id!, day(row.start_date!)];
  const to = row.end_date ? day(row.end_date) : null;
  const interval = INTERVALS[row.billing_frequency!]!;
  const props = (end: string | null, v: string) => ({
    timeline: JSON.stringify([
      {
        from,
        to: end,
        mrrMinor: Number(row.mrr_amount) * 100,
        plan: row.plan_tier,
        seats: Number(row.seats),
        trial: row.is_trial === 'TRUE',
      },
    ]),
    ...{ currency: 'USD', interval, term_ends_on: end === null ? termEndOn(from, interval, from) : '', v },
  });
  const started = fact('subscription_started', from, { account, subject: id, key: `${id}:1`, props: props(null, '1') });
  return to === null
    ? [started]
    : [started, fact('subscription_ended', to, { account, subject: id, key: `${id}:2`, props: props(to, '2') })];
};

const ticketFacts = (row: Row, account: number, fact: MakeFact): readonly FactDraft[] => {
  const [subject, opened] = [row.ticket_id!, day(row.submitted_at!)];
  const closed = row.closed_at ? day(row.closed_at) : null;
  return [
    fact('ticket_opened', opened, { account, subject, key: `${subject}:o`, props: { priority: row.priority! } }),
    ...(row.escalation_flag === 'TRUE' ? [fact('ticket_escalated', opened, { account, subject, key: `${subject}:e` })] : []),
    ...(closed === null ? [] : [fact('ticket_closed', closed, { account, subject, key: `${subject}:c` })]),
    ...(row.satisfaction_score && closed !== null
      ? [fact('ticket_rated', closed, { account, subject, key: `${subject}:r`, props: { score: row.satisfaction_score } })]
      : []),
  ];
};

// The files write days first, some with a time after it.
const day = (text: string): string => text.slice(0, 10).split('-').reverse().join('-');

const rowsOf = (name: string): readonly Row[] => {
  const file = new URL(`ravenstack_${name}.csv`, FOLDER);
  if (!existsSync(file)) throw new Error(`The sample data is missing: ${file.pathname} must exist beside the project.`);
  return parse(readFileSync(file), { bom: true, columns: true });
};
