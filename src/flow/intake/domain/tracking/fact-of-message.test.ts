import { describe, expect, it } from 'vitest';
import { factOfMessage, type KeptMessage } from './fact-of-message.ts';
import { parseTrackingMessage } from './parse-tracking-message.ts';

const NOW = Date.UTC(2026, 2, 1, 12);
const AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const NOBODY = { person: 0, account: 0, alias: 0 };

const message = (raw: object): KeptMessage => {
  const parsed = parseTrackingMessage({ anonymousId: 'a', messageId: 'm1', ...raw }, { receivedAt: NOW, now: NOW });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { ...parsed.message, messageId: 'm1' };
};
const pageFrom = (url: string, referrer: string | null, more: object = {}) =>
  factOfMessage(message({ type: 'page', context: { userAgent: AGENT, page: { url, referrer }, ...more } }), NOBODY);

describe('the fact of a message', () => {
  it('tells a page view with where the visitor came from', () => {
    const fact = pageFrom('https://acme.com/pricing?utm_source=news&utm_medium=email&utm_campaign=may', 'https://mail.example/x', {
      sessionId: 's1',
    });
    expect(fact).toMatchObject({ event: 'page_viewed', source: 'web', known: NOW, key: 'm1', session: 's1' });
    expect(fact.props).toMatchObject({ path: '/pricing', channel: 'Email', utm_source: 'news', utm_campaign: 'may' });
  });

  it('knows a direct visit from going on within the site', () => {
    expect(pageFrom('https://acme.com/', null).props).toMatchObject({ channel: 'Direct' });
    expect(pageFrom('https://acme.com/b', 'https://www.acme.com/a').props).not.toHaveProperty('channel');
    expect(pageFrom('https://acme.com/b', 'https://www.google.com/').props).toMatchObject({ channel: 'Organic Search' });
  });

  it('credits a lead to the arrival that its browser remembers', () => {
    const lastTouch = { at: '2026-02-27T10:00:00Z', url: 'https://acme.com/?gclid=1', referrer: 'https://www.google.com/' };
    const context = { userAgent: AGENT, page: { url: 'https://acme.com/form', referrer: 'https://acme.com/' }, lastTouch };
    const fact = factOfMessage(message({ type: 'track', event: 'lead_captured', properties: { form: 'demo' }, context }), NOBODY);
    expect(fact.props).toEqual({ path: '/form', channel: 'Paid Search', gclid: '1', form: 'demo' });
  });

  it('keeps the properties of a tracked event, which win over the surroundings', () => {
    const context = { userAgent: AGENT, page: { url: 'https://acme.com/form' } };
    const fact = factOfMessage(message({ type: 'track', event: 'Exported', properties: { path: '/own', rows: 3 }, context }), {
      person: 4,
      account: 5,
      alias: 6,
    });
    expect(fact).toMatchObject({ event: 'Exported', person: 4, account: 5, alias: 6, props: { path: '/own', rows: '3' } });
  });

  it('leaves personal data with the records, and names the group that a call is about', () => {
    const identified = factOfMessage(message({ type: 'identify', userId: 'u', traits: { email: 'a@b.example', phone: '1' } }), NOBODY);
    expect(identified).toMatchObject({ event: 'person_identified', source: 'server', props: {} });
    const grouped = factOfMessage(message({ type: 'group', groupId: 'g7', traits: { name: 'Acme' } }), NOBODY);
    expect(grouped).toMatchObject({ event: 'group_identified', subject: 'g7', props: {} });
  });

  it('marks robots', () => {
    const fact = factOfMessage(
      message({ type: 'page', context: { userAgent: 'Googlebot/2.1', page: { url: 'https://acme.com/' } } }),
      NOBODY,
    );
    expect(fact.props?.bot).toBe('1');
  });
});
