import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SCREENS } from '../../../tests/browser.ts';
import { expectNoFaults, pick } from '../../../tests/browsing.ts';
import { type Walk, walkOf } from '../../../tests/walking.ts';

let server: ViteDevServer;
let browser: Browser;
let address: string;
let desk: Page;
let phone: Page;
let atDesk: Walk;
let onPhone: Walk;
const failures: string[] = [];

beforeAll(async () => {
  server = await createServer({
    configFile: new URL('../../../vite.config.ts', import.meta.url).pathname,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  const { port } = listening(server);
  address = `http://127.0.0.1:${port}/gallery/index.html#/w/acme`;
  browser = await launchBrowser();
  desk = await visit('/components');
  phone = await visit('/components', { ...SCREENS.phone, locale: 'es' });
  [atDesk, onPhone] = [walkOf(desk), walkOf(phone)];
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const listening = ({ httpServer }: ViteDevServer): AddressInfo => {
  const place = httpServer?.address();
  if (typeof place !== 'object' || !place) throw new Error('the development server does not listen');
  return place;
};

/** The gallery in a window of its own. It is loaded unbundled, which takes long: tests share two windows where they can. */
const visit = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ ...SCREENS.desktop, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(address + path);
  await page.locator('h1').first().waitFor({ timeout: 60_000 });
  return page;
};

/** The list of accounts as somebody finds it who comes from elsewhere. */
const freshAccounts = async (): Promise<Page> => {
  await atDesk.to(`${address}/boards`);
  await atDesk.to(`${address}/accounts`);
  return desk;
};

describe('every kind of page', () => {
  it.each(['/components', '/accounts', '/accounts/acc_1', '/today', '/boards', '/explore'])(
    '%s has nothing that axe finds, light and dark',
    async (path) => {
      await atDesk.to(address + path);
      for (const colorScheme of ['dark', 'light'] as const) {
        await desk.emulateMedia({ colorScheme });
        await expectNoFaults(desk);
      }
      expect(failures).toEqual([]);
    },
    60_000,
  );

  it.each(['/components', '/accounts', '/accounts/acc_1', '/today', '/boards'])('%s fits a phone', async (path) => {
    await onPhone.to(address + path);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoFaults(phone);
    expect(failures).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('walks, selects and opens rows of a list of 100,000, of which only those in sight are drawn', async () => {
    const page = await freshAccounts();
    for (const key of ['j', 'j', 'x', 'j', 'Shift+X', 'Enter']) await page.keyboard.press(key);
    await page.getByText('2 selected').waitFor();
    await page.getByRole('complementary').getByText('Company 3').waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });

  it('goes to a page by g and its letter, and names the window after it', async () => {
    const page = await freshAccounts();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByRole('heading', { name: 'Boards' }).waitFor();
    expect(await page.title()).toBe('Boards · Acme Analytics · Perennial');
  });

  it('finds records and commands by ⌘K', async () => {
    const page = await freshAccounts();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dark');
    await page.getByRole('option', { name: 'Appearance: Dark' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('option', { name: 'Appearance: Dark' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  });
});

describe('the filter bar', () => {
  it('builds a condition in words and takes several values without closing', async () => {
    const page = await freshAccounts();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await pick(page, 'Find a field', 'Industry');
    await pick(page, 'Industry', 'EdTech');
    await pick(page, 'Industry', 'FinTech');
    await page.getByRole('button', { name: 'EdTech or FinTech' }).waitFor();
  });
});

describe('languages', () => {
  it.each([
    ['zh-CN', '客户'],
    ['es-MX', 'Cuentas'],
  ])(
    '%s is spoken throughout',
    async (locale, title) => {
      const page = await visit('/accounts', { locale });
      await page.getByRole('heading', { name: title }).waitFor();
      const text = await page.locator('body').ariaSnapshot();
      expect(text).not.toMatch(/\b(Search|Filter|Accounts|Settings|Columns)\b/);
      await page.context().close();
    },
    60_000,
  );
});
