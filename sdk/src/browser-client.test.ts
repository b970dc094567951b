import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildBrowserSdk } from '../build.ts';
import type { BrowserClient } from './browser-client.ts';
import type { Message } from './message.ts';
import { type RecordingServer, startRecordingServer } from './recording-server.ts';
import { loaderSnippet } from './snippet.ts';
import { launchTestBrowser, type TestBrowser } from './test-browser.ts';

declare global {
  interface Window {
    sdk: BrowserClient;
    warnings: string[];
  }
}

let code: string;
let chromium: TestBrowser;
let tracker: RecordingServer;
let site: RecordingServer;
let context: BrowserContext;
let page: Page;

/** The page lives on another origin than the tracker, as it does for customers; the tracker answers no preflight. */
const html = (options: Readonly<Record<string, unknown>> = {}, calls = ''): string => {
  const snippet = loaderSnippet({ writeKey: 'wk_web', host: tracker.host, options: { flushInterval: 50, retryDelay: 20, ...options } });
  return `<!doctype html><title>Acme</title><script>${snippet}${calls}</script><h1>Acme</h1>`;
};

const serve = async (pages: Readonly<Record<string, string>>): Promise<void> => {
  await site.close();
  site = await startRecordingServer({ pages });
};

const open = async (path = '/'): Promise<void> => {
  await page.goto(site.host + path);
  await page.waitForFunction(() => window.perennial && !Array.isArray(window.perennial));
  await page.evaluate(() => {
    window.sdk = window.perennial as BrowserClient;
  });
};

const storedKeys = (): Promise<readonly string[]> => page.evaluate(() => Object.keys(localStorage));
const events = (): readonly (string | undefined)[] =>
  tracker.accepted().flatMap((message) => (message.type === 'track' ? [message.event] : []));
const received = (count: number): Promise<readonly Message[]> =>
  vi.waitFor(
    () => {
      expect(tracker.accepted().length).toBeGreaterThanOrEqual(count);
      return tracker.accepted();
    },
    { timeout: 10_000, interval: 20 },
  );
const receivedEvent = (event: string): Promise<void> =>
  vi.waitFor(() => expect(events()).toContain(event), { timeout: 10_000, interval: 20 });
const quiet = (): Promise<void> => page.waitForTimeout(250);

beforeAll(async () => {
  [code, chromium] = await Promise.all([buildBrowserSdk(), launchTestBrowser()]);
});
afterAll(() => chromium?.close());
beforeEach(async () => {
  tracker = await startRecordingServer({ scripts: { '/sdk.js': code } });
  site = await startRecordingServer();
  context = await chromium.browser.newContext({ locale: 'es-ES', timezoneId: 'Europe/Madrid' });
  page = await context.newPage();
  await serve({ '/': html(), '/pricing': html() });
});
afterEach(async () => {
  await context.close();
  await Promise.all([tracker.close(), site.close()]);
});

describe('messages of a page', () => {
  it('tell where the visitor is, came from and with what', async () => {
    await open('/?utm_source=news&utm_campaign=may&gclid=g1&q=1');
    const [message] = await received(1);
    expect(message).toMatchObject({ type: 'page', properties: { path: '/', title: 'Acme' } });
    expect(message?.messageId).toMatch(/^[\da-f-]{36}$/);
    expect(message?.context).toMatchObject({
      library: { name: 'perennial-sdk' },
      page: { url: `${site.host}/?utm_source=news&utm_campaign=may&gclid=g1&q=1`, path: '/', referrer: '', title: 'Acme' },
      campaign: { source: 'news', name: 'may' },
      clickIds: { gclid: 'g1' },
      firstTouch: { campaign: { source: 'news' } },
      consent: 'granted',
      locale: 'es-ES',
      timezone: 'Europe/Madrid',
      screen: { width: 1280 },
    });
    expect(message?.context.userAgent).toContain('Chrom');
    expect(tracker.batches[0]?.body.writeKey).toBe('wk_web');
  });

  it('replay the calls made before the client had loaded', async () => {
    await serve({
      '/': html(
        {},
        'perennial.identify("u1",{plan:"pro"});perennial.track("Signed up",{seats:2});perennial.ready(function(){document.title="ready"})',
      ),
    });
    await open();
    const messages = await received(3);
    expect(messages.map((message) => message.type)).toEqual(['page', 'identify', 'track']);
    expect(messages[2]).toMatchObject({ userId: 'u1', event: 'Signed up', properties: { seats: 2 } });
    expect(await page.title()).toBe('ready');
  });

  it('start from a script tag alone', async () => {
    await serve({ '/': `<script async src="${tracker.host}/sdk.js" data-write-key="wk_tag"></script>` });
    await open();
    await received(1);
    expect(tracker.batches[0]?.body.writeKey).toBe('wk_tag');
  });

  it('follow the app from page to page, but not through its filters', async () => {
    await open();
    await page.evaluate(() => history.replaceState({}, '', '?sort=name'));
    await page.evaluate(() => history.pushState({}, '', '/accounts'));
    await page.goBack();
    const messages = await received(3);
    await quiet();
    expect(messages.map((message) => message.properties?.path)).toEqual(['/', '/accounts', '/']);
    expect(messages[1]?.properties?.referrer).toBe(`${site.host}/?sort=name`);
  });

  it('leave out page calls when asked to', async () => {
    await serve({ '/': html({ autoPage: false }) });
    await open();
    await page.evaluate(() => window.sdk.screen('Home'));
    const messages = await received(1);
    expect(messages.map((message) => message.type)).toEqual(['screen']);
  });
});

describe('the visitor', () => {
  it('keeps one anonymous id over pages, and gives it beside the user id so that the server can link them', async () => {
    await open();
    await open('/pricing');
    await page.evaluate(() => window.sdk.identify('u1', { plan: 'pro' }));
    await page.evaluate(() => window.sdk.group('acme', { seats: 3 }));
    await page.evaluate(() => window.sdk.alias('u2'));
    await vi.waitFor(() => expect(tracker.accepted().map((message) => message.type)).toContain('alias'));
    const all = tracker.accepted();
    expect(new Set(all.map((message) => message.anonymousId)).size).toBe(1);
    expect(all.find((message) => message.type === 'identify')).toMatchObject({ userId: 'u1', traits: { plan: 'pro' } });
    expect(all.find((message) => message.type === 'group')).toMatchObject({ userId: 'u1', groupId: 'acme', context: { groupId: 'acme' } });
    expect(all.find((message) => message.type === 'alias')).toMatchObject({ previousId: 'u1', userId: 'u2' });
  });

  it('becomes another one when another user signs in, or on reset', async () => {
    await open();
    const ids = await page.evaluate(() => {
      const seen = [window.sdk.anonymousId()];
      for (const act of [
        () => window.sdk.identify('u1'),
        () => window.sdk.identify('u1'),
        () => window.sdk.identify('u2'),
        window.sdk.reset,
      ]) {
        act();
        seen.push(window.sdk.anonymousId());
      }
      return seen;
    });
    const [first, , , other, fresh] = ids;
    expect(ids).toEqual([first, first, first, other, fresh]);
    expect(new Set(ids).size).toBe(3);
    expect(await page.evaluate(() => window.sdk.userId())).toBeUndefined();
  });

  it('keeps the first touch for good and begins a session with a new campaign', async () => {
    await open('/?utm_source=first');
    await open('/pricing');
    await open('/?utm_source=second');
    const [landing, second, third] = await vi.waitFor(() => {
      const pages = ['first', undefined, 'second'].map((source, index) =>
        tracker.accepted().find((message) => String(message.properties?.search) === (source ? `?utm_source=${source}` : '') && index >= 0),
      );
      expect(pages.every(Boolean)).toBe(true);
      return pages.map((message) => message!.context as Record<string, Record<string, unknown>>);
    });
    expect(second?.sessionId).toBe(landing?.sessionId);
    expect(second?.campaign).toEqual({ source: 'first' });
    expect(third?.sessionId).not.toBe(landing?.sessionId);
    expect(third?.firstTouch?.campaign).toEqual({ source: 'first' });
    expect(third?.lastTouch?.campaign).toEqual({ source: 'second' });
  });
});

describe('consent', () => {
  it('pending: nothing stored, nothing sent; then everything, once granted, and the grant is remembered', async () => {
    await serve({ '/': html({ consent: 'pending' }) });
    await open('/?utm_source=ad');
    await page.evaluate(() => window.sdk.track('Before'));
    await quiet();
    expect(await storedKeys()).toEqual([]);
    expect(tracker.batches).toEqual([]);
    await page.evaluate(() => window.sdk.setConsent('granted'));
    await received(2);
    expect(events()).toEqual(['Before']);
    await open();
    const [, , again] = await received(3);
    expect(again?.context.firstTouch).toMatchObject({ campaign: { source: 'ad' } });
    expect(again?.anonymousId).toBe(tracker.accepted()[0]?.anonymousId);
  });

  it('denied: drops what waits and empties the storage', async () => {
    tracker.answerNext({ status: 503, headers: { 'retry-after': '1' } });
    await open();
    await page.evaluate(() => window.sdk.track('Waiting'));
    await vi.waitFor(() => expect(tracker.batches).toHaveLength(1));
    expect(await storedKeys()).not.toEqual([]);
    await page.evaluate(() => window.sdk.setConsent('denied'));
    await page.evaluate(() => window.sdk.track('Afterwards'));
    await page.waitForTimeout(1_300);
    expect(await storedKeys()).toEqual([]);
    expect(tracker.accepted()).toEqual([]);
  });

  it('opting out lasts, whatever the site says, until opting in', async () => {
    await open();
    await received(1);
    await page.evaluate(() => window.sdk.optOut());
    expect(await storedKeys()).toEqual(['perennial.wk_web.optOut']);
    await open();
    await page.evaluate(() => window.sdk.setConsent('granted'));
    await page.evaluate(() => window.sdk.track('Unwanted'));
    await quiet();
    expect(tracker.accepted()).toHaveLength(1);
    await page.evaluate(() => window.sdk.optIn());
    await page.evaluate(() => window.sdk.track('Wanted'));
    await receivedEvent('Wanted');
    expect(events()).toEqual(['Wanted']);
  });

  it.each(['doNotTrack', 'globalPrivacyControl'])('honours %s, unless the site says that it does not', async (signal) => {
    await page.addInitScript((name) => Object.defineProperty(navigator, name, { get: () => (name === 'doNotTrack' ? '1' : true) }), signal);
    await open();
    await page.evaluate(() => window.sdk.setConsent('granted'));
    await quiet();
    expect(tracker.batches).toEqual([]);
    expect(await storedKeys()).toEqual([]);
    await serve({ '/': html({ respectDoNotTrack: false }) });
    await open();
    await received(1);
  });
});

describe('delivery', () => {
  it('survives a reload while the server is down', async () => {
    tracker.answerNext({ status: 503, headers: { 'retry-after': '60' } });
    await open();
    await page.evaluate(() => window.sdk.track('Kept'));
    await vi.waitFor(() => expect(tracker.batches).toHaveLength(1));
    await quiet();
    expect(tracker.accepted()).toEqual([]);
    await open('/pricing');
    await receivedEvent('Kept');
    await page.evaluate(() => window.sdk.flush());
    expect((await storedKeys()).filter((key) => /\.q\d/.test(key))).toEqual([]);
  });

  it('hands over the last calls as the page ends, and confirms them from the next page without counting twice', async () => {
    await serve({ '/': html({ flushInterval: 60_000 }), '/other': '<title>Elsewhere</title>' });
    await open();
    await page.evaluate(() => window.sdk.track('Left'));
    await page.goto(`${site.host}/other`);
    await receivedEvent('Left');
    await open();
    await page.evaluate(() => window.sdk.flush());
    const ids = tracker.accepted().flatMap((message) => (message.event === 'Left' ? [message.messageId] : []));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect((await storedKeys()).filter((key) => /\.q\d/.test(key))).toEqual([]);
  });

  it('falls back to a kept-alive request where there are no beacons', async () => {
    await serve({ '/': html({ flushInterval: 60_000 }), '/other': '' });
    await page.addInitScript(() => Object.defineProperty(navigator, 'sendBeacon', { value: undefined }));
    await open();
    await page.evaluate(() => window.sdk.track('Left'));
    await page.goto(`${site.host}/other`);
    await receivedEvent('Left');
  });

  it('sends 20 at once and waits out Retry-After', async () => {
    await serve({ '/': html({ flushInterval: 60_000, autoPage: false }) });
    tracker.answerNext({ status: 429, headers: { 'retry-after': '1' } });
    await open();
    await page.evaluate(() => {
      for (let index = 0; index < 20; index++) window.sdk.track('Counted', { index });
    });
    await received(20);
    expect(tracker.batches.map(({ body }) => body.batch.length)).toEqual([20, 20]);
    expect(tracker.batches[1]!.at - tracker.batches[0]!.at).toBeGreaterThanOrEqual(990);
    expect(tracker.accepted().map((message) => message.properties?.index)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('never repeats what the server refused, and says why on the console', async () => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    tracker.answerNext({ status: 401, body: { detail: 'This write key was revoked.' } });
    await open();
    await vi.waitFor(() => expect(warnings).toEqual(['perennial: 1 messages refused (401): This write key was revoked.']));
    await quiet();
    expect(tracker.batches).toHaveLength(1);
  });

  it('gives up the oldest when the queue is full', async () => {
    await serve({ '/': html({ maxQueue: 2, consent: 'pending', autoPage: false }) });
    await open();
    await page.evaluate(() => ['A', 'B', 'C'].map((event) => window.sdk.track(event)));
    await page.evaluate(() => window.sdk.setConsent('granted'));
    await received(2);
    await quiet();
    expect(events()).toEqual(['B', 'C']);
  });

  it('loses nothing between two tabs of one site', async () => {
    tracker.answerNext(...Array.from({ length: 4 }, () => ({ status: 503 })));
    const other = await context.newPage();
    await open();
    await other.goto(`${site.host}/pricing`);
    await other.waitForFunction(() => window.perennial && !Array.isArray(window.perennial));
    await Promise.all(
      [page, other].map((tab, index) =>
        tab.evaluate((name) => {
          for (let count = 0; count < 30; count++) (window.perennial as BrowserClient).track(`${name}${count}`);
        }, `tab${index}-`),
      ),
    );
    await vi.waitFor(() => expect(new Set(events()).size).toBe(60), { timeout: 10_000 });
  });

  it('works in memory where storage is forbidden', async () => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('denied');
        },
      }),
    );
    await open();
    await page.evaluate(() => window.sdk.track('Unstored'));
    await receivedEvent('Unstored');
    expect(new Set(tracker.accepted().map((message) => message.anonymousId)).size).toBe(1);
  });
});
