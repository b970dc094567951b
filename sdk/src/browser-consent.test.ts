import { describe, expect, it, vi } from 'vitest';
import { events, html, open, page, quiet, received, receivedEvent, serve, storedKeys, tracker, useTestPage } from './test-page.ts';

useTestPage();

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
