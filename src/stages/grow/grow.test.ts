import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  factRecorder,
  importContext,
  importRows,
  plantedAccounts,
  plantRavenStack,
  runImport,
  type SampleMapping,
  sampleRows,
  tally,
  undoImport,
} from '#flow/intake/testing/sample-import.ts';
import type { Permission } from '#kernel/endpoint.ts';
import { say } from '#kernel/saying.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import type { Subscription } from './contracts.ts';
import { createGrow } from './index.ts';
import { subscriptionsOfAccount } from './store/subscriptions.ts';

let postgres: Awaited<ReturnType<typeof createTestPostgres>>;
beforeAll(async () => {
  postgres = await createTestPostgres();
  await plantRavenStack(postgres.db, 1);
});
afterAll(() => postgres.drop());

const SUBSCRIPTIONS: SampleMapping = {
  subscription_id: ['subscription_id', 'text'],
  account_id: ['account_id', 'text'],
  start_date: ['start_date', 'date'],
  end_date: ['end_date', 'date'],
  plan_tier: ['plan', 'text'],
  seats: ['seats', 'number'],
  mrr_amount: ['mrr', 'money'],
  arr_amount: ['arr', 'money'],
  is_trial: ['is_trial', 'boolean'],
  upgrade_flag: ['upgrade_flag', 'boolean'],
  downgrade_flag: ['downgrade_flag', 'boolean'],
  churn_flag: ['churn_flag', 'boolean'],
  billing_frequency: ['billing_frequency', 'text'],
  auto_renew_flag: ['auto_renew', 'boolean'],
};
const CHURN: SampleMapping = {
  churn_event_id: ['churn_event_id', 'text'],
  account_id: ['account_id', 'text'],
  churn_date: ['churn_date', 'date'],
  reason_code: ['reason', 'text'],
  refund_amount_usd: ['refund', 'money'],
  preceding_upgrade_flag: ['preceding_upgrade', 'boolean'],
  preceding_downgrade_flag: ['preceding_downgrade', 'boolean'],
  is_reactivation: ['is_reactivation', 'boolean'],
  feedback_text: ['feedback', 'text'],
};
const SUBSCRIPTION_FILE = 'ravenstack_saas/ravenstack_subscriptions.csv';
const CHURN_FILE = 'ravenstack_saas/ravenstack_churn_events.csv';
const subscriptionRows = () => importRows(SUBSCRIPTION_FILE, SUBSCRIPTIONS);

const open = () => {
  const recorder = factRecorder();
  const grow = createGrow({ postgres, appendFacts: recorder.appendFacts, ...plantedAccounts(postgres.db) });
  const [subscriptions, churn] = grow.importTargets;
  return { ...recorder, grow, subscriptions: subscriptions!, churn: churn! };
};
const countOf = async (table: string): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(postgres.db)).rows[0]?.n);

describe('the subscriptions of RavenStack', () => {
  it('come in to the cent, each telling its start and, if over, its end', async () => {
    const { facts, subscriptions } = open();
    const context = importContext(postgres.db);
    const outcomes = await runImport(postgres, subscriptions, { context, rows: subscriptionRows() });
    expect(tally(outcomes)).toEqual({ created: 5000, ended_at_once: 13 });

    const file = sampleRows(SUBSCRIPTION_FILE);
    const cents = file.reduce((sum, row) => sum + Number(row.mrr_amount) * 100, 0);
    const { rows } = await sql<{ mrr: number; running: number }>`
      select sum((phases -> 0 ->> 'mrrMinor')::bigint)::bigint as mrr, count(*) filter (where ended_on is null) as running from subscription`.execute(
      postgres.db,
    );
    expect(rows[0]).toEqual({ mrr: cents, running: file.filter((row) => row.end_date === '').length });

    expect(facts.filter((fact) => fact.event === 'subscription_started')).toHaveLength(5000);
    expect(facts.filter((fact) => fact.event === 'subscription_ended')).toHaveLength(486);
    expect(facts.filter((fact) => fact.event === 'trial_started')).toHaveLength(file.filter((row) => row.is_trial === 'TRUE').length);
    const now = facts.reduce((sum, fact) => sum + (fact.event === 'subscription_started' ? fact.amountMinor! : 0), 0);
    expect(now).toBe(cents);
    expect(facts.every((fact) => fact.known === fact.at && fact.importNumber === 1)).toBe(true);
    expect(await subscriptions.inspect?.(postgres.db, context)).toMatchObject([{ code: 'several_running', severity: 'info', count: 500 }]);
  });

  it('tell what was believed at each time: no end before it happened', async () => {
    const { facts, subscriptions } = open();
    const [ended] = subscriptionRows().filter((row) => row.values.end_date !== null);
    const context = importContext(postgres.db, { source: 'again' });
    await runImport(postgres, subscriptions, {
      context: { ...context, accountsOf: importContext(postgres.db).accountsOf },
      rows: [ended!],
    });
    expect(
      facts.map(({ event, at, amountMinor, props }) => ({
        event,
        at,
        amountMinor,
        timeline: JSON.parse(props!.timeline!),
        v: props!.v,
        ends: props!.term_ends_on,
      })),
    ).toEqual([
      {
        event: 'subscription_started',
        at: Date.UTC(2023, 11, 23),
        amountMinor: 278_600,
        timeline: [{ from: '2023-12-23', to: null, mrrMinor: 278_600, plan: 'Enterprise', seats: 14, trial: false }],
        v: '1',
        ends: '2024-01-23',
      },
      {
        event: 'subscription_ended',
        at: Date.UTC(2024, 3, 12),
        amountMinor: 0,
        timeline: [{ from: '2023-12-23', to: '2024-04-12', mrrMinor: 278_600, plan: 'Enterprise', seats: 14, trial: false }],
        v: '2',
        ends: '',
      },
    ]);
    await sql`delete from subscription where source = 'again'`.execute(postgres.db);
  });

  it('change nothing when they come again, and say nothing', async () => {
    const { facts, subscriptions } = open();
    const context = importContext(postgres.db, { importNumber: 2, now: Date.parse('2025-02-01T08:00:00Z') });
    expect(tally(await runImport(postgres, subscriptions, { context, rows: subscriptionRows() }))).toMatchObject({ unchanged: 5000 });
    expect(facts).toEqual([]);
  });

  it('take a newer picture as changes from its day on, and an undo brings the old one back', async () => {
    const { facts, subscriptions } = open();
    const context = importContext(postgres.db, { importNumber: 3, now: Date.parse('2025-03-01T08:00:00Z') });
    const rows = subscriptionRows()
      .slice(0, 400)
      .filter((row) => row.values.end_date === null && row.values.is_trial === false);
    const [dearer, over, same] = [rows[0]!, rows[1]!, rows[2]!];
    const newer = [
      { ...dearer, values: { ...dearer.values, mrr: 90_000, arr: 1_080_000, seats: 18 } },
      { ...over, values: { ...over.values, end_date: '2025-02-20', churn_flag: true } },
      same,
    ];
    const before = await subscriptionsOf(String(dearer.values.account_id));
    const outcomes = await runImport(postgres, subscriptions, { context, rows: newer });
    expect(tally(outcomes)).toEqual({ updated: 2, unchanged: 1, changed_from_today: 1 });
    expect(
      facts.map(({ event, at, known, amountMinor }) => [
        event,
        new Date(at).toISOString().slice(0, 10),
        new Date(known).toISOString().slice(0, 10),
        amountMinor,
      ]),
    ).toEqual([
      ['subscription_changed', '2025-03-01', '2025-03-01', 90_000],
      ['subscription_ended', '2025-02-20', '2025-02-20', 0],
    ]);
    const changed = (await subscriptionsOf(String(dearer.values.account_id))).find(
      (one) => one.externalId === dearer.values.subscription_id,
    )!;
    expect(changed.phases.map(({ from, to, mrrMinor }) => [from, to, mrrMinor])).toEqual([
      ['2024-06-11', '2025-03-01', 83_300],
      ['2025-03-01', null, 90_000],
    ]);
    await undoImport(postgres, subscriptions, { context, outcomes });
    expect(await subscriptionsOf(String(dearer.values.account_id))).toEqual(before);
  });

  it('refuse what cannot be: unknown accounts, ends before starts', async () => {
    const { subscriptions } = open();
    const [row] = subscriptionRows();
    const bad = [
      { ...row!, values: { ...row!.values, subscription_id: 'x1', account_id: 'A-nobody' } },
      { ...row!, values: { ...row!.values, subscription_id: 'x2', end_date: '2023-01-01' } },
      { ...row!, values: { ...row!.values, subscription_id: 'x3', billing_frequency: 'now and then' } },
    ];
    const outcomes = await runImport(postgres, subscriptions, { context: importContext(postgres.db), rows: bad });
    expect(outcomes.map((outcome) => ('field' in outcome ? [outcome.field, say(outcome.said, 'en').message] : outcome.outcome))).toEqual([
      ['account_id', 'No account is known as “A-nobody”.'],
      ['end_date', 'It ends on Jan 1, 2023, before it starts on Dec 23, 2023.'],
      ['billing_frequency', '“now and then” is not a billing frequency that can be read.'],
    ]);
  });
});

describe('what an account pays', () => {
  const ask = async (id: string, permissions: readonly Permission[]) => {
    const { grow } = open();
    const context = {
      workspace: { ws: 1, timeZone: 'UTC', currency: 'USD' },
      now: Date.parse('2024-12-31T12:00:00Z'),
      may: (one: Permission) => permissions.includes(one),
    };
    return (await grow.routes[0]!.handle({ params: { id }, query: undefined, body: undefined }, context as never)) as {
      rows: readonly Subscription[];
    };
  };

  it('adds up to the file, and tells no money to who may not see it', async () => {
    const [account] = sampleRows('ravenstack_saas/ravenstack_accounts.csv');
    const file = sampleRows(SUBSCRIPTION_FILE).filter((row) => row.account_id === account!.account_id);
    const { rows } = await ask('acc_1', ['money.read']);
    const running = file.filter((row) => row.end_date === '').reduce((sum, row) => sum + Number(row.mrr_amount) * 100, 0);
    expect(rows).toHaveLength(file.length);
    expect(rows.reduce((sum, row) => sum + row.mrrMinor!, 0)).toBe(running);
    expect(rows.every((row) => (row.endedOn === null ? row.termEndsOn! > '2024-12-31' : row.termEndsOn === null))).toBe(true);
    const hidden = await ask('acc_1', []);
    expect(hidden.rows.every((row) => row.mrrMinor === null && row.phases.length === 0)).toBe(true);
  });

  it('has nothing to say of an account that does not exist', async () => {
    await expect(ask('acc_nobody', [])).rejects.toThrow('There is no account');
  });
});

const subscriptionsOf = async (accountId: string) => {
  const { rows } = await sql<{
    num: number;
  }>`select account_num as num from account_key where ws = 1 and external_id = ${accountId}`.execute(postgres.db);
  return subscriptionsOfAccount(postgres.db, 1, [rows[0]!.num]);
};

describe('the churn reasons of RavenStack', () => {
  const rows = () => importRows(CHURN_FILE, CHURN);

  it('come in with their refunds, and what disagrees with subscriptions and flags is counted', async () => {
    const { facts, churn } = open();
    const context = importContext(postgres.db, { importNumber: 4 });
    expect(tally(await runImport(postgres, churn, { context, rows: rows() }))).toEqual({ created: 600 });
    const cents = sampleRows(CHURN_FILE).reduce((sum, row) => sum + Math.round(Number(row.refund_amount_usd) * 100), 0);
    expect((await sql<{ sum: number }>`select sum(refund_minor)::bigint as sum from churn_record`.execute(postgres.db)).rows[0]?.sum).toBe(
      cents,
    );
    expect(facts).toHaveLength(600);
    const findings = await churn.inspect!(postgres.db, context);
    expect(Object.fromEntries(findings.map(({ code, count }) => [code, count]))).toEqual({
      churn_without_end: 474,
      end_without_churn: 355,
      flagged_but_running: 110,
      flagged_without_churn: 35,
      churn_without_flag: 277,
      reactivations: 61,
    });
    expect(findings[0]!.examples).toHaveLength(5);
  });

  it('change nothing when they come again; a correction is told as one; an undo takes all away', async () => {
    const { facts, churn } = open();
    const context = importContext(postgres.db, { importNumber: 5 });
    expect(tally(await runImport(postgres, churn, { context, rows: rows() }))).toEqual({ unchanged: 600 });
    const [first] = rows();
    const outcomes = await runImport(postgres, churn, { context, rows: [{ ...first!, values: { ...first!.values, reason: 'price' } }] });
    expect(tally(outcomes)).toEqual({ updated: 1 });
    expect(facts.map((fact) => [fact.event, fact.known, fact.props?.reason])).toEqual([['churn_corrected', context.now, 'price']]);
    await undoImport(postgres, churn, { context, outcomes });
    expect(tally(await runImport(postgres, churn, { context, rows: [first!] }))).toEqual({ unchanged: 1 });
    const all = (await sql<{ id: string }>`select id from churn_record`.execute(postgres.db)).rows;
    await postgres.transaction((tx) =>
      churn.undo(
        tx,
        context,
        all.map(({ id }) => ({ recordId: id, before: null })),
      ),
    );
    expect(await countOf('churn_record')).toBe(0);
  });
});
