import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Me } from '#platform/access/contracts.ts';
import { launchBrowser, SCREENS } from '../../tests/browser.ts';
import { walkOf } from '../../tests/walking.ts';
import { type Bench, type Figure, figureOf } from '../harness.ts';
import { type ApiClient, apiClient } from '../machine/api-client.ts';
import { BENCH_USER, type FreshProduct, freshProduct } from '../machine/fresh-product.ts';

const TIMES = 5;
const PATIENCE_MS = 180_000;
const POLL_MS = 500;

/** The main pages on the demo company in a real browser: from the press of a link, and from a new window, to the first data on screen. */
export const bench: Bench = {
  name: 'pages',
  onlyByName: true,
  run: async () => {
    const product = await freshProduct();
    const browser = await launchBrowser();
    try {
      const api = apiClient(product.url, product.key);
      await bringInDemo(api);
      const visit = await visitOf(browser, product);
      const figures: Figure[] = [];
      for (const page of await pagesOf(api)) {
        const { first, times } = await measured(() => visit.fromWithin(page));
        figures.push(figureOf(`${page.name}, gone to`, times, { aim: 200, note: `first ${Math.round(first)}` }));
        const anew = await measured(() => visit.anew(page));
        figures.push(figureOf(`${page.name}, in a new window`, anew.times, { note: `first ${Math.round(anew.first)}` }));
      }
      api.close();
      return figures;
    } finally {
      await browser.close();
      await product.remove();
    }
  },
};

/** A page, and what stands on it as soon as it has something to say. */
interface MeasuredPage {
  readonly name: string;
  readonly path: string;
  readonly data: string;
}

const CHART = 'main [role=img] svg path';

const pagesOf = async (api: ApiClient): Promise<readonly MeasuredPage[]> => {
  const [account, person] = await Promise.all(['accounts', 'people'].map((kind) => firstOf(api, kind)));
  const used = { did: { events: ['feature_used'] }, op: 'gte', count: 5, within: { kind: 'days', days: 28 } };
  const segment = await api.post<{ readonly id: string }>('/api/v1/segments', {
    name: 'Busy',
    unit: 'account',
    condition: { all: [used] },
  });
  const question = (values: object): string => `/explore?q=${encodeURIComponent(JSON.stringify(values))}`;
  const of = (...events: readonly string[]) => ({ events });
  return [
    { name: 'today', path: '/today', data: 'main ol li' },
    { name: 'river', path: '/river', data: 'main svg [role=button]' },
    { name: 'accounts', path: '/accounts', data: 'main a[href*="/accounts/acc_"]' },
    { name: 'an account', path: `/accounts/${account}`, data: 'main ol li' },
    { name: 'people', path: '/people', data: 'main a[href*="/people/per_"]' },
    { name: 'a person', path: `/people/${person}`, data: 'main ol li' },
    { name: 'segments', path: '/segments', data: 'main a[href*="/segments/sgm_"]' },
    { name: 'a segment', path: `/segments/${segment.id}`, data: 'main a[href*="/accounts/acc_"]' },
    { name: 'explore, a trend', path: question({ kind: 'trend', series: [of('feature_used')] }), data: CHART },
    {
      name: 'explore, a funnel',
      path: question({ kind: 'funnel', steps: [of('feature_used'), of('report_created')] }),
      data: 'main a[href*="part="]',
    },
    { name: 'explore, retention', path: question({ kind: 'retention', start: of('feature_used') }), data: 'main td a' },
    { name: 'metrics', path: '/metrics', data: 'main a[href*="/metrics/"]' },
    { name: 'a metric', path: '/metrics/grow.mrr', data: CHART },
    { name: 'what makes them stay', path: '/activate', data: 'main li' },
    { name: 'plays', path: '/plays', data: 'main a[href*="/plays/"]' },
    { name: 'live', path: '/live', data: 'main pre' },
  ];
};

const firstOf = async (api: ApiClient, kind: string): Promise<string> =>
  (await api.get<{ readonly rows: readonly { readonly id: string }[] }>(`/api/v1/${kind}`, { limit: 1 })).rows[0]?.id ?? '';

const bringInDemo = async (api: ApiClient): Promise<void> => {
  await api.post('/api/v1/demo', { language: 'en' });
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(POLL_MS)) {
    const { status } = await api.get<{ readonly status: string }>('/api/v1/demo');
    if (status === 'done') return;
    if (status !== 'running') throw new Error(`the demo company did not come in: ${status}`);
  }
  throw new Error('the demo company took too long');
};

const measured = async (visit: () => Promise<number>) => {
  const first = await visit();
  const times: number[] = [];
  for (let run = 0; run < TIMES; run += 1) times.push(await visit());
  return { first, times };
};

/** Ways to come to a page, each told in ms until its data can be seen. Nothing that a visit asked for is kept for the next but files. */
const visitOf = async (browser: Browser, { url }: FreshProduct) => {
  const open = (storageState?: BrowserContextOptions['storageState']): Promise<BrowserContext> =>
    browser.newContext({ ...SCREENS.desktop, locale: 'en-US', reducedMotion: 'reduce', storageState });
  const kept = await open();
  await kept.request.post(`${url}/api/v1/auth/sign-in/email`, { headers: { origin: url }, data: BENCH_USER });
  const { workspaces } = (await (await kept.request.get(`${url}/api/v1/me`)).json()) as Me;
  const root = `/w/${workspaces[0]?.slug}`;
  const signedIn = await kept.storageState();
  return {
    fromWithin: async ({ path, data }: MeasuredPage): Promise<number> => {
      const page = await kept.newPage();
      await walkOf(page).to(`${url}${root}${ELSEWHERE}`);
      await page.evaluate(watchFor);
      const taken = await page.evaluate(
        async ([address, selector]) => {
          const begun = performance.now();
          window.history.pushState(null, '', address);
          return (await (window as unknown as Watching).shownAt(selector!)) - begun;
        },
        [`${root}${path}`, data],
      );
      await page.close();
      return taken;
    },
    anew: async ({ path, data }: MeasuredPage): Promise<number> => {
      const context = await open(signedIn);
      await context.addInitScript(watchFor);
      const page = await context.newPage();
      await page.goto(`${url}${root}${path}`, { waitUntil: 'commit' });
      const taken = await page.evaluate((selector) => (window as unknown as Watching).shownAt(selector), data);
      await context.close();
      return taken;
    },
  };
};

/** A page with nothing of the others on it. */
const ELSEWHERE = '/settings/profile';

interface Watching {
  /** When, in ms since the document was asked for, does something like this have a place on the screen? */
  shownAt(selector: string): Promise<number>;
}

const watchFor = (): void => {
  (window as unknown as Watching).shownAt = (selector) =>
    new Promise((resolve, reject) => {
      const until = performance.now() + 30_000;
      const look = (): void => {
        const boxes = [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
        if (boxes.some(({ width, height }) => width > 0 || height > 0)) requestAnimationFrame(() => resolve(performance.now()));
        else if (performance.now() > until) reject(new Error(`${window.location.href} shows nothing like ${selector}`));
        else requestAnimationFrame(look);
      };
      look();
    });
};
