import { describe, expect, it, vi } from 'vitest';
import type { BrowserClient } from './browser-client.ts';
import {
  context,
  events,
  html,
  open,
  page,
  quiet,
  received,
  receivedEvent,
  serve,
  site,
  storedKeys,
  tracker,
  useTestPage,
} from './test-page.ts';

useTestPage();

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

  it('hands over when the tab is hidden, and confirms when it is shown again', async () => {
    await serve({ '/': html({ flushInterval: 60_000, autoPage: false }) });
    await open();
    const show = (state: string) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await page.evaluate(() => window.sdk.track('Hidden'));
    await show('hidden');
    await receivedEvent('Hidden');
    await show('visible');
    await page.evaluate(() => window.sdk.flush());
    expect((await storedKeys()).filter((key) => /\.q\d/.test(key))).toEqual([]);
    await show('hidden');
    await quiet();
    expect(events()).toEqual(['Hidden', 'Hidden']);
  });

  it('gives up stored messages that the server could no longer tell from new ones', async () => {
    await page.addInitScript(() => {
      const store = (days: number, event: string): void => {
        const at = Date.now() - days * 86_400_000;
        const message = { type: 'track', event, messageId: event, timestamp: new Date(at).toISOString(), context: {} };
        localStorage.setItem(`perennial.wk_web.q${at}-000000.${event}`, JSON.stringify(JSON.stringify(message)));
      };
      store(7, 'Old');
      store(5, 'Young');
    });
    await open();
    await received(2);
    await quiet();
    expect(events()).toEqual(['Young']);
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
    await vi.waitFor(() => expect(warnings).toEqual(['perennial: the server refused a batch of 1 (401): This write key was revoked.']));
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
