import { type Campaign, campaignFrom, clickIdsFrom } from './campaign.ts';

/** How a visitor arrived once: the landing address, where from, and the campaign that the address names. `at` is an ISO instant. */
export type Touch = {
  readonly at: string;
  readonly url: string;
  readonly referrer: string;
  readonly campaign?: Campaign;
  readonly clickIds?: Campaign;
};

export type Touches = { readonly first: Touch; readonly last: Touch };

/** How did the visitor arrive on this page? */
export const touchFrom = (landing: { readonly now: number; readonly url: string; readonly referrer: string }): Touch => {
  const { search } = new URL(landing.url);
  return {
    at: new Date(landing.now).toISOString(),
    url: landing.url,
    referrer: landing.referrer,
    campaign: campaignFrom(search),
    clickIds: clickIdsFrom(search),
  };
};

/**
 * Which touches are remembered after an arrival? The first is never replaced; the last is replaced only by an arrival that
 * names a source (a campaign, a click id or another site), so a direct return keeps the credit where it was.
 */
export const nextTouches = (previous: Touches | undefined, touch: Touch): Touches => {
  if (!previous) return { first: touch, last: touch };
  return namesSource(touch) ? { first: previous.first, last: touch } : previous;
};

const namesSource = (touch: Touch): boolean =>
  Boolean(touch.campaign || touch.clickIds || (touch.referrer && hostOf(touch.referrer) !== hostOf(touch.url)));

/** Splits by hand: a malformed referrer must not break the page, and `URL.canParse` is too young for older browsers. */
const hostOf = (url: string): string | undefined => url.split('/')[2];
