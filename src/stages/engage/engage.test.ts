import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppendFacts } from '#flow/facts/index.ts';
import { createIdentity } from '#flow/identity/index.ts';
import type { ImportContext, ImportRow } from '#flow/intake/index.ts';
import {
  CELLS,
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
import { say } from '#kernel/saying.ts';
import { createTestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import { createEngage } from './index.ts';

let postgres: Awaited<ReturnType<typeof createTestPostgres>>;
let clickhouse: Awaited<ReturnType<typeof createTestClickHouse>>;
beforeAll(async () => {
  [postgres, clickhouse] = await Promise.all([createTestPostgres(), createTestClickHouse()]);
  await plantRavenStack(postgres.db, 1);
});
afterAll(() => Promise.all([postgres.drop(), clickhouse.drop()]));

const FILE = 'ravenstack_saas/ravenstack_feature_usage.csv';
const MAPPING: SampleMapping = {
  usage_id: ['usage_id', 'text'],
  subscription_id: ['subscription_id', 'text'],
  usage_date: ['used_at', 'instant'],
  feature_name: ['feature', 'text'],
  usage_count: ['count', 'number'],
  usage_duration_secs: ['duration_secs', 'number'],
  error_count: ['errors', 'number'],
  is_beta_feature: ['beta', 'boolean'],
};
const rows = () => importRows(FILE, MAPPING);

// Subscriptions belong to another stage: here they stand as the file has them.
const known = new Map(sampleRows('ravenstack_saas/ravenstack_subscriptions.csv').map((row) => [row.subscription_id!, row]));
const spans = async (_tx: unknown, _ws: number, _source: string, ids: readonly string[]) =>
  new Map(
    ids.flatMap((id) => {
      const row = known.get(id);
      return row
        ? [[id, { startedOn: CELLS.date(row.start_date!), endedOn: row.end_date ? CELLS.date(row.end_date) : null }] as const]
        : [];
    }),
  );
const contextOf = (more: Partial<ImportContext> = {}): ImportContext => {
  const accounts = importContext(postgres.db);
  return importContext(postgres.db, {
    accountsOf: async (kind, ids) => {
      if (kind !== 'subscription') return accounts.accountsOf(kind, ids);
      const refs = await accounts.accountsOf('account', [...new Set([...known.values()].map((row) => row.account_id!))]);
      return new Map(ids.flatMap((id) => (known.has(id) ? [[id, refs.get(known.get(id)!.account_id!)!] as const] : [])));
    },
    ...more,
  });
};
const open = () => {
  const recorder = factRecorder();
  const clock = manualClock(Date.parse('2025-01-15T12:00:00Z'));
  const identity = createIdentity({ postgres, clickhouse, clock, appendFacts: createAppendFacts(clock) });
  const engage = createEngage({
    appendFacts: recorder.appendFacts,
    accountsByName: plantedAccounts(postgres.db).accountsByName,
    resolveMessages: identity.resolveMessages,
    subscriptionSpans: spans,
  });
  const [usage, events] = engage.importTargets;
  return { ...recorder, usage: usage!, events: events! };
};

describe('the feature usage of RavenStack', () => {
  it('comes in whole; ids used twice and use outside of subscriptions are counted', async () => {
    const { facts, usage } = open();
    const outcomes = await runImport(postgres, usage, { context: contextOf(), rows: rows() });
    expect(tally(outcomes)).toEqual({ created: 25_000, id_used_twice: 21, before_subscription: 19_142, after_subscription: 290 });
    const file = sampleRows(FILE);
    const sum = (prop: string) => facts.reduce((total, fact) => total + Number(fact.props?.[prop]), 0);
    const column = (name: string) => file.reduce((total, row) => total + Number(row[name]), 0);
    expect(facts).toHaveLength(25_000);
    expect([sum('count'), sum('duration_secs'), sum('errors')]).toEqual([
      column('usage_count'),
      column('usage_duration_secs'),
      column('error_count'),
    ]);
    expect(sum('beta')).toBe(file.filter((row) => row.is_beta_feature === 'TRUE').length);
    expect(new Set(facts.map((fact) => fact.key)).size).toBe(25_000);
    expect(facts.every((fact) => fact.account! > 0 && fact.known === fact.at)).toBe(true);
  });

  it('counts nothing twice when it comes again, and says when it says otherwise', async () => {
    const { facts, usage } = open();
    const context = contextOf({ importNumber: 2 });
    expect(tally(await runImport(postgres, usage, { context, rows: rows() }))).toMatchObject({ unchanged: 25_000 });
    const [first] = rows();
    const other: ImportRow = { ...first!, values: { ...first!.values, count: 99 } };
    expect(tally(await runImport(postgres, usage, { context, rows: [other] }))).toMatchObject({ unchanged: 1, says_otherwise: 1 });
    expect(facts).toEqual([]);
  });

  it('is taken back by an undo, and only what that import brought', async () => {
    const { facts, usage } = open();
    const context = contextOf({ importNumber: 3 });
    const [first] = rows();
    const more: readonly ImportRow[] = [
      first!,
      { ...first!, values: { ...first!.values, usage_id: 'U-new' } },
      { ...first!, values: { ...first!.values, usage_id: null } },
    ];
    const outcomes = await runImport(postgres, usage, { context, rows: [...more, more[2]!] });
    expect(tally(outcomes)).toMatchObject({ unchanged: 2, created: 2 });
    expect(facts).toHaveLength(2);
    await undoImport(postgres, usage, { context, outcomes });
    const { rows: left } = await sql<{ n: number }>`select count(*) as n from imported_event`.execute(postgres.db);
    expect(left[0]?.n).toBe(25_000);
  });

  it('refuses what belongs to nobody', async () => {
    const { usage } = open();
    const [first] = rows();
    const bad = [{ subscription_id: 'S-nobody' }, { subscription_id: null }].map((values) => ({
      ...first!,
      values: { ...first!.values, ...values },
    }));
    const outcomes = await runImport(postgres, usage, { context: contextOf(), rows: bad });
    expect(outcomes.map((outcome) => outcome.outcome === 'failed' && say(outcome.said, 'en').message)).toEqual([
      'No subscription is known as “S-nobody”.',
      'The row names neither a subscription nor an account nor a person.',
    ]);
  });
});

describe('events of any name', () => {
  const event = (line: number, values: ImportRow['values']): ImportRow => ({
    line,
    values: {
      event: 'report_exported',
      at: Date.UTC(2024, 5, 1, 9),
      user_id: null,
      email: null,
      account_id: null,
      properties: null,
      event_id: null,
      ...values,
    },
    custom: {},
  });

  it('find their people and accounts, keep their properties, and count once', async () => {
    const { facts, events } = open();
    const context = contextOf({ importNumber: 4, source: 'tool' });
    const given = [
      event(2, {
        user_id: 'u1',
        email: 'ana@northwind.example',
        event_id: 'm1',
        properties: '{"format":"pdf","pages":3,"by":{"team":"ops"},"none":null}',
      }),
      event(3, { email: 'ana@northwind.example', event_id: 'm2' }),
      event(4, { user_id: 'u2', event_id: 'm3', account_name: 'Company_0' }),
      event(5, {
        user_id: 'u1',
        email: 'ana@northwind.example',
        event_id: 'm1',
        properties: '{"format":"pdf","pages":3,"by":{"team":"ops"},"none":null}',
      }),
    ];
    expect(tally(await runImport(postgres, events, { context, rows: given }))).toEqual({ created: 3, unchanged: 1 });
    expect(facts.map(({ event: name, props }) => [name, props])).toEqual([
      ['report_exported', { format: 'pdf', pages: '3', by: '{"team":"ops"}' }],
      ['report_exported', {}],
      ['report_exported', {}],
    ]);
    const [ana, anaAgain, other] = facts;
    expect(ana!.person).toBeGreaterThan(0);
    expect(anaAgain!.person).toBe(ana!.person);
    expect(other!.person).not.toBe(ana!.person);
    expect(other!.account).toBe(1);
  });

  it('may not pass for what records tell', async () => {
    const { events } = open();
    const bad = [event(2, { event: 'subscription_started', user_id: 'u1' }), event(3, { user_id: 'u1', properties: '[1]' })];
    const outcomes = await runImport(postgres, events, { context: contextOf(), rows: bad });
    expect(outcomes.map((outcome) => outcome.outcome === 'failed' && outcome.field)).toEqual(['event', 'properties']);
  });
});
