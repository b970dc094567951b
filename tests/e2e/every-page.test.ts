import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SCREENS } from '../browser.ts';
import { expectNoFaults, sessionCookies } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';
import { type Walk, walkOf } from '../walking.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let cookie: string;
const places: Record<string, string> = {};

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Every page' });
  cookie = await memberOf(product, workspace, 'owner');
  const create = async (path: string, body: object): Promise<string> => (await workspace.call<{ id: string }>('POST', path, body)).body.id;
  const account = await create('/api/v1/accounts', { name: 'Acme', industry: 'EdTech' });
  places['an account'] = `/accounts/${account}`;
  places['a person'] = `/people/${await create('/api/v1/people', { name: 'Ana', email: 'ana@acme.com', accountId: account })}`;
  const condition = { all: [{ did: { events: ['login'] }, op: 'lte', count: 0, within: { kind: 'days', days: 7 } }] };
  places['a segment'] = `/segments/${await create('/api/v1/segments', { name: 'Quiet', unit: 'account', condition })}`;
  places['its history'] = `${places['a segment']}?tab=history`;
  places['its condition'] = `${places['a segment']}/edit`;
  await create('/api/v1/tasks', { title: 'Call them', accountId: account, ownerId: null, dueOn: null });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const PLACES = [
  ...['/today', '/river', '/river?as=table', '/accounts', '/people', '/merges', '/metrics', '/metrics/grow.mrr', '/plays'],
  ...[
    '/plays/retain.health_turned_red',
    '/import',
    '/live',
    '/tracking-plan',
    '/experiments',
    '/connect',
    '/welcome',
    '/sample',
    'an account',
    'a person',
  ],
  ...[
    '/settings',
    '/settings/members',
    '/settings/keys',
    '/settings/lifecycle',
    '/settings/signals',
    '/settings/rates',
    '/settings/profile',
  ],
  ...['/settings/signals?versions=health'],
  ...['/segments', '/segments/new', 'a segment', 'its history', 'its condition'],
  ...['/activate', '/explore', '/questions', '/boards', '/no-such-page', '/accounts/acc_none', '/boards/brd_none'],
];

const visitAll = async (screen: keyof typeof SCREENS, colorScheme: 'light' | 'dark', locale: string): Promise<void> => {
  const context = await browser.newContext({ ...SCREENS[screen], colorScheme, locale });
  await context.addCookies(sessionCookies(cookie, product.url));
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  const walk = walkOf(page);
  for (const place of PLACES) await look(page, walk, places[place] ?? place);
  expect(failures).toEqual([]);
  await context.close();
};

const look = async (page: Page, walk: Walk, path: string): Promise<void> => {
  await walk.to(`${product.url}/w/${workspace.slug}${path}`);
  await page
    .getByRole('heading', { level: 1 })
    .first()
    .waitFor({ timeout: 30_000 })
    .catch(() => expect.fail(`${path} has no heading`));
  const { width } = page.viewportSize()!;
  expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
  expect([path, (await page.getByRole('main').first().textContent())?.match(SLIPS)]).toEqual([path, null]);
  await expectNoFaults(page);
};

// What stands on a page when a text or a number was left out.
const SLIPS = /\{\{|undefined|\bNaN\b|Invalid Date|\[object /;

describe('every page has nothing that axe finds and fits its window', () => {
  it('on a desk, light', () => visitAll('desktop', 'light', 'en-US'), 180_000);
  it('on a phone, dark, in the longest language', () => visitAll('phone', 'dark', 'es-ES'), 180_000);
});
