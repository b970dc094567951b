import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type SCREENS } from '../browser.ts';
import { expectNoFaults, openPage, pick } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let cookie: string;
const ids: string[] = [];

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Lists' });
  cookie = await memberOf(product, workspace, 'owner');
  const create = async (path: string, body: object): Promise<string> => {
    const answer = await workspace.call<{ id: string }>('POST', path, body);
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  for (const [at, name] of ['Acme', 'Borealis', 'Contoso', 'Contoso Europe'].entries())
    ids.push(await create('/api/v1/accounts', { name, industry: at === 1 ? 'EdTech' : 'FinTech', domain: at > 1 ? 'contoso.com' : null }));
  await create('/api/v1/people', { name: 'Ana Pérez', email: 'ana@acme.com', accountId: ids[0], title: 'CFO' });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = (path: string, screen?: keyof typeof SCREENS): Promise<Page> =>
  openPage({ browser, url: product.url, slug: workspace.slug, cookie }, path, screen);

describe('the list of accounts', () => {
  it('opens an account beside it by keys, and gives accounts to an owner with a way back', async () => {
    const page = await open('/accounts');
    await page.getByRole('link', { name: 'Borealis' }).waitFor();
    await expectNoFaults(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Acme' }).getByText('Not enough data').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Give to…' }).click();
    await pick(page, 'Give to…');
    await page.getByText('1 account given to').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Owners are as before').waitFor();
    const { body } = await workspace.call<{ ownerId: string | null }>('GET', `/api/v1/accounts/${ids[0]}`);
    expect(body.ownerId).toBeNull();
  }, 60_000);

  it('narrows by a field, keeps that in the address and under a name', async () => {
    const page = await open('/accounts');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('combobox', { name: 'Find a field' }).fill('industry');
    await page.keyboard.press('Enter');
    await pick(page, 'Industry', 'EdTech');
    await page.keyboard.press('Escape');
    await page.getByText('1 account', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('1 account', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('Schools');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Schools' }).waitFor();
    const views = await workspace.call<{ rows: unknown[] }>('GET', '/api/v1/views?list=accounts');
    expect(views.body.rows).toEqual([]);
  }, 60_000);

  it('becomes cards on a phone', async () => {
    const page = await open('/accounts', 'phone');
    await page.getByRole('link', { name: 'Contoso Europe' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }, 60_000);
});

describe('a person', () => {
  it('is found in the list and has a page with names, account and score', async () => {
    const page = await open('/people');
    await page.getByRole('searchbox').fill('perez acme');
    await page
      .getByText('Nothing matches')
      .or(page.getByRole('link', { name: 'Ana Pérez' }))
      .first()
      .waitFor();
    await page.getByRole('searchbox').fill('ana@acme');
    await page.getByText('1 person', { exact: true }).waitFor();
    await page.getByRole('grid').getByRole('link', { name: 'Ana Pérez' }).click();
    await page.getByRole('button', { name: 'Open as a page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ana Pérez' }).waitFor();
    await page.getByRole('heading', { name: 'Lead score' }).waitFor();
    await page.getByText('Has a job title').or(page.getByText('Executive or owner')).first().waitFor();
    await expectNoFaults(page);
  }, 60_000);
});

describe('duplicates', () => {
  it('are merged and taken back', async () => {
    const page = await open('/merges');
    await page.getByText('same domain').first().waitFor();
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Contoso Europe is now part of Contoso').waitFor();
    await page.getByRole('tab', { name: /Merged/ }).click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText(/taken back \w+/).waitFor();
    const { body } = await workspace.call<{ total: number }>('GET', '/api/v1/accounts');
    expect(body.total).toBe(4);
  }, 60_000);
});
