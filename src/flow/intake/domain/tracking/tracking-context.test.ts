import { describe, expect, it } from 'vitest';
import { isBot } from './bot.ts';
import { sourceFromQuery } from './campaign.ts';
import { trackingContext } from './tracking-context.ts';
import { pathOf, queryParameters, webAddress } from './web-address.ts';

const AGENT = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe('trackingContext', () => {
  it('reads what the libraries state, and never the address of the machine', () => {
    const context = trackingContext(
      {
        ip: '203.0.113.7',
        page: { url: 'https://acme.com/a?utm_source=x', referrer: 'https://google.com/', title: 'A' },
        campaign: { name: 'spring', source: 'google', medium: 'cpc' },
        clickIds: { gclid: 'g1' },
        userAgent: AGENT,
        locale: 'de-CH',
        timezone: 'Europe/Zurich',
        sessionId: 17,
        library: { name: 'analytics.js', version: '2.1' },
        device: { id: 'd1' },
        os: { name: 'iOS', version: '19' },
        app: { name: 'Acme' },
      },
      null,
      false,
    );
    expect(context).toEqual({
      url: 'https://acme.com/a?utm_source=x',
      path: '/a',
      title: 'A',
      referrer: 'https://google.com/',
      campaign: { name: 'spring', source: 'google', medium: 'cpc', term: null, content: null },
      clickIds: { gclid: 'g1' },
      firstTouch: null,
      lastTouch: null,
      userAgent: AGENT,
      isBot: false,
      sessionId: '17',
      library: 'analytics.js@2.1',
      locale: 'de-CH',
      timezone: 'Europe/Zurich',
      deviceId: 'd1',
      os: 'iOS@19',
      app: 'Acme',
    });
    expect(JSON.stringify(context)).not.toContain('203.0.113.7');
  });

  it('reads campaign and click ids from the address when the library states none', () => {
    const properties = { url: 'https://acme.com/?utm_campaign=Spring%20sale&UTM_Source=a+b&fbclid=f&utm_term=#top', path: '/home' };
    const { campaign, clickIds, path } = trackingContext(null, properties, true);
    expect({ campaign, clickIds, path }).toEqual({
      campaign: { name: 'Spring sale', source: 'a b', medium: null, term: null, content: null },
      clickIds: { fbclid: 'f' },
      path: '/home',
    });
  });

  it('reads how the visitor first and last arrived', () => {
    const firstTouch = { at: '2026-01-01T00:00:00Z', url: 'https://acme.com/?gclid=1', referrer: 'https://google.com/' };
    const context = trackingContext({ firstTouch, lastTouch: { at: 'x' } }, null, false);
    expect(context.firstTouch).toMatchObject({ at: Date.UTC(2026, 0, 1), clickIds: { gclid: '1' }, referrer: 'https://google.com/' });
    expect(context.lastTouch).toBeNull();
  });

  it('stands any nonsense', () => {
    const context = trackingContext({ page: 1, campaign: [], library: 'x', userAgent: {}, device: null, firstTouch: 7 }, { url: {} }, true);
    expect(Object.values(context).filter((value) => typeof value === 'string')).toEqual([]);
  });
});

describe('isBot', () => {
  it.each([
    [AGENT, false],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
    ['curl/8.4.0', true],
    ['', false],
    [null, false],
  ])('%s', (userAgent, expected) => {
    expect(isBot(userAgent)).toBe(expected);
    expect(isBot(userAgent)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['https://user:pw@App.Acme.com:8443/a/b?x=1#y', { host: 'app.acme.com', path: '/a/b', query: 'x=1' }],
    ['//acme.com', { host: 'acme.com', path: '/', query: '' }],
    ['android-app://com.slack/', { host: 'com.slack', path: '/', query: '' }],
    ['http://[::1]:80/a', { host: '[::1]', path: '/a', query: '' }],
    ['/a/b', null],
    ['mailto:x@y.z', null],
    ['', null],
  ])('%s', (url, expected) => expect(webAddress(url)).toEqual(expected));

  it('finds the path of a relative address too', () => {
    expect(['/a?b#c', 'https://acme.com', '?x=1'].map(pathOf)).toEqual(['/a', '/', '/']);
  });

  it('decodes parameters, stands broken escapes, and keeps the first of two', () => {
    expect([...queryParameters('a=1&a=2&b=%E4%BD%A0+x&c=%zz&d=&=e&f')]).toEqual([
      ['a', '1'],
      ['b', '你 x'],
      ['c', '%zz'],
    ]);
  });

  it('finds no source where none is named', () => {
    expect(sourceFromQuery('page=2&notgclid=x').clickIds).toEqual({});
  });
});
