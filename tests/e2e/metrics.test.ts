import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type SCREENS } from '../browser.ts';
import { choose, expectNoFaults, openPage } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const ACCOUNTS = 'account_id,account_name,industry\nA1,Acme,FinTech\nA2,Borealis,EdTech\nA3,Contoso,FinTech\n';
const SUBSCRIPTIONS = `subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount
S1,A1,2024-01-10,,Pro,5,500
S2,A2,2024-02-01,2024-03-15,Basic,2,100
S3,A3,2024-03-01,,Enterprise,50,3000
`;

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let cookie: string;

const importText = async (fileName: string, kind: string, text: string): Promise<void> => {
  const query = new URLSearchParams({ fileName, kind, source: 'test' });
  const headers = { authorization: `Bearer ${workspace.key}`, 'content-type': 'application/octet-stream' };
  const sent = await fetch(`${product.url}/api/v1/imports?${query}`, { method: 'POST', headers, body: text });
  expect(sent.status).toBe(201);
  const { id } = (await sent.json()) as { id: string };
  expect((await workspace.call('POST', `/api/v1/imports/${id}/run`)).status).toBe(202);
  for (;;) {
    const { body } = await workspace.call<{ status: string; failed: number }>('GET', `/api/v1/imports/${id}`);
    if (body.status === 'done') return expect(body.failed).toBe(0);
    expect(['queued', 'running']).toContain(body.status);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Metrics' });
  cookie = await memberOf(product, workspace, 'owner');
  await importText('accounts.csv', 'account', ACCOUNTS);
  await importText('subscriptions.csv', 'subscription', SUBSCRIPTIONS);
  await product.rooms.settle();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = (path: string, screen?: keyof typeof SCREENS): Promise<Page> =>
  openPage({ browser, url: product.url, slug: workspace.slug, cookie }, path, screen);

const QUARTER = 'preset=custom&from=2024-01-01&to=2024-03-31&interval=month';

describe('the catalogue of metrics', () => {
  it('shows every metric by stage with how it stands, and finds one by a word', async () => {
    const page = await open('/metrics');
    await page.getByRole('heading', { name: 'Acquire' }).waitFor();
    const mrr = page.getByRole('link', { name: /^MRR\b.*\$3,500/ });
    await page
      .getByRole('link', { name: /^MRR\b/ })
      .first()
      .scrollIntoViewIfNeeded();
    await mrr.waitFor();
    await expectNoFaults(page);
    await page.getByRole('searchbox').fill('net revenue');
    await mrr.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /Net revenue retention/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Net revenue retention' }).waitFor();
  }, 60_000);
});

describe('a metric', () => {
  it('answers for a period, and leads from each figure to the accounts behind it', async () => {
    const page = await open(`/metrics/grow.mrr?${QUARTER}`);
    await page.getByRole('link', { name: '$3,500' }).first().waitFor();
    await expectNoFaults(page);
    await page
      .getByRole('row', { name: /Feb 2024/ })
      .getByRole('link')
      .click();
    const rows = page.getByRole('complementary', { name: /Feb 2024/ });
    await rows.getByRole('link', { name: 'Borealis' }).waitFor();
    expect(await rows.getByRole('listitem').count()).toBe(2);
    expect(new URL(page.url()).searchParams.get('rows')).toBe('2024-02-01~*');
    await expectNoFaults(page);
    await page.keyboard.press('Escape');
    await rows.waitFor({ state: 'detached' });
    await page.goBack();
    await rows.waitFor();
  }, 60_000);

  it('is divided by what the reader picks, which stays in the address; and shows its SQL', async () => {
    const page = await open(`/metrics/grow.mrr?${QUARTER}`);
    await choose(page, 'Divided by', 'Industry');
    await page.getByRole('columnheader', { name: 'FinTech' }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'EdTech' }).waitFor();
    await page.getByRole('button', { name: 'Show the SQL' }).click();
    await page.getByText('select', { exact: false }).first().waitFor();
    expect(await page.locator('pre').first().textContent()).toContain('events');
  }, 60_000);

  it('tells what moved revenue, each movement leading to its accounts', async () => {
    const page = await open(`/metrics/grow.mrr_movements?${QUARTER}`);
    await page
      .getByRole('row', { name: /Mar 2024/ })
      .getByRole('link', { name: '-$100.00' })
      .click();
    await page.getByRole('complementary', { name: /Churn/ }).getByRole('link', { name: 'Borealis' }).waitFor();
  }, 60_000);

  it('goes onto a board as it is asked, says there what it means, and leads back', async () => {
    const page = await open(`/metrics/grow.mrr?${QUARTER}&by=industry`);
    await page.getByRole('columnheader', { name: 'FinTech' }).waitFor();
    await page.getByRole('button', { name: 'Put on a board' }).click();
    await page.getByRole('menuitem', { name: 'New board' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Monday');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Monday' }).click();
    const tile = page.getByRole('article', { name: 'MRR' });
    await tile.getByRole('link', { name: '$3,500' }).waitFor();
    await tile.getByText('Metric · Industry').waitFor();
    await tile.getByRole('button', { name: 'What “MRR” means' }).click();
    await page.getByText('grow.mrr').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('combobox').fill('customers');
    await page.getByRole('option', { name: /^Customers/ }).click();
    await page.getByRole('article', { name: 'Customers' }).waitFor();
    await expectNoFaults(page);
    await tile.getByRole('link', { name: 'MRR', exact: true }).click();
    await page.getByRole('columnheader', { name: 'FinTech' }).waitFor();
  }, 60_000);

  it('stands on a phone without scrolling sideways', async () => {
    const page = await open(`/metrics/grow.mrr?${QUARTER}`, 'phone');
    await page.getByRole('link', { name: '$3,500' }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoFaults(page);
  }, 60_000);
});
