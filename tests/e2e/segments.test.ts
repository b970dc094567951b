import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Segment } from '#flow/measures/segment-contracts.ts';
import { launchBrowser, type SCREENS } from '../browser.ts';
import { choose, expectNoFaults, openPage, pick } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const DAY = 86_400_000;

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let cookie: string;

const make = async (body: object): Promise<Segment> => {
  const answer = await workspace.call<Segment>('POST', '/api/v1/segments', { note: '', ...body });
  expect(answer.status).toBe(201);
  return answer.body;
};

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Segments' });
  cookie = await memberOf(product, workspace, 'owner');
  const timestamp = new Date(Date.now() - 5 * DAY).toISOString();
  const companies = [
    { name: 'Acme', industry: 'FinTech', country: 'ES' },
    { name: 'Borealis', industry: 'EdTech', country: 'DE' },
    { name: 'Contoso', industry: 'FinTech', country: 'DE' },
  ];
  const batch = companies.flatMap((traits, at) => [
    { type: 'group', userId: `u${at}`, groupId: traits.name, messageId: `g${at}`, timestamp, traits },
    { type: 'track', userId: `u${at}`, event: 'report_created', messageId: `t${at}`, timestamp, properties: {} },
  ]);
  const sent = await fetch(`${product.url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${workspace.writeKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ batch, historicalMigration: true }),
  });
  expect(sent.status).toBe(200);
  await product.quiet();
  await make({ name: 'Money people', unit: 'account', condition: { field: 'industry', op: 'is', value: 'FinTech' } });
  await make({
    name: 'Makers',
    unit: 'person',
    condition: { did: { events: ['report_created', 'report_exported'] }, within: { kind: 'days', days: 30 } },
  });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = (path: string, screen?: keyof typeof SCREENS): Promise<Page> =>
  openPage({ browser, url: product.url, slug: workspace.slug, cookie }, path, screen);

describe('segments beyond their own pages', () => {
  it('set a play in motion, told by name on its page and in the list', async () => {
    const page = await open('/plays/grow.payment_failed');
    await choose(page, 'What sets it in motion', 'An account leaves a segment');
    await choose(page, 'Segment', 'Money people');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByRole('link', { name: 'an account leaves the segment “Money people”' }).waitFor();
    await expectNoFaults(page);
    await page.getByRole('link', { name: 'Plays' }).first().click();
    await page.getByRole('cell', { name: 'an account leaves the segment “Money people”' }).waitFor();
  }, 60_000);

  it('narrow and divide questions, and say so by name in chips, in the definition and after a reload', async () => {
    const page = await open('/explore');
    await page.getByText('Anything they do: 3 people').waitFor();
    const only = page.getByRole('group', { name: 'Filter' }).last();
    await only.getByRole('button', { name: 'Filter' }).click();
    await pick(page, 'Find a field', 'Money people');
    await page.getByText('Anything they do: 2 people').waitFor();
    await page.getByText('in segment Money people', { exact: false }).last().waitFor();
    await only.getByRole('button', { name: 'in segment Money people' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'not in segment' }).click();
    await page.getByText('Anything they do: 1 person').waitFor();
    await page.getByRole('button', { name: /^Divided by/ }).click();
    await pick(page, 'Divided by', 'Makers');
    await page.getByText('In Makers').first().waitFor();
    await page.reload();
    await page.getByText('Divided by who is in “Makers”', { exact: false }).waitFor();
    await expectNoFaults(page);
    expect(await page.getByText(/sgm_/).count()).toBe(0);
  }, 60_000);

  it('narrow metrics, and keep whoever is behind one', async () => {
    const page = await open('/metrics/acquire.accounts_by_stage');
    await page.getByRole('button', { name: 'Filter' }).click();
    await pick(page, 'Find a field', 'Money people');
    await page.getByRole('button', { name: 'in segment Money people' }).waitFor();
    await page.waitForURL(/filter=.*segment/);
    await page.goto(`${page.url()}&rows=all~*`);
    await page.getByRole('complementary').getByRole('listitem').nth(1).waitFor();
    expect(await page.getByRole('complementary').getByRole('listitem').count()).toBe(2);
    await page.getByRole('button', { name: 'Save as segment' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Two of them');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Two of them' }).waitFor();
    await page.getByRole('link', { name: 'Contoso' }).waitFor();
  }, 60_000);

  it('are told in words on their page', async () => {
    const page = await open('/segments');
    await page.getByRole('link', { name: 'Makers' }).click();
    await page.getByText('did “Created a report” or “Exported a report” at least 1 time in the last 30 days').waitFor();
    await expectNoFaults(page);
  }, 60_000);
});

describe('a filter', () => {
  it('takes groups inside each other, by keys too, and opens them again from its address', async () => {
    const page = await open('/accounts');
    await page.getByRole('link', { name: 'Borealis' }).waitFor();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: 'Group of conditions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Group of conditions' });
    await dialog.getByRole('button', { name: 'Condition', exact: true }).click();
    await pick(page, 'Find a field', 'Money people');
    await dialog.getByRole('button', { name: 'Group of conditions' }).focus();
    await page.keyboard.press('Enter');
    const inner = dialog.getByRole('group', { name: 'Group of conditions' }).last();
    await inner.getByRole('button', { name: 'None of' }).click();
    await inner.getByRole('button', { name: 'Condition', exact: true }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('combobox', { name: 'Find a field' });
    await expect.poll(() => field.evaluate((own) => own === document.activeElement)).toBe(true);
    await page.keyboard.type('Country');
    await page.keyboard.press('Enter');
    await pick(page, 'Country', 'Germany');
    await page.keyboard.press('Escape');
    await expectNoFaults(page);
    await dialog.getByRole('button', { name: 'All of' }).first().click();
    await dialog.getByText('in segment Money people and not (Country is Germany)').waitFor();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Borealis' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: /^(Acme|Contoso)$/ }).allTextContents()).toEqual(['Acme']);
    await page.reload();
    await page.getByRole('button', { name: 'in segment Money people and not (Country is Germany)' }).click();
    await dialog.getByRole('button', { name: 'Any of' }).first().click();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'in segment Money people or not (Country is Germany)' }).waitFor();
    await page.getByRole('link', { name: 'Contoso' }).waitFor();
    expect(await page.getByRole('link', { name: 'Borealis' }).count()).toBe(0);
  }, 60_000);
});
