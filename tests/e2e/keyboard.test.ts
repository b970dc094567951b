import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { expectNoFaults, openPage } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';
import { type Walk, walkOf } from '../walking.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let page: Page;
let walk: Walk;

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Keyboard' });
  for (const name of ['Acme', 'Borealis', 'Contoso']) {
    const { body } = await workspace.call<{ id: string }>('POST', '/api/v1/accounts', { name, industry: 'EdTech' });
    await workspace.call('POST', '/api/v1/people', { name: `Ana of ${name}`, email: `ana@${name}.example`, accountId: body.id });
  }
  await product.rooms.settle();
  browser = await launchBrowser();
  const cookie = await memberOf(product, workspace, 'owner');
  page = await openPage({ browser, url: product.url, slug: workspace.slug, cookie }, '/today');
  walk = walkOf(page);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const go = (path: string): Promise<void> => walk.to(`${product.url}/w/${workspace.slug}${path}`);
const here = (): string => new URL(page.url()).pathname.replace(`/w/${workspace.slug}`, '');

/** What has the focus, and is it out of sight or unmarked? Null when nothing has it. */
const stop = (): Promise<{ readonly text: string; readonly isWrong: boolean } | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const { top, bottom, left, right } = at.getBoundingClientRect();
    const isInSight = top < window.innerHeight && bottom > 0 && left < window.innerWidth && right > 0;
    // A box with a sign in it is marked as a whole.
    const marked = [at, at.parentElement!].some((one) => {
      const { outlineStyle, boxShadow } = getComputedStyle(one);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    return { text: at.outerHTML.slice(0, 160), isWrong: !isInSight || !marked };
  });

/** As many stops as tell a page from a trap; the signals of a page of settings are the most. */
const MOST = 400;

describe('by keys alone', () => {
  it.each(['/today', '/accounts', '/people', '/explore', '/metrics', '/plays/retain.health_turned_red', '/settings'])(
    'every stop on %s is in sight and marked, and the last one leads out again',
    async (path) => {
      await go(path);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const wrong: string[] = [];
      let stops = 0;
      for (; stops < MOST; stops += 1) {
        await page.keyboard.press('Tab');
        const at = await stop();
        if (at === null) break;
        if (at.isWrong) wrong.push(at.text);
      }
      expect(wrong).toEqual([]);
      expect(stops).toBeGreaterThan(5);
      expect(stops).toBeLessThan(MOST);
    },
    60_000,
  );

  it('rows of a list are walked, opened beside it and on a page of their own', async () => {
    await go('/accounts');
    for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key);
    const panel = page.getByRole('complementary').last();
    await panel.getByRole('link').first().waitFor();
    await page.waitForURL(/open=acc_/);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.search.includes('open='));
  }, 60_000);
});

/** Something unfolds from it, and it can be come to by Tab. A box to type in hides the rest of the page from readers while its list is open. */
const UNFOLDING = '[aria-haspopup]:not([tabindex="-1"], input)';

describe('what unfolds', () => {
  it.each(['/accounts', '/explore', '/metrics/grow.mrr', '/settings'])(
    'on %s stands in a landmark, has nothing that axe finds, and gives the focus back',
    async (path) => {
      await go('/today');
      await go(path);
      const all = page.locator(UNFOLDING).filter({ visible: true });
      const count = await all.count();
      expect(count).toBeGreaterThan(2);
      for (let index = 0; index < count; index += 1) {
        const one = all.nth(index);
        await one.focus();
        const name = (await one.getAttribute('aria-label')) ?? (await one.textContent());
        await page.keyboard.press((await one.getAttribute('role')) === 'combobox' ? 'ArrowDown' : 'Enter');
        await expect.poll(() => one.getAttribute('aria-expanded'), { message: `${name} opens` }).toBe('true');
        await expectNoFaults(page);
        await page.keyboard.press('Escape');
        await expect.poll(() => one.getAttribute('aria-expanded'), { message: `${name} closes` }).toBe('false');
        await expect
          .poll(() => one.evaluate((own) => own === document.activeElement), { message: `${name} has the focus again` })
          .toBe(true);
      }
    },
    120_000,
  );

  it('a dialog takes the focus and gives it back to what opened it', async () => {
    await go('/accounts');
    const add = page.getByRole('button', { name: 'Add account' });
    await add.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    await expectNoFaults(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => add.evaluate((own) => own === document.activeElement)).toBe(true);
  }, 60_000);
});

describe('⌘K', () => {
  const find = async (text: string): Promise<void> => {
    // The keys of the page rest while the palette of before is still closing, and letters are lost until the new one has the focus.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    const box = page.getByRole('dialog').getByRole('combobox');
    await box.waitFor();
    await expect.poll(() => box.evaluate((own) => own === document.activeElement)).toBe(true);
    await page.keyboard.type(text);
  };

  it.each([
    { language: 'en', segments: 'Segments', dark: 'dark' },
    { language: 'es', segments: 'Segmentos', dark: 'oscura' },
    { language: 'zh-CN', segments: '分群', dark: '深色' },
  ])(
    'finds accounts, people, pages and actions in $language',
    async ({ language, segments, dark }) => {
      await page.evaluate((chosen) => localStorage.setItem('perennial.language', chosen), language);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      await find('Borealis');
      await page.getByRole('option', { name: /^Borealis/, selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Borealis' }).waitFor();
      await find('Ana of Contoso');
      await page.getByRole('option', { name: /^Ana of Contoso/, selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Ana of Contoso' }).waitFor();
      await find(segments);
      await page.getByRole('option', { name: segments, selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(here).toBe('/segments');
      await find(dark);
      await page.getByRole('option', { selected: true, name: new RegExp(dark, 'i') }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
      await page.evaluate(() => localStorage.removeItem('perennial.theme'));
    },
    60_000,
  );
});
