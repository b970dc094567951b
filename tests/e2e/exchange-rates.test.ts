import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExchangeRates } from '#flow/measures/contracts.ts';
import { launchBrowser, SCREENS } from '../browser.ts';
import { sessionCookies } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Rates' });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = async (role: 'owner' | 'viewer'): Promise<Page> => {
  const cookie = await memberOf(product, workspace, role);
  const context = await browser.newContext({ ...SCREENS.desktop, locale: 'en-US', reducedMotion: 'reduce' });
  await context.addCookies(sessionCookies(cookie, product.url));
  const page = await context.newPage();
  await page.goto(`${product.url}/w/${workspace.slug}/settings/rates`);
  return page;
};
const rates = async () => (await workspace.call<ExchangeRates>('GET', '/api/v1/exchange-rates')).body.rates;

it('sets a rate, refuses what is none, takes it away again, and shows a viewer what holds', async () => {
  const page = await open('owner');
  await page.getByText('No rates yet.').waitFor();
  await page.getByLabel('Another currency').fill('EUR');
  await page.getByRole('option', { name: /^EUR/ }).click();
  const rate = page.getByLabel('1 EUR in USD');
  await rate.fill('1,085');
  await page.getByText('A number above 0').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await rate.fill('1.085');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('computed again').waitFor();
  expect(await rates()).toEqual([{ currency: 'EUR', rate: '1.085' }]);

  const looking = await open('viewer');
  await looking.getByText('1 EUR in USD').waitFor();
  expect(await looking.getByRole('button', { name: 'Save' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Remove EUR' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(rates, { timeout: 10_000 }).toEqual([]);
}, 90_000);
