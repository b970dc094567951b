import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { choose, expectNoFaults, openPage, pick } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let owner: string;
let viewer: string;

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Settings' });
  owner = await memberOf(product, workspace, 'owner');
  viewer = await memberOf(product, workspace, 'viewer');
  await workspace.call('POST', '/api/v1/accounts', { name: 'Acme', industry: 'FinTech' });
  await product.rooms.settle();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = (path: string, cookie = owner): Promise<Page> => openPage({ browser, url: product.url, slug: workspace.slug, cookie }, path);

describe('the workspace', () => {
  it('is renamed, and everybody sees it at once', async () => {
    const page = await open('/settings');
    const name = page.getByLabel('Company or product');
    await name.fill('Renamed');
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByText('How Renamed counts days').waitFor();
  }, 60_000);

  it('shows a viewer how it is, without a way to change it', async () => {
    const page = await open('/settings/workspace', viewer);
    await page.getByText('Only owners and administrators').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Keys' }).count()).toBe(0);
  }, 60_000);
});

describe('members', () => {
  it('are invited by a link that is shown once, and the invitation is taken back', async () => {
    const page = await open('/settings/members');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByLabel('E-mail').fill('new@example.com');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByRole('textbox', { name: 'Link of the invitation' }).inputValue();
    expect(link).toContain('/join?token=');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('rowheader', { name: 'new@example.com' }).waitFor();
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Take back: new@example.com' }).click();
    await page.getByText('no longer works').waitFor();
    await page.getByRole('rowheader', { name: 'new@example.com' }).waitFor({ state: 'detached' });
  }, 60_000);

  it('keep an owner: the last one cannot stop being it', async () => {
    const page = await open('/settings/members');
    await choose(page, /Role of owner-/, /^Viewer/);
    await page.getByText('last owner').waitFor();
  }, 60_000);
});

describe('keys', () => {
  it('are shown once, work at once with what they may, and end when revoked', async () => {
    const page = await open('/settings/keys');
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Export');
    await page.getByRole('button', { name: 'API', exact: true }).click();
    await page.getByRole('button', { name: 'Make the key' }).click();
    const secret = await page.getByRole('textbox', { name: 'Key', exact: true }).inputValue();
    const status = async (path: string) => (await fetch(product.url + path, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect([await status('/api/v1/accounts'), await status('/api/v1/people')]).toEqual([200, 403]);
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByRole('button', { name: 'Revoke: Export' }).waitFor();
    await expectNoFaults(page);
    expect(await page.getByText(secret).count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke: Export' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('“Export” no longer works').waitFor();
    expect(await status('/api/v1/accounts')).toBe(401);
  }, 60_000);
});

describe('the lifecycle rules', () => {
  it('are changed in words, tried on real accounts, and saved as a new version', async () => {
    const page = await open('/settings/lifecycle');
    const captured = page.getByRole('listitem', { name: 'Captured' });
    await captured
      .getByText(/account created/i)
      .first()
      .waitFor();
    await expectNoFaults(page);
    await captured.getByRole('switch').click();
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Try it' }).click();
    const tried = page.getByRole('complementary', { name: 'With these rules' });
    await tried.getByText('1 account would stand elsewhere').waitFor();
    await tried.getByRole('link', { name: 'Acme' }).waitFor();
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'For all history' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Version 2 of the rules is in force').waitFor();
    const { body } = await workspace.call<{ version: number; rules: { stage: string; on: boolean }[] }>('GET', '/api/v1/lifecycle/rules');
    expect([body.version, body.rules.find((rule) => rule.stage === 'captured')?.on]).toEqual([2, false]);
  }, 60_000);

  it('cannot be saved while a reason is unfinished', async () => {
    const page = await open('/settings/lifecycle');
    const active = page.getByRole('listitem', { name: 'Active' });
    await active.getByRole('button', { name: 'Add a reason' }).click();
    await page.getByRole('menuitem', { name: 'Something happens' }).click();
    await page.getByText('A rule is not finished').waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    await active.getByRole('button', { name: 'Add an event' }).click();
    await page.getByRole('textbox', { name: 'Another event' }).fill('report_exported');
    await page.keyboard.press('Enter');
    await active.getByText('Report exported happens').waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isEnabled()).toBe(true);
  }, 60_000);
});

describe('the formulas', () => {
  it('are changed by weight as a new version, and refuse numbers that contradict each other', async () => {
    const page = await open('/settings/signals');
    await page.getByLabel('Weight of Open tickets').fill('12');
    await expectNoFaults(page);
    await page.getByLabel('Good from').fill('30');
    await page.getByText('must begin above').waitFor();
    expect(await page.getByRole('button', { name: 'Save as a new version' }).isDisabled()).toBe(true);
    await page.getByLabel('Good from').fill('70');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Version 2 is in force from now on').waitFor();
    const { body } = await workspace.call<{ rows: { id: string; version: number }[] }>('GET', '/api/v1/signals');
    expect(body.rows.map(({ id, version }) => [id, version])).toEqual([
      ['health', 2],
      ['lead_score', 1],
    ]);
  }, 60_000);

  it('are changed by curve and rule, tried on real accounts, and taken back to an earlier version', async () => {
    const page = await open('/settings/signals');
    await page.getByRole('button', { name: 'Change Open tickets' }).click();
    await page.getByLabel('Value of corner 2').fill('9');
    await page.getByText('must increase').waitFor();
    expect(await page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await page.getByLabel('Value of corner 2').fill('3');
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Remove Errors per use' }).click();
    const health = page.getByRole('region', { name: 'Health of an account' });
    await health.getByRole('button', { name: 'Try on real data' }).click();
    await page.getByRole('complementary', { name: 'Health with these numbers' }).waitFor();
    await health.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Version 3 is in force from now on').waitFor();
    await health.getByRole('button', { name: 'Versions' }).click();
    const versions = page.getByRole('complementary', { name: 'Versions of health' });
    await versions.getByText('Open tickets, how it scores: changed').waitFor();
    await versions.getByText('Errors per use: taken out').waitFor();
    await versions.getByRole('button', { name: 'Go back to this' }).last().click();
    await page.getByText('Version 4 is in force: it says what version 1 said').waitFor();
    await versions.getByText('Errors per use: added').waitFor();
    await expectNoFaults(page);
  }, 90_000);

  it('take new rules of what a lead is and does', async () => {
    const page = await open('/settings/signals');
    const score = page.getByRole('region', { name: 'Lead score' });
    await score.getByRole('button', { name: 'Add a rule' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Many seats');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await pick(page, 'Find a field', 'People in the company');
    await page
      .getByRole('textbox', { name: /^Value for/ })
      .or(page.getByRole('spinbutton', { name: /^Value for/ }))
      .fill('500');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'What a lead is' }).getByRole('button', { name: 'Apply' }).click();
    await score.getByText('Many seats').waitFor();
    await score.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Version 2 is in force from now on').waitFor();
  }, 60_000);
});

describe('oneself', () => {
  it('changes name and language', async () => {
    const page = await open('/settings/profile', viewer);
    await page.getByLabel('Your name').fill('Vera');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await expectNoFaults(page);
    await choose(page, 'Language', 'Español');
    await page.getByText('Tu nombre').waitFor();
  }, 60_000);
});
