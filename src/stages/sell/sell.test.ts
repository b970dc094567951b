import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  factRecorder,
  importContext,
  importRows,
  plantAccounts,
  plantedAccounts,
  runImport,
  type SampleMapping,
  sampleRows,
  tally,
  undoImport,
} from '#flow/intake/testing/sample-import.ts';
import type { Permission } from '#kernel/endpoint.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import type { Deal, Note } from './contracts.ts';
import { createSell } from './index.ts';

let postgres: Awaited<ReturnType<typeof createTestPostgres>>;
beforeAll(async () => {
  postgres = await createTestPostgres();
  const accounts = sampleRows('maven_crm_sales/accounts.csv').map((row) => ({
    externalId: row.account!,
    name: row.account!,
    signedUpAt: 0,
  }));
  await plantAccounts(postgres.db, 1, { source: 'maven', accounts });
});
afterAll(() => postgres.drop());

const DEALS: SampleMapping = {
  opportunity_id: ['deal_id', 'text'],
  sales_agent: ['rep', 'text'],
  product: ['product', 'text'],
  account: ['account_name', 'text'],
  deal_stage: ['stage', 'text'],
  engage_date: ['opened_on', 'date'],
  close_date: ['closed_on', 'date'],
  close_value: ['amount', 'money'],
};
const PRODUCTS: SampleMapping = { product: ['product', 'text'], series: ['series', 'text'], sales_price: ['list_price', 'money'] };
const REPS: SampleMapping = { sales_agent: ['rep', 'text'], manager: ['manager', 'text'], regional_office: ['office', 'text'] };
const pipeline = () => importRows('maven_crm_sales/sales_pipeline.csv', DEALS);
const file = sampleRows('maven_crm_sales/sales_pipeline.csv');

const open = () => {
  const recorder = factRecorder();
  const sell = createSell({ postgres, appendFacts: recorder.appendFacts, ...plantedAccounts(postgres.db) });
  const [products, reps, deals] = sell.importTargets;
  return { ...recorder, sell, products: products!, reps: reps!, deals: deals! };
};
const contextOf = (importNumber: number) =>
  importContext(postgres.db, { source: 'maven', importNumber, now: Date.parse('2018-01-15T12:00:00Z') });

describe('the pipeline of Maven', () => {
  it('comes in after its catalogue and its teams, to the cent, and what does not fit is counted', async () => {
    const { facts, products, reps, deals } = open();
    expect(
      tally(await runImport(postgres, products, { context: contextOf(1), rows: importRows('maven_crm_sales/products.csv', PRODUCTS) })),
    ).toEqual({ created: 7 });
    expect(
      tally(await runImport(postgres, reps, { context: contextOf(2), rows: importRows('maven_crm_sales/sales_teams.csv', REPS) })),
    ).toEqual({ created: 35 });
    const outcomes = await runImport(postgres, deals, { context: contextOf(3), rows: pipeline() });
    expect(tally(outcomes)).toEqual({
      created: 8800,
      product_spelled_otherwise: 1480,
      no_account: 1425,
      no_open_date: 500,
      value_is_not_list_price: 4173,
    });
    const { rows } = await sql<{ status: string; n: number; sum: number }>`
      select status, count(*) as n, coalesce(sum(amount_minor), 0)::bigint as sum from deal group by status order by status`.execute(
      postgres.db,
    );
    const of = (stages: readonly string[]) => file.filter((row) => stages.includes(row.deal_stage!));
    const cents = (some: typeof file) => some.reduce((sum, row) => sum + Number(row.close_value || 0) * 100, 0);
    expect(rows).toEqual([
      { status: 'lost', n: of(['Lost']).length, sum: 0 },
      { status: 'open', n: of(['Prospecting', 'Engaging']).length, sum: 0 },
      { status: 'won', n: of(['Won']).length, sum: cents(of(['Won'])) },
    ]);
    expect(rows[2]).toEqual({ status: 'won', n: 4238, sum: 1_000_553_400 });
    expect(await deals.inspect!(postgres.db, contextOf(3))).toMatchObject([{ code: 'reps_without_deals', count: 5 }]);

    const won = facts.filter((fact) => fact.event === 'deal_won');
    expect([
      facts.filter((fact) => fact.event === 'deal_opened').length,
      won.length,
      facts.filter((fact) => fact.event === 'deal_lost').length,
    ]).toEqual([8800, 4238, 2473]);
    expect(won.reduce((sum, fact) => sum + fact.amountMinor!, 0)).toBe(1_000_553_400);
    expect(won.every((fact) => ['East', 'West', 'Central'].includes(fact.props!.team!))).toBe(true);
    expect(facts.filter((fact) => fact.event === 'deal_opened').every((fact) => fact.amountMinor === 0)).toBe(true);
  });

  it('changes nothing when it comes again; a step is told as one, and an undo takes it back', async () => {
    const { facts, deals } = open();
    expect(tally(await runImport(postgres, deals, { context: contextOf(4), rows: pipeline() }))).toMatchObject({ unchanged: 8800 });
    const [first, second] = pipeline().filter((row) => row.values.stage === 'Prospecting');
    const moved = { ...first!, values: { ...first!.values, stage: 'Engaging', opened_on: '2018-01-10' } };
    const won = { ...second!, values: { ...second!.values, stage: 'Won', closed_on: '2018-01-12', amount: 50_000 } };
    const outcomes = await runImport(postgres, deals, { context: contextOf(5), rows: [moved, won] });
    expect(
      facts.map(({ event, amountMinor, at, props }) => [event, amountMinor, new Date(at).toISOString().slice(0, 10), props?.from]),
    ).toEqual([
      ['deal_moved', 0, '2018-01-15', 'Prospecting'],
      ['deal_won', 50_000, '2018-01-12', undefined],
    ]);
    await undoImport(postgres, deals, { context: contextOf(5), outcomes });
    expect(tally(await runImport(postgres, deals, { context: contextOf(6), rows: [first!, second!] }))).toMatchObject({ unchanged: 2 });
  });

  it('refuses deals of accounts that nobody knows, and those that closed before they opened', async () => {
    const { deals } = open();
    const [row] = pipeline();
    const bad = [{ account_name: 'Nobody Ltd' }, { closed_on: '2016-01-01' }].map((values, index) => ({
      ...row!,
      values: { ...row!.values, deal_id: `bad${index}`, ...values },
    }));
    const outcomes = await runImport(postgres, deals, { context: contextOf(7), rows: bad });
    expect(outcomes.map((outcome) => outcome.outcome === 'failed' && outcome.field)).toEqual(['account_name', 'closed_on']);
  });

  it('keeps a list of products and teams as it was before an undone import', async () => {
    const { products } = open();
    const [row] = importRows('maven_crm_sales/products.csv', PRODUCTS);
    const outcomes = await runImport(postgres, products, {
      context: contextOf(8),
      rows: [{ ...row!, values: { ...row!.values, list_price: 1 } }],
    });
    expect(tally(outcomes)).toEqual({ updated: 1 });
    await undoImport(postgres, products, { context: contextOf(8), outcomes });
    expect(
      tally(await runImport(postgres, products, { context: contextOf(9), rows: importRows('maven_crm_sales/products.csv', PRODUCTS) })),
    ).toEqual({ unchanged: 7 });
  });
});

interface Answer {
  readonly rows: readonly Deal[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly sums: {
    readonly won: number;
    readonly open: number;
    readonly lost: number;
    readonly wonMinor: number | null;
    readonly openMinor: number | null;
  };
}

describe('the list of deals', () => {
  const ask = (
    operation: string,
    input: object,
    permissions: readonly Permission[] = ['money.read'],
    actor = { id: 'usr_1', name: 'Ana' },
  ) => {
    const found = open().sell.routes.find((one) => one.endpoint.id === operation)!;
    const context = {
      workspace: { ws: 1, timeZone: 'UTC', currency: 'USD' },
      actor,
      now: 1_700_000_000_000,
      may: (one: Permission) => permissions.includes(one),
    };
    return found.handle({ params: undefined, query: undefined, body: undefined, ...input }, context as never);
  };
  const list = (query: object, permissions?: readonly Permission[]) =>
    ask('listDeals', { query: { limit: 100, sort: 'openedOn', order: 'desc', ...query } }, permissions) as Promise<Answer>;

  it('reconciles to the file', async () => {
    expect(await list({ limit: 1 })).toMatchObject({
      total: 8800,
      sums: { open: 2089, won: 4238, lost: 2473, openMinor: 0, wonMinor: 1_000_553_400 },
    });
    const agent = file.filter((row) => row.sales_agent === 'Darcel Schlecht');
    expect((await list({ rep: 'Darcel Schlecht', status: 'won' })).total).toBe(agent.filter((row) => row.deal_stage === 'Won').length);
    const cancity = file.filter((row) => row.account === 'Cancity');
    expect((await list({ search: 'cancity' })).total).toBe(cancity.length);
    const account = sampleRows('maven_crm_sales/accounts.csv').findIndex((row) => row.account === 'Cancity') + 1;
    expect((await list({ account: `acc_${account}` })).total).toBe(cancity.length);
    expect(((await ask('listAccountDeals', { params: { id: `acc_${account}` } })) as Answer).rows).toHaveLength(cancity.length);
  });

  it.each(['openedOn', 'closedOn', 'amountMinor', 'name'] as const)(
    'is walked through page by page, by %s, both ways, missing ones last',
    async (sort) => {
      for (const order of ['asc', 'desc'] as const) {
        const seen: Deal[] = [];
        let cursor: string | null | undefined;
        do {
          const page: Answer = await list({ limit: 500, sort, order, search: 'mg', ...(cursor ? { cursor } : {}) });
          seen.push(...page.rows);
          cursor = page.nextCursor;
          if (cursor === null) expect(seen).toHaveLength(page.total);
        } while (cursor);
        expect(new Set(seen.map((deal) => deal.id)).size).toBe(seen.length);
        const values = seen.map((deal) => deal[sort]).filter((value) => value !== null);
        expect(seen.slice(values.length).every((deal) => deal[sort] === null)).toBe(true);
        const inOrder = values.every(
          (value, index) => index === 0 || (order === 'asc' ? values[index - 1]! <= value : values[index - 1]! >= value),
        );
        if (sort !== 'name') expect(inOrder).toBe(true);
      }
    },
  );

  it('tells no money to who may not see it', async () => {
    const answer = await list({ status: 'won' }, []);
    expect(answer.rows.every((deal) => deal.amountMinor === null)).toBe(true);
    expect(answer.sums).toMatchObject({ won: 4238, wonMinor: null, openMinor: null });
    await expect(list({ sort: 'amountMinor' }, [])).rejects.toThrow('may not see money');
    await expect(list({ cursor: 'nonsense' })).rejects.toThrow('cursor');
  });

  it('has notes beside it: written, listed, deleted by their author only', async () => {
    const note = (await ask('createNote', { params: { id: 'acc_1' }, body: { text: 'They want a yearly price.' } })) as Note;
    expect(((await ask('listAccountNotes', { params: { id: 'acc_1' } })) as { rows: readonly Note[] }).rows).toEqual([note]);
    await expect(ask('deleteNote', { params: { id: note.id } }, [], { id: 'usr_2', name: 'Bo' })).rejects.toThrow('Only who wrote');
    expect(await ask('deleteNote', { params: { id: note.id } })).toEqual({ ok: true });
    expect(((await ask('listAccountNotes', { params: { id: 'acc_1' } })) as { rows: readonly Note[] }).rows).toEqual([]);
    await expect(ask('createNote', { params: { id: 'acc_x' }, body: { text: 'x' } })).rejects.toThrow('There is no account');
  });
});
