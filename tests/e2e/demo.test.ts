import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SCREENS } from '../browser.ts';
import { sessionCookies } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct } from '../product.ts';

let product: TestProduct;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct({ web: true });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** The welcome of an empty workspace, in which the demo company has 30 accounts: the page asks for the usual 400. */
const openWelcome = async (locale: string): Promise<Page> => {
  const workspace = await product.workspace({ name: `Demo ${locale}` });
  const cookie = await memberOf(product, workspace, 'owner');
  const context = await browser.newContext({ ...SCREENS.desktop, locale, reducedMotion: 'reduce' });
  await context.addCookies(sessionCookies(cookie, product.url));
  const page = await context.newPage();
  await page.route('**/api/v1/demo', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const body = { ...(route.request().postDataJSON() as object), accounts: 30, uses: 4 };
    return route.continue({ postData: JSON.stringify(body) });
  });
  await page.goto(`${product.url}/w/${workspace.slug}/welcome`);
  return page;
};

const faults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<{ violations: { id: string }[] }> } };
    const { violations } = await axe.run({ include: ['main'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
    return violations.map((violation) => violation.id);
  });
};

describe('the demo company', () => {
  it('comes in with one click, leads to its river, and goes again', async () => {
    const page = await openWelcome('en-US');
    await page.getByRole('heading', { name: 'Explore the demo company' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('heading', { level: 1, name: 'The demo company is coming in' }).waitFor();
    await page.getByText('Its events arrive').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByText(/^5\d accounts between/).waitFor({ timeout: 120_000 });

    await page.goto(page.url().replace(/\/river.*$/, '/welcome'));
    await page.getByRole('link', { name: 'Look at the demo company' }).click();
    await page.getByRole('heading', { level: 1, name: 'The demo company is here' }).waitFor();
    await page.getByRole('button', { name: 'Take it out again' }).click();
    await page.getByRole('button', { name: 'Bring it in' }).waitFor({ timeout: 60_000 });
  }, 240_000);

  it('speaks the reader’s language', async () => {
    const page = await openWelcome('es-ES');
    await page.getByRole('button', { name: 'Traerla' }).click();
    await page.getByText('Se importan sus registros').waitFor();
    await page.getByRole('button', { name: 'Detener' }).click();
    await page.getByRole('heading', { level: 1, name: 'Has detenido la empresa de demostración' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Continuar' }).click();
    await page.waitForURL(/\/river/, { timeout: 120_000 });
  }, 240_000);
});
