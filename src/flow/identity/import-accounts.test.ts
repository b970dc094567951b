import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  importContext,
  importRows,
  runImport,
  type SampleMapping,
  sampleRows,
  tally,
  undoImport,
} from '#flow/intake/testing/sample-import.ts';
import { sql } from '#platform/postgres.ts';
import { NOW, type OpenIdentity, openIdentity } from './testing/open-identity.ts';

const RAVENSTACK: SampleMapping = {
  account_id: ['account_id', 'text'],
  account_name: ['name', 'text'],
  industry: ['industry', 'text'],
  country: ['country', 'text'],
  signup_date: ['created_at', 'instant'],
  referral_source: ['channel', 'text'],
  plan_tier: ['plan', 'text'],
  seats: ['seats', 'number'],
  is_trial: ['is_trial', 'boolean'],
  churn_flag: ['churn_flag', 'boolean'],
};
const MAVEN: SampleMapping = {
  account: ['name', 'text'],
  sector: ['industry', 'text'],
  year_established: ['year_established', 'number'],
  revenue: ['revenue', 'number'],
  employees: ['employees', 'number'],
  office_location: ['country', 'text'],
  subsidiary_of: ['parent', 'text'],
};
const RAVENSTACK_FILE = 'ravenstack_saas/ravenstack_accounts.csv';
const MAVEN_FILE = 'maven_crm_sales/accounts.csv';

let house: OpenIdentity;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const targetOf = (kind: string) => {
  const target = house.identity.importTargets.find((one) => one.kind.kind === kind);
  if (!target) throw new Error(`no target ${kind}`);
  return target;
};
const contextIn = (ws: number, source: string, importNumber: number) =>
  importContext(house.postgres.db, { ws, source, importNumber, now: house.clock.now() });
const stored = async (ws: number) =>
  (
    await sql<Record<string, unknown>>`
      select num, name, domain, industry, country, channel, plan, seats, parent_ref, attributes, created_at from account where ws = ${ws} order by num`.execute(
      house.postgres.db,
    )
  ).rows;

describe('a file with ids (RavenStack)', () => {
  const rows = importRows(RAVENSTACK_FILE, RAVENSTACK);

  it('brings 500 accounts as they were when they signed up', async () => {
    const { ws } = house.one;
    house.facts.length = 0;
    const outcomes = await runImport(house.postgres, targetOf('account'), { context: contextIn(ws, 'ravenstack', 1), rows });
    expect(tally(outcomes)).toEqual({ created: 500 });
    expect((await stored(ws))[0]).toMatchObject({
      name: 'Company_0',
      industry: 'EdTech',
      country: 'US',
      channel: 'partner',
      plan: 'Basic',
      seats: 9,
      attributes: { is_trial: false, churn_flag: false },
      created_at: new Date('2024-10-16T00:00:00Z'),
    });
    expect(house.facts).toHaveLength(500);
    expect(house.facts[0]).toMatchObject({
      event: 'account_created',
      at: Date.UTC(2024, 9, 16),
      known: Date.UTC(2024, 9, 16),
      account: 1,
      importNumber: 1,
      props: { name: 'Company_0', plan: 'Basic', seats: '9', channel: 'partner', 'x.churn_flag': 'false' },
    });
    const found = await house.identity.accountsByExternalId(house.postgres.db, ws, 'ravenstack', ['A-2e4581', 'A-none']);
    expect([...found.values()].map((account) => account.name)).toEqual(['Company_0']);
  });

  it('changes nothing when it comes again, only what differs when that does', async () => {
    const { ws } = house.one;
    const context = contextIn(ws, 'ravenstack', 2);
    house.facts.length = 0;
    expect(tally(await runImport(house.postgres, targetOf('account'), { context, rows }))).toEqual({ unchanged: 500 });
    const before = await stored(ws);
    const other = rows.map((row, i) => (i < 3 ? { ...row, values: { ...row.values, plan: 'Enterprise', seats: null } } : row));
    const outcomes = await runImport(house.postgres, targetOf('account'), { context, rows: [...other, ...other.slice(0, 1)] });
    expect(tally(outcomes)).toEqual({ updated: 3, unchanged: 498 });
    expect(house.facts.map((fact) => [fact.event, fact.props?.plan, fact.props?.seats, fact.known])).toEqual(
      Array.from({ length: 3 }, () => ['account_changed', 'Enterprise', undefined, NOW]),
    );
    await undoImport(house.postgres, targetOf('account'), { context, outcomes });
    expect(await stored(ws)).toEqual(before);
  });

  it('is known since the day that the row gives, unless something later is known', async () => {
    const context = contextIn(house.two.ws, 'dated', 1);
    const row = (values: Record<string, string | number>) => ({
      line: 2,
      values: { account_id: 'D-1', name: 'Dated', ...values },
      custom: {},
    });
    house.facts.length = 0;
    const outcomes = await runImport(house.postgres, targetOf('account'), {
      context,
      rows: [
        row({ created_at: Date.UTC(2025, 0, 10), industry: 'Media' }),
        row({ industry: 'Retail', known_on: '2025-02-01' }),
        row({ industry: 'Health', known_on: '2025-01-20' }),
      ],
    });
    expect(house.facts.map(({ event, known, props }) => [event, known, props?.industry])).toEqual([
      ['account_created', Date.UTC(2025, 0, 10), 'Media'],
      ['account_changed', Date.UTC(2025, 1, 1), 'Retail'],
      ['account_changed', NOW, 'Health'],
    ]);
    await undoImport(house.postgres, targetOf('account'), { context, outcomes });
  });

  it('is taken back as if it had never come, and only where it came', async () => {
    const context = contextIn(house.two.ws, 'ravenstack', 1);
    const outcomes = await runImport(house.postgres, targetOf('account'), { context, rows });
    expect(await stored(house.two.ws)).toHaveLength(500);
    await undoImport(house.postgres, targetOf('account'), { context, outcomes });
    expect(await stored(house.two.ws)).toEqual([]);
    const keys = await house.identity.accountsByExternalId(house.postgres.db, house.two.ws, 'ravenstack', ['A-2e4581']);
    expect(keys.size).toBe(0);
    expect(await stored(house.one.ws)).toHaveLength(500);
  });
});

describe('a file with names only (Maven)', () => {
  const rows = importRows(MAVEN_FILE, MAVEN);

  it('finds its parents, whichever row comes first, and keeps what is spelled oddly', async () => {
    const { ws } = house.two;
    const context = contextIn(ws, 'maven', 2);
    expect(tally(await runImport(house.postgres, targetOf('account'), { context, rows }))).toEqual({ created: 85 });
    const { rows: parents } = await sql<{ child: string; parent: string }>`
      select child.name as child, parent.name as parent from account child join account parent on parent.ws = child.ws and parent.num = child.parent_num
      where child.ws = ${ws} order by child.num`.execute(house.postgres.db);
    const inFile = sampleRows(MAVEN_FILE).flatMap((row) => (row.subsidiary_of ? [{ child: row.account, parent: row.subsidiary_of }] : []));
    expect(inFile.length).toBeGreaterThan(0);
    expect(parents).toEqual(inFile);
    expect((await stored(ws))[0]).toMatchObject({
      name: 'Acme Corporation',
      industry: 'technolgy',
      country: 'United States',
      attributes: { revenue: 1100.04, employees: 2822, year_established: 1996 },
    });
    expect(tally(await runImport(house.postgres, targetOf('account'), { context, rows }))).toEqual({ unchanged: 85 });
    expect(await targetOf('account').inspect?.(house.postgres.db, context)).toEqual([]);
  });

  it('says which parents are unknown and which names are shared, and refuses rows that name nobody', async () => {
    const context = contextIn(house.two.ws, 'crm', 3);
    const outcomes = await runImport(house.postgres, targetOf('account'), {
      context,
      rows: [
        { line: 2, values: { account_id: '1', name: 'acme corporation', parent: 'Nowhere Ltd', owner: 'Ann' }, custom: { tier: 'A' } },
        { line: 3, values: { account_id: null, name: null }, custom: {} },
      ],
    });
    expect(tally(outcomes)).toEqual({ created: 1, owner_unknown: 1, failed: 1 });
    const findings = await targetOf('account').inspect?.(house.postgres.db, context);
    expect(findings?.map(({ code, count, examples }) => [code, count, examples[0]?.text])).toEqual([
      ['parent_unknown', 1, 'acme corporation: Nowhere Ltd'],
      ['same_name', 1, 'Acme Corporation (2)'],
    ]);
  });

  it('knows the account that the product named by its group, and one that was known by its domain only', async () => {
    const { ws } = house.two;
    const [call] = await house.resolve(
      [
        {
          kind: 'group',
          userId: 'u1',
          groupId: 'G-77',
          email: null,
          receivedAt: NOW,
          traits: { set: { plan: 'free' } },
          context: { isBot: false },
        },
        { kind: 'identify', userId: 'u2', groupId: null, email: 'bo@initech.io', receivedAt: NOW, traits: {}, context: { isBot: false } },
      ],
      house.two,
    );
    const context = contextIn(ws, 'billing', 4);
    const outcomes = await runImport(house.postgres, targetOf('account'), {
      context,
      rows: [
        { line: 2, values: { account_id: 'G-77', name: 'Hooli' }, custom: {} },
        { line: 3, values: { account_id: 'B-2', name: 'Initech', domain: 'https://www.initech.io/' }, custom: {} },
        { line: 4, values: { account_id: 'B-3', name: 'Initech Spain', domain: 'initech.io' }, custom: {} },
      ],
    });
    expect(tally(outcomes)).toEqual({ updated: 2, created: 1 });
    const named = await house.identity.accountsByNums(ws, [call?.account ?? 0]);
    expect(named.get(call?.account ?? 0)).toMatchObject({ name: 'Hooli', plan: 'free' });
  });
});
