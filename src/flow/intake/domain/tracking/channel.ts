import { kindOfDomain } from './classify-referrer.ts';
import type { SiteKind } from './referrer-sites.ts';
import { type Touch, touchFrom } from './tracking-context.ts';
import { webAddress } from './web-address.ts';

/** What decides the default channel of a visit; null means not known. `$direct` as referring domain means: known to have none. */
export type ChannelEvidence = {
  readonly referringDomain?: string | null | undefined;
  readonly campaign?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly medium?: string | null | undefined;
  readonly gclid?: string | null | undefined;
  readonly gadSource?: string | null | undefined;
  readonly fbclid?: string | null | undefined;
};

/** The default channels. */
export type Channel =
  | 'Direct'
  | 'Cross Network'
  | `Paid ${PaidKind}`
  | `Organic ${'Search' | 'Social' | 'Video' | 'Shopping'}`
  | Exclude<Kind, 'Search' | 'Social' | 'Video' | 'Shopping' | 'Display'>
  | 'Display'
  | 'Unknown';

type PaidKind = 'Search' | 'Social' | 'Video' | 'Shopping' | 'Unknown';
type Kind = SiteKind | 'Affiliate' | 'Audio' | 'SMS' | 'Push' | 'Referral' | 'Display';

const PAID_MEDIUM = /^(?:cpc|cpm|cpv|cpa|ppc|retargeting|paid.*)$/;
/** "shop" but not "workshop" nor "photoshop", as a word or at its start, and any "shopping". */
const SHOP = /(?:^|[^a-z])shop|shopping/;
const KIND_OF_MEDIUM: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    Search: 'search organic organic-search organic_search seo sem paidsearch paid-search paid_search',
    Social:
      'social social-network social-media social_network social_media sm socialmedia organic-social paidsocial paid-social paid_social',
    Video: 'video paidvideo paid-video paid_video',
    Shopping: 'shopping paidshopping paid-shopping paid_shopping',
    Email: 'email e-mail e_mail newsletter mail edm',
    Display: 'display banner expandable interstitial cpm',
    Affiliate: 'affiliate affiliates partner-affiliate',
    Audio: 'audio podcast',
    SMS: 'sms',
    Push: 'push mobile notification web-push',
    Referral: 'referral link app partner influencer',
    AI: 'ai chatbot',
  } satisfies Partial<Record<Kind, string>>).flatMap(([kind, media]) => media.split(' ').map((medium) => [medium, kind as Kind] as const)),
);
const SOURCE_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'facebook.com': 'facebook fb an msg meta facebook-ads facebook_ads facebookads fb-ads',
    'instagram.com': 'instagram ig insta instagram-ads',
    'linkedin.com': 'linkedin li linkedin-ads linkedin_ads linkedinads',
    'twitter.com': 'twitter x tw twitter-ads',
    'google.com': 'google adwords googleads google-ads google_ads google.com',
    'bing.com': 'bing bing-ads bingads microsoft-ads msads',
    'youtube.com': 'youtube yt',
    'news.ycombinator.com': 'hackernews hacker-news hn ycombinator',
    'producthunt.com': 'producthunt product-hunt ph',
    'chatgpt.com': 'chatgpt openai',
  }).flatMap(([domain, names]) => names.split(' ').map((name) => [name, domain] as const)),
);

/**
 * Which default channel brought this visit? Paid by medium or by an ad click's id (`fbclid` is added to unpaid clicks too and proves no payment);
 * the kind from source, then a shop in the campaign's name, then medium, then referring domain. `Unknown` when nothing is known at all.
 */
export function classifyChannel(evidence: ChannelEvidence): Channel {
  const { campaign, medium, source, domain } = tidied(evidence);
  if (campaign.includes('cross-network')) return 'Cross Network';
  if (PAID_MEDIUM.test(medium) || isGiven(evidence.gclid) || isGiven(evidence.gadSource)) return paidChannel(evidence);
  const isDirectSource = source === '' || source === 'direct' || source === '(direct)';
  if (domain === '$direct' && medium === '' && isDirectSource && !isGiven(evidence.fbclid)) return 'Direct';
  const kind = kindOf(evidence) ?? lastHint(evidence) ?? (domain !== '' && domain !== '$direct' ? 'Referral' : null);
  if (kind === null) return 'Unknown';
  return kind === 'Search' || kind === 'Social' || kind === 'Video' || kind === 'Shopping' ? `Organic ${kind}` : kind;
}

/** The evidence of an arrival on a page, for `classifyChannel`; an address without a referrer is known to have none. */
export function channelEvidence({ referrer, campaign, clickIds }: Touch): ChannelEvidence {
  const host = referrer ? webAddress(referrer)?.host : undefined;
  const { name, source, medium } = campaign;
  const { gclid, gad_source: gadSource, fbclid } = clickIds;
  return { referringDomain: host ?? '$direct', campaign: name, source, medium, gclid, gadSource, fbclid };
}

/** Which default channel brought a visitor who landed on this address from this referrer? */
export function channelOfClick(landingUrl: string, referrer: string | null): Channel {
  return classifyChannel(channelEvidence(touchFrom({ at: null, url: landingUrl, referrer })));
}

function paidChannel(evidence: ChannelEvidence): Channel {
  const kind = kindOf(evidence);
  if (kind === 'Display') return 'Display';
  if (kind === 'Search' || kind === 'Social' || kind === 'Video' || kind === 'Shopping') return `Paid ${kind}`;
  if (evidence.gadSource?.trim() === '1') return 'Paid Search';
  const hint = lastHint(evidence);
  return hint === null ? 'Paid Unknown' : `Paid ${hint}`;
}

function kindOf(evidence: ChannelEvidence): Kind | null {
  const { campaign, medium, source, domain } = tidied(evidence);
  return (
    kindOfSource(source) ??
    (SHOP.test(campaign) ? 'Shopping' : null) ??
    KIND_OF_MEDIUM.get(medium) ??
    (domain === '' || domain === '$direct' ? null : kindOfDomain(domain))
  );
}

function kindOfSource(source: string): Kind | null {
  if (source === '') return null;
  const domain = SOURCE_ALIASES.get(source) ?? source;
  const known = kindOfDomain(domain.includes('.') ? domain : `${domain}.com`);
  return known ?? (KIND_OF_MEDIUM.get(source) === 'Email' ? 'Email' : null);
}

function lastHint(evidence: ChannelEvidence): 'Video' | 'Social' | null {
  if (tidied(evidence).campaign.includes('video')) return 'Video';
  return isGiven(evidence.fbclid) ? 'Social' : null;
}

function tidied(evidence: ChannelEvidence): Readonly<Record<'campaign' | 'medium' | 'source' | 'domain', string>> {
  const tidy = (text: string | null | undefined): string => text?.trim().toLowerCase() ?? '';
  return {
    campaign: tidy(evidence.campaign),
    medium: tidy(evidence.medium),
    source: tidy(evidence.source),
    domain: tidy(evidence.referringDomain),
  };
}

function isGiven(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && text !== '';
}
