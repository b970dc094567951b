import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { launchBrowser } from '../../tests/browser.ts';
import { buildBrowserSdk } from '../build.ts';
import type { BrowserClient } from './browser-client.ts';
import type { Message } from './message.ts';
import { type RecordingServer, startRecordingServer } from './recording-server.ts';
import { loaderSnippet } from './snippet.ts';

declare global {
  interface Window {
    sdk: BrowserClient;
  }
}

let code: string;
let chromium: Browser;
export let tracker: RecordingServer;
export let site: RecordingServer;
export let context: BrowserContext;
export let page: Page;

/** The page lives on another origin than the tracker, as it does for customers; the tracker answers no preflight. */
export const html = (options: Readonly<Record<string, unknown>> = {}, calls = ''): string => {
  const snippet = loaderSnippet({ writeKey: 'wk_web', host: tracker.host, options: { flushInterval: 50, retryDelay: 20, ...options } });
  return `<!doctype html><title>Acme</title><script>${snippet}${calls}</script><h1>Acme</h1>`;
};

/** Serves these pages from a new origin, whose storage is empty. */
export const serve = async (pages: Readonly<Record<string, string>>): Promise<void> => {
  await site.close();
  site = await startRecordingServer({ pages });
};

/** Opens a page and waits until the client has replaced the stub; it is `window.sdk` then. */
export const open = async (path = '/'): Promise<void> => {
  await page.goto(site.host + path);
  await page.waitForFunction(() => window.perennial && !Array.isArray(window.perennial));
  await page.evaluate(() => {
    window.sdk = window.perennial as BrowserClient;
  });
};

/** What is in localStorage? */
export const storedKeys = (): Promise<readonly string[]> => page.evaluate(() => Object.keys(localStorage));
/** The names of the track calls that the tracker took, repeated ones included. */
export const events = (): readonly (string | undefined)[] =>
  tracker.accepted().flatMap((message) => (message.type === 'track' ? [message.event] : []));
/** Waits until the tracker took `count` messages. */
export const received = (count: number): Promise<readonly Message[]> =>
  vi.waitFor(
    () => {
      expect(tracker.accepted().length).toBeGreaterThanOrEqual(count);
      return tracker.accepted();
    },
    { timeout: 10_000, interval: 20 },
  );
/** Waits until the tracker took a track call of this name. */
export const receivedEvent = (event: string): Promise<void> =>
  vi.waitFor(() => expect(events()).toContain(event), { timeout: 10_000, interval: 20 });
/** Gives a client that should keep silent the time to betray itself. */
export const quiet = (): Promise<void> => page.waitForTimeout(250);

/** Gives every test of the calling file a fresh tracker, site and browser context, in one real browser. */
export const useTestPage = (): void => {
  beforeAll(async () => {
    [code, chromium] = await Promise.all([buildBrowserSdk(), launchBrowser()]);
  });
  afterAll(() => chromium?.close());
  beforeEach(async () => {
    tracker = await startRecordingServer({ scripts: { '/sdk.js': code } });
    site = await startRecordingServer();
    context = await chromium.newContext({ locale: 'es-ES', timezoneId: 'Europe/Madrid' });
    page = await context.newPage();
    await serve({ '/': html(), '/pricing': html() });
  });
  afterEach(async () => {
    await context.close();
    await Promise.all([tracker.close(), site.close()]);
  });
};
