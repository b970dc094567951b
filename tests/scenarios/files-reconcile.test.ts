import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Import } from '#flow/intake/contracts.ts';
import type { MetricResult } from '#flow/measures/contracts.ts';
import type { River } from '#flow/signals/contracts.ts';
import { startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const SHARED = join(import.meta.dirname, '../../../shared/data');
const SAMPLES = join(import.meta.dirname, '../../samples/ravenstack');
const shared = (path: string): string => {
  const file = join(SHARED, path);
  if (!existsSync(file)) throw new Error(`This test needs ${path} in the folder of shared data beside the project (../shared/data).`);
  return file;
};
const rowsOf = (file: string): Record<string, string>[] => parse(readFileSync(file), { columns: true, bom: true });

let product: TestProduct;
let raven: TestWorkspace;
let maven: TestWorkspace;

/** Sends a file as the page does, imports it and waits. */
const importFile = async (workspace: TestWorkspace, file: string, kind?: string): Promise<Import> => {
  const query = new URLSearchParams({ fileName: file.split('/').at(-1) ?? 'file.csv', source: workspace.name, ...(kind ? { kind } : {}) });
  const headers = { authorization: `Bearer ${workspace.key}`, 'content-type': 'application/octet-stream' };
  const sent = await fetch(`${product.url}/api/v1/imports?${query}`, { method: 'POST', headers, body: readFileSync(file) });
  expect(sent.status).toBe(201);
  const { id } = (await sent.json()) as Import;
  expect((await workspace.call('POST', `/api/v1/imports/${id}/run`)).status).toBe(202);
  for (;;) {
    const { body } = await workspace.call<Import>('GET', `/api/v1/imports/${id}`);
    if (!['queued', 'running'].includes(body.status)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const ask = async (workspace: TestWorkspace, metric: string, question: object): Promise<MetricResult> => {
  const { status, body } = await workspace.call<MetricResult>('POST', `/api/v1/metrics/${metric}/ask`, question);
  expect([metric, status]).toEqual([metric, 200]);
  return body;
};

beforeAll(async () => {
  product = await startProduct();
  raven = await product.workspace({ name: 'raven' });
  maven = await product.workspace({ name: 'maven' });
}, 120_000);
afterAll(() => product.stop());

describe('RavenStack, imported file by file', () => {
  it('takes every row of the five files, kind and columns guessed', async () => {
    const done = [];
    for (const name of ['accounts', 'subscriptions', 'feature_usage', 'support_tickets', 'churn_events'])
      done.push(await importFile(raven, join(SAMPLES, `ravenstack_${name}.csv`)));
    expect(done.map((one) => [one.kind, one.status, one.created, one.failed])).toEqual([
      ['account', 'done', 500, 0],
      ['subscription', 'done', 5_000, 0],
      ['feature_usage', 'done', 25_000, 0],
      ['ticket', 'done', 2_000, 0],
      ['churn', 'done', 600, 0],
    ]);
    // What contradicts itself in these files is told, not hidden.
    expect(done.filter((one) => one.findings.some((finding) => finding.severity === 'warning')).map((one) => one.kind)).toEqual(
      expect.arrayContaining(['feature_usage', 'ticket', 'churn']),
    );
    await product.rooms.settle();
  }, 240_000);

  it('shows the MRR that the file adds up to, at the end of every month', async () => {
    const subscriptions = rowsOf(join(SAMPLES, 'ravenstack_subscriptions.csv')).map((row) => ({
      from: iso(row.start_date),
      to: row.end_date ? iso(row.end_date) : '9999',
      minor: Math.round(Number(row.mrr_amount) * 100),
    }));
    const months = Array.from({ length: 24 }, (_, at) => new Date(Date.UTC(2023, at + 1, 1)).toISOString().slice(0, 10));
    const expected = months.map((next) =>
      subscriptions.filter(({ from, to }) => from < next && to >= next).reduce((sum, { minor }) => sum + minor, 0),
    );
    const { series } = await ask(raven, 'grow.mrr', { from: '2023-01-01', to: '2025-01-01' });
    expect(series[0]?.points.map((point) => point.value)).toEqual(expected);
  });

  it('moves from opening to closing by its movements, in total and in every slice', async () => {
    for (const breakdown of [null, 'industry', 'country', 'channel', 'plan']) {
      const movements = await ask(raven, 'grow.mrr_movements', { from: '2023-01-01', to: '2025-01-01', breakdown });
      const closing = await ask(raven, 'grow.mrr', { from: '2023-01-01', to: '2025-01-01', breakdown });
      expect(movements.table?.rows.length ?? 0).toBeGreaterThan(20);
      const rows = movements.table?.rows ?? [];
      for (const row of rows) {
        const parts = ['new', 'expansion', 'contraction', 'churn', 'reactivation', 'fx', 'transfer'].reduce(
          (sum, part) => sum + Number(row[part] ?? 0),
          0,
        );
        expect(Number(row.opening) + parts).toBe(Number(row.closing));
      }
      const last = rows.filter((row) => row.period === '2024-12-01').reduce((sum, row) => sum + Number(row.closing), 0);
      expect(last).toBe(closing.series.reduce((sum, one) => sum + (one.points.at(-1)?.value ?? 0), 0));
    }
  });

  it('stands in the river with every account, and the river agrees with the list', async () => {
    const { body: river } = await raven.call<River>('GET', '/api/v1/river');
    expect(river.total).toBe(500);
    for (const { stage, accounts } of river.stages) {
      const filter = encodeURIComponent(JSON.stringify({ field: 'stage', op: 'is', value: stage }));
      const { body } = await raven.call<{ total: number }>('GET', `/api/v1/accounts?limit=1&filter=${filter}`);
      expect([stage, body.total]).toEqual([stage, accounts]);
    }
  });

  it('counts the tickets and the accounts of the files', async () => {
    const open = await ask(raven, 'retain.open_tickets', { from: '2024-12-01', to: '2025-01-01' });
    const tickets = rowsOf(join(SAMPLES, 'ravenstack_support_tickets.csv'));
    expect(open.total.value).toBe(tickets.filter((row) => !row.closed_at).length);
    const customers = await ask(raven, 'grow.customers', { from: '2024-12-01', to: '2025-01-01' });
    expect(customers.total.value).toBe(500);
  });

  it('knows less as of an earlier day', async () => {
    const asOf = Date.UTC(2024, 5, 10);
    const then = await ask(raven, 'grow.mrr', { from: '2024-06-01', to: '2024-07-01', asOf });
    const now = await ask(raven, 'grow.mrr', { from: '2024-06-01', to: '2024-07-01' });
    expect(then.total.value).toBeLessThan(now.total.value ?? 0);
  });
});

describe('Maven, a pipeline with its accounts, products and teams', () => {
  it('takes every row, and its deals add up to the file', async () => {
    const done = [];
    for (const name of ['accounts', 'products', 'sales_teams', 'sales_pipeline'])
      done.push(await importFile(maven, shared(`maven_crm_sales/${name}.csv`)));
    expect(done.map((one) => [one.kind, one.status, one.created, one.failed])).toEqual([
      ['account', 'done', 85, 0],
      ['product', 'done', 7, 0],
      ['sales_rep', 'done', 35, 0],
      ['deal', 'done', 8_800, 0],
    ]);
    const deals = rowsOf(shared('maven_crm_sales/sales_pipeline.csv'));
    const won = deals.filter((row) => row.deal_stage === 'Won');
    const { body } = await maven.call<{ sums: Record<string, number> }>('GET', '/api/v1/deals?limit=1');
    expect(body.sums).toMatchObject({
      won: won.length,
      lost: deals.filter((row) => row.deal_stage === 'Lost').length,
      wonMinor: won.reduce((sum, row) => sum + Number(row.close_value) * 100, 0),
    });
  }, 120_000);
});

describe('leads', () => {
  it('come in with their outcomes', async () => {
    const done = await importFile(maven, shared('lead_scoring/leads.csv'));
    expect([done.kind, done.status, done.created, done.failed]).toEqual(['lead', 'done', 5_564, 0]);
    await product.rooms.settle();
    const { body } = await maven.call<{ total: number }>('GET', '/api/v1/people?limit=1');
    expect(body.total).toBe(5_564);
  }, 120_000);
});

const iso = (text: string | undefined): string => (text ?? '').split('-').reverse().join('-');
