import { describe, expect, it } from 'vitest';
import { nextTouches, touchFrom } from './touch.ts';

const now = Date.UTC(2025, 0, 1);
const ad = touchFrom({ now, url: 'https://acme.test/?utm_source=google&gclid=abc', referrer: 'https://google.com/' });
const direct = touchFrom({ now: now + 1, url: 'https://acme.test/pricing', referrer: '' });
const internal = touchFrom({ now: now + 2, url: 'https://acme.test/signup', referrer: 'https://acme.test/pricing' });
const search = touchFrom({ now: now + 3, url: 'https://acme.test/', referrer: 'https://duckduckgo.com/' });

describe('touchFrom', () => {
  it('reads campaign and click ids from the landing address', () => {
    expect(ad).toEqual({
      at: '2025-01-01T00:00:00.000Z',
      url: 'https://acme.test/?utm_source=google&gclid=abc',
      referrer: 'https://google.com/',
      campaign: { source: 'google' },
      clickIds: { gclid: 'abc' },
    });
  });
});

describe('nextTouches', () => {
  it('takes the first arrival as first and last, even a direct one', () => {
    expect(nextTouches(undefined, direct)).toEqual({ first: direct, last: direct });
  });

  it('never replaces the first and lets only a named source replace the last', () => {
    const first = nextTouches(undefined, ad);
    expect(nextTouches(first, direct)).toEqual(first);
    expect(nextTouches(first, internal)).toEqual(first);
    expect(nextTouches(first, search)).toEqual({ first: ad, last: search });
  });

  it('takes a malformed referrer for another site instead of failing', () => {
    const odd = touchFrom({ now, url: 'https://acme.test/', referrer: 'not an address' });
    expect(nextTouches({ first: ad, last: ad }, odd).last).toBe(odd);
  });
});
