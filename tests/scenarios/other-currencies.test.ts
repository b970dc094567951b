import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Import } from '#flow/intake/contracts.ts';
import type { ExchangeRates, MetricResult } from '#flow/measures/contracts.ts';
import type { AccountRow } from '#flow/signals/contracts.ts';
import { startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const FILE = `subscription_id,account_name,start_date,changed_on,mrr,currency
s-usd,Dollar Inc,2025-01-10,2025-01-10,100.00,USD
s-eur,Euro SL,2025-01-10,2025-01-10,199.99,EUR
s-jpy,Yen KK,2025-02-10,2025-02-10,20000,JPY
`;
const GROWN = `subscription_id,account_name,start_date,changed_on,mrr,currency
s-eur,Euro SL,2025-01-10,2025-03-05,250.00,EUR
`;

let product: TestProduct;
let workspace: TestWorkspace;

const importText = async (text: string): Promise<void> => {
  const sent = await fetch(`${product.url}/api/v1/imports?fileName=subscriptions.csv&kind=subscription&source=books`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.key}`, 'content-type': 'application/octet-stream' },
    body: text,
  });
  const { id } = (await sent.json()) as Import;
  await workspace.call('POST', `/api/v1/imports/${id}/run`);
  await vi.waitFor(async () => expect((await workspace.call<Import>('GET', `/api/v1/imports/${id}`)).body.status).toBe('done'), 20_000);
  await product.rooms.settle();
};
const mrr = async (): Promise<MetricResult> =>
  (await workspace.call<MetricResult>('POST', '/api/v1/metrics/grow.mrr/ask', { from: '2025-01-01', to: '2025-04-01' })).body;
const monthEnds = async () => (await mrr()).series[0]?.points.map((point) => point.value);
const accounts = async () => {
  const { rows } = (await workspace.call<{ rows: AccountRow[] }>('GET', '/api/v1/accounts?sort=name')).body;
  return Object.fromEntries(rows.map((row) => [row.name, { mrr: row.mrrMinor, stage: row.stage }]));
};
const setRates = (rates: ExchangeRates['rates']) => workspace.call<ExchangeRates>('PUT', '/api/v1/exchange-rates', { rates });

beforeAll(async () => {
  product = await startProduct();
  workspace = await product.workspace({ name: 'Rates' });
  for (const name of ['Dollar Inc', 'Euro SL', 'Yen KK']) await workspace.call('POST', '/api/v1/accounts', { name });
  await importText(FILE);
  await importText(GROWN);
}, 120_000);
afterAll(() => product?.stop());

it('leaves out what has no rate and says so, counts it exactly once it has one, and moves stages and figures with it', async () => {
  expect((await workspace.call<ExchangeRates>('GET', '/api/v1/exchange-rates')).body).toEqual({
    currency: 'USD',
    rates: [],
    missing: [
      { currency: 'EUR', subscriptions: 1 },
      { currency: 'JPY', subscriptions: 1 },
    ],
  });
  expect(await monthEnds()).toEqual([10_000, 10_000, 10_000]);
  expect((await accounts())['Euro SL']).toEqual({ mrr: 0, stage: 'expanded' });

  const set = await setRates([{ currency: 'EUR', rate: '1.085' }]);
  expect(set.body).toEqual({
    currency: 'USD',
    rates: [{ currency: 'EUR', rate: '1.085' }],
    missing: [{ currency: 'JPY', subscriptions: 1 }],
  });
  await setRates([
    { currency: 'EUR', rate: '1.0850' },
    { currency: 'JPY', rate: '0.0064' },
    { currency: 'USD', rate: '2' },
  ]);
  // 199.99 € × 1.085 = 216.98915 $, 250 € = 271.25 $, 20,000 ¥ × 0.0064 = 128 $.
  expect(await monthEnds()).toEqual([10_000 + 21_699, 10_000 + 21_699 + 12_800, 10_000 + 27_125 + 12_800]);
  expect((await mrr()).notes ?? []).toEqual([]);
  await expect
    .poll(
      async () => {
        await product.rooms.settle();
        return accounts();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toMatchObject({ 'Dollar Inc': { mrr: 10_000 }, 'Euro SL': { mrr: 27_125, stage: 'expanded' }, 'Yen KK': { mrr: 12_800 } });
}, 120_000);

it('refuses what is no rate', async () => {
  for (const rate of ['0', '-1', '1e3', '', '0.000'])
    expect([rate, (await setRates([{ currency: 'EUR', rate }])).status]).toEqual([rate, 422]);
  expect((await setRates([{ currency: 'euro', rate: '1' }])).status).toBe(422);
});
