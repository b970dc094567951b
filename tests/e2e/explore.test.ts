import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type SCREENS } from '../browser.ts';
import { expectNoFaults, openPage, pick } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const DAY = 86_400_000;

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let cookie: string;

const did = (event: string, person: number, daysAgo: number, properties: object = {}) => ({
  ...{ type: 'track', event, userId: `u${person}`, messageId: `${event}-${person}`, properties },
  timestamp: new Date(Date.now() - daysAgo * DAY).toISOString(),
});

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Explore' });
  cookie = await memberOf(product, workspace, 'owner');
  const people = [1, 2, 3, 4];
  const batch = [
    ...people.map((person) => ({ type: 'identify', userId: `u${person}`, messageId: `i${person}`, traits: { name: `Person ${person}` } })),
    ...people.map((person) => did('signed_up', person, 40, { plan: person < 3 ? 'Pro' : 'Free' })),
    ...[1, 2, 3].map((person) => did('report_created', person, 39)),
    did('report_exported', 1, 38),
  ];
  const sent = await fetch(`${product.url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${workspace.writeKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ batch, historicalMigration: true }),
  });
  expect(sent.status).toBe(200);
  await product.quiet();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = (path: string, screen?: keyof typeof SCREENS): Promise<Page> =>
  openPage({ browser, url: product.url, slug: workspace.slug, cookie }, path, screen);

const chooseFact = async (page: Page, sign: string, name: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^Event of ${sign}:`) }).click();
  await pick(page, 'Find an event', new RegExp(`^${name}`));
};

describe('the explorer', () => {
  it('builds a funnel by clicking, and opens the people behind a step', async () => {
    const page = await open('/explore');
    await page.getByText(/^Anything they do: 4 people/).waitFor();
    await page.getByRole('radio', { name: 'Funnel' }).click();
    await chooseFact(page, '1', 'Signed up');
    await chooseFact(page, '2', 'Created a report');
    await page.getByRole('button', { name: 'Add a step' }).click();
    await chooseFact(page, '3', 'Exported a report');
    await page.getByText('25% get through all 3 steps').waitFor();
    await expectNoFaults(page);
    await page.getByRole('link', { name: '2 left' }).click();
    const people = page.getByRole('complementary', { name: /stopped after Created a report/ });
    await people.getByRole('link', { name: 'Person 2' }).waitFor();
    expect(await people.getByRole('listitem').count()).toBe(2);
    await expectNoFaults(page);
    await page.reload();
    await people.getByRole('link', { name: 'Person 3' }).waitFor();
    await page.keyboard.press('Escape');
    await people.waitFor({ state: 'detached' });
  }, 90_000);

  it('shows the last year in which something was done to whoever opens it without a question', async () => {
    const past = await product.workspace({ name: 'Past' });
    const owner = await memberOf(product, past, 'owner');
    const sent = await fetch(`${product.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${past.writeKey}:`)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ batch: [did('signed_up', 1, 800), did('signed_up', 2, 790)], historicalMigration: true }),
    });
    expect(sent.status).toBe(200);
    await product.quiet();
    const page = await openPage({ browser, url: product.url, slug: past.slug, cookie: owner }, '/explore');
    await page.getByText('Anything they do: 2 people').waitFor();
    expect(page.url()).toContain('preset=custom');
  }, 60_000);

  it('divides by a property that the events have, and shows the SQL with its values', async () => {
    const page = await open('/explore');
    await chooseFact(page, 'A', 'Signed up');
    await page.getByRole('button', { name: /^Divided by/ }).click();
    await pick(page, 'Divided by', /^Plan Pro, Free|^Plan Free, Pro/);
    await page.getByRole('row', { name: /^Pro/ }).getByRole('link', { name: '2' }).first().waitFor();
    await page.getByRole('button', { name: 'Show the SQL' }).click();
    expect(await page.locator('pre').first().textContent()).toContain("'signed_up'");
    await expectNoFaults(page);
  }, 60_000);

  it('keeps a question, which is talked about and stands on a board', async () => {
    const page = await open('/explore');
    await chooseFact(page, 'A', 'Signed up');
    await page.getByText('Signed up: 4 people').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('New people');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'New people' }).waitFor();
    await page.getByRole('textbox', { name: 'Comment' }).fill('All of them came in one week.');
    await page.getByRole('button', { name: 'Comment' }).click();
    await page.getByRole('listitem').getByText('All of them came in one week.').waitFor();
    await expectNoFaults(page);
    await page.getByRole('link', { name: 'Boards' }).click();
    await page.getByRole('button', { name: 'Make a board' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Monday');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Monday' }).waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await pick(page, 'Search questions and metrics', /^New people/);
    const tile = page.getByRole('article', { name: 'New people' });
    await tile.getByText('Signed up: 4 people').waitFor();
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'One period for all' }).click();
    await page.getByRole('button', { name: 'Last 90 days' }).click();
    await page.getByRole('button', { name: 'Last 7 days' }).click();
    await tile.getByText('Nothing fits in this time').waitFor();
    await page.goBack();
    await tile.getByRole('link', { name: 'New people' }).click();
    await page.getByRole('heading', { level: 1, name: 'New people' }).waitFor();
  }, 90_000);

  it('stands on a phone without scrolling sideways', async () => {
    const page = await open('/explore', 'phone');
    await page.getByText(/^Anything they do: 4 people/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoFaults(page);
  }, 60_000);
});
