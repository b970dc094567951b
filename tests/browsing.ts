import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { SCREENS } from './browser.ts';

/** Whose pages a test looks at: signed in with the `cookie` header of a session at `url`, in the workspace of this name. */
export interface Visitor {
  readonly browser: Browser;
  readonly url: string;
  readonly slug: string;
  readonly cookie: string;
}

/** Opens a page of a workspace, in English, as somebody who has never been here; the page that this visitor had open before is closed. */
export const openPage = async (visitor: Visitor, path: string, screen: keyof typeof SCREENS = 'desktop'): Promise<Page> => {
  const { url, slug } = visitor;
  const context = await contextOf(visitor, screen);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'local_storage' });
  await page.goto(`${url}/w/${slug}${path}`);
  return page;
};

const contexts = new WeakMap<Browser, Map<string, BrowserContext>>();

// A context of its own for every page would fetch and compile the product anew, and leave the pages before it at work.
const contextOf = async ({ browser, url, cookie }: Visitor, screen: keyof typeof SCREENS): Promise<BrowserContext> => {
  const own = contexts.get(browser) ?? new Map<string, BrowserContext>();
  contexts.set(browser, own);
  const key = `${screen} ${cookie}`;
  const found = own.get(key);
  for (const page of found?.pages() ?? []) await page.close();
  if (found) return found;
  const context = await browser.newContext({ ...SCREENS[screen], locale: 'en-US', reducedMotion: 'reduce' });
  await context.addCookies(sessionCookies(cookie, url));
  own.set(key, context);
  return context;
};

/**
 * Chooses a value in a box with a list. It is looked for in the list that belongs to the box: one that is still closing may hold options of
 * the same names.
 */
export const choose = async (page: Page, box: string | RegExp, option: string | RegExp): Promise<void> => {
  const found = page.getByRole('combobox', { name: box });
  await found.click();
  await expect.poll(() => found.getAttribute('aria-expanded')).toBe('true');
  const list = page.locator(`[id="${await found.getAttribute('aria-controls')}"]`);
  await list.getByRole('option', { name: option, exact: true }).click();
  await list.waitFor({ state: 'hidden' });
};

/** Picks from the open list of this name, and from no other that may still be closing; the first option when none is named. */
export const pick = (page: Page, list: string, option?: string | RegExp): Promise<void> => {
  const options = page.getByRole('listbox', { name: list, exact: true });
  return (option === undefined ? options.getByRole('option').first() : options.getByRole('option', { name: option, exact: true })).click();
};

/** What axe finds on the page, each fault with the first place where it is. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  }
  return page.evaluate(async () => {
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    // What is right need not be told at length, and no rule needs the style sheets fetched once more.
    return (await axe.run({ resultTypes: ['violations'], preload: false })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`,
    );
  });
};

/** Is the page without faults for axe? Asked again for a moment: a list that is just closing still guards its focus. */
export const expectNoFaults = async (page: Page): Promise<void> => {
  const until = Date.now() + PATIENCE_MS;
  let faults = await faultsOf(page);
  while (faults.length > 0 && Date.now() < until) {
    await page.waitForTimeout(400);
    faults = await faultsOf(page);
  }
  expect(faults).toEqual([]);
};

const PATIENCE_MS = 15_000;

/** The cookies with which a browser is signed in, from the `cookie` header of a session at this address. */
export const sessionCookies = (header: string, url: string): { readonly name: string; readonly value: string; readonly url: string }[] =>
  header.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }));
