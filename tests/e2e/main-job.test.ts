import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SCREENS } from '../browser.ts';
import { choose, expectNoFaults } from '../browsing.ts';
import { startProduct, type TestProduct } from '../product.ts';

let product: TestProduct;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await startProduct({ web: true });
  browser = await launchBrowser();
  page = await (await browser.newContext({ ...SCREENS.desktop, locale: 'en-US', timezoneId: 'America/New_York' })).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

const createWorkspace = async (name: string): Promise<void> => {
  await page.getByLabel('Company or product').fill(name);
  await button('Go on').click();
  await page.getByRole('heading', { name: 'Explore the demo company' }).waitFor();
};

describe('the main job', () => {
  it('takes a newcomer from sign-up over the sample company to an account with its reasons', async () => {
    await page.goto(product.url);
    await page.getByLabel('Your name').fill('Ada Moreno');
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('Password').fill('a long enough password');
    await button('Create account').click();
    await createWorkspace('RavenStack');
    await expectNoFaults(page);
    await page.getByRole('link', { name: 'or a public data set, RavenStack' }).click();
    await button('Bring in RavenStack').click();
    await page.getByRole('link', { name: 'See the river' }).click({ timeout: 90_000 });
    await page.getByText(/^500 accounts between/).waitFor();
    await expectNoFaults(page);

    await page
      .getByRole('button', { name: /^Renewing / })
      .getByText('Renewing')
      .click();
    const part = page.getByRole('complementary', { name: 'In Renewing now' });
    const chip = part.getByRole('link').first();
    const name = (await chip.textContent()) ?? '';
    await chip.click();
    await page.getByRole('heading', { level: 1, name: name }).waitFor();
    await page
      .getByText(/^Subscription to .+ started$/)
      .first()
      .waitFor();
    await page.getByRole('region', { name: 'Health' }).getByText('Active days in 4 weeks').waitFor();
    await page
      .getByText(/^\d+ of \d+$/)
      .first()
      .waitFor();
    await expectNoFaults(page);
  }, 150_000);

  it('finds work on Today, finishes it, and takes that back', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    const count = page.getByText(/^\d+ things need a person$/);
    await count.waitFor();
    // Plays go on opening tasks for a while after an import.
    await product.quiet();
    await page.reload();
    await count.waitFor();
    const before = (await count.textContent()) ?? '';
    const first = await page.getByRole('heading', { level: 2 }).first().textContent();
    await page.getByRole('heading', { name: 'Why it is here' }).waitFor();
    await expectNoFaults(page);
    await page.getByLabel('What came of it?').fill('Called: they stay.');
    await button('Done').last().click();
    await page.getByText(`Done: ${first}`).waitFor();
    await page.getByText(`${Number.parseInt(before, 10) - 1} things need a person`).waitFor();
    await button('Undo').click();
    await page.getByText(before).waitFor();
  }, 150_000);
});

const FILE = [
  'account_id,account_name,industry,country,signup_date,seats,mood',
  ...Array.from({ length: 40 }, (_, at) => {
    const day = at === 6 ? '31/02/2026' : `${String((at % 28) + 1).padStart(2, '0')}/03/2026`;
    return `A-${at + 1},Company ${at + 1},Retail,${at % 2 ? 'DE' : 'ES'},${day},${at === 18 ? 'many' : at + 3},calm`;
  }),
].join('\n');

describe('a file with faults', () => {
  it('is recognised, corrected, checked, imported, its faults taken home, and taken back', async () => {
    await page.goto(`${product.url}/welcome`);
    await createWorkspace('Files');
    await page.getByRole('link', { name: 'Choose files' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.getByRole('heading', { level: 1, name: 'crm.csv' }).waitFor();
    await choose(page, 'mood: Becomes', 'leave out');
    await choose(page, 'seats: Becomes', 'Seats');
    await expectNoFaults(page);

    await button('Check without importing').click();
    await figure('would be new', '38');
    await figure('failed', '2');
    await page.getByText(/'31\/02\/2026' is not a date/).waitFor();
    await button('Import').click();
    await figure('new', '38');
    const [file] = await Promise.all([page.waitForEvent('download'), button('Download all of them with their reasons').click()]);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['account_id', 'A-7', 'A-19']);

    await button('Take back').click();
    await button('Take it back').click();
    await page.getByText('Taken back', { exact: true }).first().waitFor({ timeout: 30_000 });
    const left = await product.stores.postgres.pool.query("select count(*)::int as n from account where name like 'Company %'");
    expect(left.rows).toEqual([{ n: 0 }]);
  }, 90_000);
});

const figure = async (label: string, value: string): Promise<void> => {
  await page
    .locator('dl > div', { has: page.getByText(label, { exact: true }) })
    .getByText(value, { exact: true })
    .waitFor();
};
