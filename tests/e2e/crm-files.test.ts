import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SCREENS } from '../browser.ts';
import { expectNoFaults, sessionCookies } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const FILES = join(import.meta.dirname, '../../../shared/data');
const rowsOf = (file: string): readonly Record<string, string>[] => parse(readFileSync(join(FILES, file)), { columns: true, bom: true });

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Maven', currency: 'USD' });
  browser = await launchBrowser();
  const context = await browser.newContext({ ...SCREENS.desktop, locale: 'en-US' });
  await context.addCookies(sessionCookies(await memberOf(product, workspace, 'owner'), product.url));
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const place = (path: string): string => `${product.url}/w/${workspace.slug}${path}`;

/** Brings a file in as somebody does who changes nothing of what was recognised. */
const importByHand = async (file: string): Promise<void> => {
  await page.goto(place('/import'));
  await page.locator('input[type=file]').setInputFiles(join(FILES, file));
  await page.getByRole('heading', { level: 1, name: file.split('/').at(-1)! }).waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('link', { name: 'See the river' }).waitFor({ timeout: 60_000 });
};

const figure = (label: string, value: number): Promise<void> =>
  page
    .locator('dl > div', { has: page.getByText(label, { exact: true }) })
    .getByText(value.toLocaleString('en-US'), { exact: true })
    .waitFor();

const finding = (words: string, count: number): Promise<void> =>
  page.getByRole('listitem').filter({ hasText: words }).getByText(count.toLocaleString('en-US'), { exact: true }).waitFor();

describe('the files of a CRM, through the import page', () => {
  const deals = rowsOf('maven_crm_sales/sales_pipeline.csv');

  it('come in whole, as they are, and what does not fit in them is said', async () => {
    for (const file of ['accounts', 'products', 'sales_teams'].map((name) => `maven_crm_sales/${name}.csv`)) {
      await importByHand(file);
      await figure('new', rowsOf(file).length);
    }
    await importByHand('maven_crm_sales/sales_pipeline.csv');
    await figure('new', deals.length);
    await figure('failed', 0);
    await finding('Deals without an account', deals.filter(({ account }) => account === '').length);
    await finding('Products spelled differently', deals.filter((deal) => deal.product === 'GTXPro').length);
    await finding('Deals without a date of opening', deals.filter((deal) => deal.engage_date === '').length);
    await expectNoFaults(page);
    await importByHand('lead_scoring/leads.csv');
    await figure('new', rowsOf('lead_scoring/leads.csv').length);
  }, 120_000);

  it('stand on the pages with the counts and the money of the files', async () => {
    await page.goto(place('/accounts?search=Cancity'));
    await page.getByRole('link', { name: 'Cancity' }).first().click();
    await page.waitForURL(/open=acc_/);
    await page.goto(place(`/accounts/${new URL(page.url()).searchParams.get('open')}`));
    const own = deals.filter(({ account }) => account === 'Cancity');
    const won = own.filter((deal) => deal.deal_stage === 'Won');
    const panel = page.getByRole('region', { name: /^Deals/ });
    await panel.getByText(`Won ${won.length}`, { exact: true }).waitFor();
    const dollars = won.reduce((sum, deal) => sum + Number(deal.close_value), 0);
    await panel
      .getByText(dollars.toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }), { exact: true })
      .waitFor();
    await panel.getByRole('button', { name: `All ${own.length} deals` }).click();
    expect(await panel.getByRole('listitem').count()).toBe(own.length);
    await expectNoFaults(page);

    const leads = rowsOf('lead_scoring/leads.csv').length;
    await page.goto(place('/people'));
    await page.getByText(`${leads.toLocaleString('en-US')} people`, { exact: true }).waitFor();
  }, 60_000);
});
