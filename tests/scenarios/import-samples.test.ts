import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppendFacts, createFacts } from '#flow/facts/index.ts';
import { createIdentity } from '#flow/identity/index.ts';
import { createImports } from '#flow/intake/index.ts';
import { recallFrom } from '#kernel/saying.ts';
import { createTestClickHouse } from '#platform/clickhouse/testing.ts';
import { systemClock } from '#platform/clock.ts';
import { openJobs } from '#platform/jobs.ts';
import { silentLog } from '#platform/log.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import { createEngage } from '#stages/engage/index.ts';
import { createGrow } from '#stages/grow/index.ts';
import { createRetain } from '#stages/retain/index.ts';
import { createSell } from '#stages/sell/index.ts';
import { SAYINGS } from '../../src/sayings.ts';

// Files as they come, nothing said about them: kinds, columns, dates and sources are found out, records and facts reconcile to the files.
const SAMPLES = new URL('../../../shared/data/', import.meta.url);
const workspace = { ws: 1, timeZone: 'UTC', currency: 'USD' };
const other = { ws: 2, timeZone: 'UTC', currency: 'USD' };

let opened: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  opened = await open();
});
afterAll(() => opened.close());

const open = async () => {
  const [postgres, clickhouse] = await Promise.all([createTestPostgres(), createTestClickHouse()]);
  for (const ws of [1, 2])
    await sql`insert into workspace (id, slug, name) values (${`wsp_${ws}`}, ${`w${ws}`}, 'Test')`.execute(postgres.db);
  const folder = await mkdtemp(join(tmpdir(), 'perennial-samples-'));
  const jobs = await openJobs({ url: postgres.url, log: silentLog });
  const appendFacts = createAppendFacts(systemClock);
  const identity = createIdentity({ postgres, clickhouse, clock: systemClock, appendFacts });
  const { accountNums, personNum, peopleByNums } = identity;
  const facts = createFacts({ postgres, clickhouse, log: silentLog, onShipped: () => undefined, accountNums, personNum, peopleByNums });
  const records = { postgres, appendFacts, ...identity };
  const grow = createGrow(records);
  const stages = [
    grow,
    createRetain(records),
    createSell(records),
    createEngage({ ...records, subscriptionSpans: grow.subscriptionSpans }),
  ];
  const imports = createImports({
    postgres,
    jobs,
    clock: systemClock,
    log: silentLog,
    folder,
    targets: [...identity.importTargets, ...stages.flatMap((stage) => stage.importTargets)],
    hasRoom: () => true,
    recall: recallFrom(SAYINGS),
    forgetFacts: facts.forgetImport,
  });
  return {
    postgres,
    clickhouse,
    facts,
    imports,
    close: async () => {
      imports.stop();
      await facts.shipper.stop();
      await jobs.stop();
      await Promise.all([postgres.drop(), clickhouse.drop(), rm(folder, { recursive: true })]);
    },
  };
};

const bring = async (
  file: string,
  { into = workspace, mapping = {} }: { into?: typeof workspace; mapping?: Record<string, string | null> } = {},
) => {
  const path = new URL(file, SAMPLES).pathname;
  if (!existsSync(path)) throw new Error(`The sample data is missing: expected ${path}`);
  const done = await opened.imports.importFile({ workspace: into, path, mapping, wait: true });
  return {
    outcome: `${done.kind} ${done.status}: ${done.created} created, ${done.updated} updated, ${done.unchanged} unchanged, ${done.failed} failed`,
    findings: Object.fromEntries(done.findings.map(({ code, count }) => [code, count])),
  };
};

describe('the sample company', () => {
  it('comes in file by file, and what does not fit together is said', async () => {
    expect((await bring('ravenstack_saas/ravenstack_accounts.csv')).outcome).toBe(
      'account done: 500 created, 0 updated, 0 unchanged, 0 failed',
    );
    const subscriptions = await bring('ravenstack_saas/ravenstack_subscriptions.csv');
    expect(subscriptions.outcome).toBe('subscription done: 5000 created, 0 updated, 0 unchanged, 0 failed');
    expect(subscriptions.findings).toMatchObject({ several_running: 500, ended_at_once: 13 });
    const usage = await bring('ravenstack_saas/ravenstack_feature_usage.csv');
    expect(usage.outcome).toBe('feature_usage done: 25000 created, 0 updated, 0 unchanged, 0 failed');
    expect(usage.findings).toMatchObject({ id_used_twice: 21, before_subscription: 19_142, after_subscription: 290 });
    const tickets = await bring('ravenstack_saas/ravenstack_support_tickets.csv');
    expect(tickets.outcome).toBe('ticket done: 2000 created, 0 updated, 0 unchanged, 0 failed');
    expect(tickets.findings).toMatchObject({ before_sign_up: 1077, answered_after_close: 36, opened_without_time: 2000 });
    const churn = await bring('ravenstack_saas/ravenstack_churn_events.csv');
    expect(churn.outcome).toBe('churn done: 600 created, 0 updated, 0 unchanged, 0 failed');
    expect(churn.findings).toMatchObject({
      churn_without_end: 474,
      end_without_churn: 355,
      flagged_but_running: 110,
      flagged_without_churn: 35,
      churn_without_flag: 277,
      reactivations: 61,
    });
  });

  it('is in the event store once, and not again when the files come again', async () => {
    expect((await bring('ravenstack_saas/ravenstack_subscriptions.csv')).outcome).toContain('0 created, 0 updated, 5000 unchanged');
    expect((await bring('ravenstack_saas/ravenstack_feature_usage.csv')).outcome).toContain('0 created, 0 updated, 25000 unchanged');
    await opened.facts.shipper.drain();
    const rows = await opened.clickhouse.query<{ event: string; n: number; amount: number }>(
      'select event, count() as n, sum(amount) as amount from events where ws = 1 group by event',
    );
    const count = Object.fromEntries(rows.map(({ event, n }) => [event, Number(n)]));
    expect(count).toMatchObject({
      subscription_started: 5000,
      subscription_ended: 486,
      feature_used: 25_000,
      ticket_opened: 2000,
      churn_recorded: 600,
    });
    // The sum of mrr_amount in the file: 11,338,747 dollars.
    expect(Number(rows.find(({ event }) => event === 'subscription_started')?.amount)).toBe(1_133_874_700);
  });
});

describe('the pipeline', () => {
  it('comes in after its accounts, products and teams', async () => {
    // One country is misspelled (“Philipines”): as a country it would refuse that account, and with it the account's deals.
    const mapping = { office_location: 'custom:office_location' };
    const accounts = await bring('maven_crm_sales/accounts.csv', { into: other, mapping });
    expect(accounts.outcome).toBe('account done: 85 created, 0 updated, 0 unchanged, 0 failed');
    expect((await bring('maven_crm_sales/products.csv', { into: other })).outcome).toBe(
      'product done: 7 created, 0 updated, 0 unchanged, 0 failed',
    );
    expect((await bring('maven_crm_sales/sales_teams.csv', { into: other })).outcome).toBe(
      'sales_rep done: 35 created, 0 updated, 0 unchanged, 0 failed',
    );
    const deals = await bring('maven_crm_sales/sales_pipeline.csv', { into: other });
    expect(deals.outcome).toBe('deal done: 8800 created, 0 updated, 0 unchanged, 0 failed');
    expect(deals.findings).toMatchObject({
      product_spelled_otherwise: 1480,
      no_account: 1425,
      value_is_not_list_price: 4173,
      reps_without_deals: 5,
    });
    await opened.facts.shipper.drain();
    const [won] = await opened.clickhouse.query<{ n: number; amount: number }>(
      "select count() as n, sum(amount) as amount from events where ws = 2 and event = 'deal_won'",
    );
    expect([Number(won?.n), Number(won?.amount)]).toEqual([4238, 1_000_553_400]);
  });
});
