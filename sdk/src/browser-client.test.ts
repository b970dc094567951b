import { describe, expect, it } from 'vitest';
import { html, open, page, quiet, received, serve, site, tracker, useTestPage } from './test-page.ts';

useTestPage();

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
