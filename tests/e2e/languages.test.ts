import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Import } from '#flow/intake/contracts.ts';
import { launchBrowser, SCREENS } from '../browser.ts';
import { sessionCookies } from '../browsing.ts';
import { memberOf, startProduct, type TestProduct, type TestWorkspace } from '../product.ts';

const FILE = [
  'subscription_id,account_id,start_date,end_date,mrr,currency',
  'S-1,A-1,2024-05-01,2024-03-01,100,USD',
  'S-2,A-nobody,2024-05-01,,100,USD',
  'S-3,A-1,2024-02-31,,many,USD',
].join('\n');

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let done: Import;

const ask = (method: string, path: string, language: string, body?: string): Promise<Response> =>
  fetch(`${product.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${workspace.key}`, 'accept-language': language, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
  });
const ended = async (id: string): Promise<Import> => {
  const { body } = await workspace.call<Import>('GET', `/api/v1/imports/${id}`);
  return body;
};
const bring = async (kind: string, text: string): Promise<Import> => {
  const sent = await ask('POST', `/api/v1/imports?fileName=${kind}.csv&kind=${kind}`, 'en', text);
  const { id } = (await sent.json()) as Import;
  await workspace.call('POST', `/api/v1/imports/${id}/run`);
  return vi.waitFor(
    async () => {
      const found = await ended(id);
      expect(found.status).toBe('done');
      return found;
    },
    { timeout: 30_000, interval: 200 },
  );
};

beforeAll(async () => {
  product = await startProduct({ web: true });
  workspace = await product.workspace({ name: 'Languages' });
  browser = await launchBrowser();
  await bring('account', 'account_id,account_name\nA-1,Acme');
  done = await bring('subscription', FILE);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe('an import of bad rows', () => {
  it('keeps the reasons as codes and values', () => {
    expect(done.errors.map(({ line, reasons }) => [line, reasons.map(({ column, code }) => [column, code])])).toEqual([
      [2, [[null, 'subscription_ends_before_start']]],
      [3, [[null, 'account_not_found']]],
      [
        4,
        [
          ['start_date', 'not_a_date'],
          ['mrr', 'not_a_number'],
        ],
      ],
    ]);
  });

  it.each([
    [
      'zh-CN',
      [
        '结束日期 2024年3月1日 早于开始日期 2024年5月1日。',
        '没有名为“A-nobody”的客户。',
        'mrr：“many”不是本列写法的数字（例如 1,234.56）。',
      ],
      'account_id,start_date,end_date,mrr,currency,行号,错误,解决办法',
    ],
    [
      'es',
      [
        'Termina el 1 mar 2024, antes de empezar el 1 may 2024.',
        'No se conoce ninguna cuenta como «A-nobody».',
        'mrr: «many» no es un número como los escribe esta columna, por ejemplo 1,234.56.',
      ],
      'account_id,start_date,end_date,mrr,currency,línea,error,solución',
    ],
  ] as const)(
    'is told in %s, on the page and in the file',
    async (language, sentences, columns) => {
      const file = await (await ask('GET', `/api/v1/imports/${done.id}/errors.csv`, language)).text();
      expect(file).toContain(columns);
      for (const sentence of sentences) expect(file).toContain(sentence);

      const cookie = await memberOf(product, workspace, 'owner');
      const context = await browser.newContext({ ...SCREENS.desktop, locale: language, reducedMotion: 'reduce' });
      await context.addCookies(sessionCookies(cookie, product.url));
      const page = await context.newPage();
      await page.goto(`${product.url}/w/${workspace.slug}/import/${done.id}`);
      for (const sentence of sentences) await page.getByText(sentence).first().waitFor();
      await context.close();
    },
    60_000,
  );
});

describe('a Chinese name on an English page', () => {
  it('is drawn in our own typeface, which nobody else fetches', async () => {
    const context = await browser.newContext({ ...SCREENS.desktop, locale: 'en' });
    await context.addCookies(sessionCookies(await memberOf(product, workspace, 'owner'), product.url));
    const page = await context.newPage();
    const fetched: string[] = [];
    page.on('response', (response) => {
      if (/noto-sans-sc|chinese-typeface/.test(response.url())) fetched.push(response.url());
    });
    await page.goto(`${product.url}/w/${workspace.slug}/accounts`);
    await page.getByRole('link', { name: 'Acme' }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    expect(fetched).toEqual([]);

    await workspace.call('POST', '/api/v1/accounts', { name: '杭州云帆', domain: null });
    await page.reload();
    await page.getByRole('link', { name: '杭州云帆' }).waitFor();
    const drawn = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        [...document.fonts]
          .filter(({ family, status }) => family.includes('Noto Sans SC') && status === 'loaded')
          .map(({ family }) => family),
      );
    await expect.poll(async () => (await drawn()).length, { timeout: 15_000 }).toBeGreaterThan(0);
    await context.close();
  }, 60_000);
});

describe('a bad request', () => {
  it('is refused in Spanish where Spanish is asked for', async () => {
    const response = await ask('POST', '/api/v1/people', 'es-MX,es;q=0.9,en;q=0.5', '{"name":"","email":null}');
    expect(response.headers.get('content-language')).toBe('es');
    expect(await response.json()).toMatchObject({ title: 'Algún dato no es correcto', code: 'invalid' });
    const missing = await ask('GET', '/api/v1/accounts/acc_0000000000', 'es');
    expect(await missing.json()).toMatchObject({
      title: 'No encontrado',
      reason: 'account_gone',
      params: { id: 'acc_0000000000' },
      detail: 'No existe la cuenta «acc_0000000000».',
    });
  });
});
