import { REFERRER_SITES, type ReferrerSite, SHOPPING_DOMAINS, type SiteKind, type SiteMedium } from './referrer-sites.ts';
import { queryParameters, type WebAddress, webAddress } from './web-address.ts';

/** Where a visit came from. `source` is the site's name; `term` the words searched for. */
export type Referrer = {
  readonly medium: SiteMedium | 'internal' | 'unknown';
  readonly source: string | null;
  readonly term: string | null;
};

const UNKNOWN: Referrer = { medium: 'unknown', source: null, term: null };
const KIND_OF_MEDIUM: Readonly<Partial<Record<SiteMedium, SiteKind>>> = {
  search: 'Search',
  social: 'Social',
  email: 'Email',
  chatbot: 'AI',
};
const SHOPS: ReadonlySet<string> = new Set(SHOPPING_DOMAINS);
/** Endings under which a country's registry hands out names, so that `google.co.uk` is `google.*`. */
const COUNTRY_SECOND = new Set(['co', 'com', 'net', 'org']);

type Placed = { readonly path: string; readonly site: ReferrerSite };
const BY_HOST: ReadonlyMap<string, readonly Placed[]> = placed();

/** Which kind of place, which site and which words searched for does this referring address name? Own hosts and their sub-domains are internal. */
export function classifyReferrer(referrer: string | null, ownHosts: readonly string[] = []): Referrer {
  const address = referrer ? webAddress(withScheme(referrer)) : null;
  if (!address) return UNKNOWN;
  if (ownHosts.some((own) => isBelow(address.host, own.toLowerCase()))) return { ...UNKNOWN, medium: 'internal' };
  const site = siteAt(address);
  return site ? { medium: site.medium, source: site.source, term: termOf(site, address) } : UNKNOWN;
}

/** What kind of place is this domain, for a default channel? Null when it is not a known one. */
export function kindOfDomain(domain: string): SiteKind | null {
  const address = webAddress(withScheme(domain));
  if (!address) return null;
  if (hostForms(address.host).some((form) => SHOPS.has(form))) return 'Shopping';
  const site = siteAt(address);
  return site ? (site.kind ?? KIND_OF_MEDIUM[site.medium] ?? null) : null;
}

/** The longer host wins over the shorter, and below one host the longer path. */
function siteAt({ host, path }: WebAddress): ReferrerSite | null {
  for (const form of hostForms(host)) {
    const site = BY_HOST.get(form)?.find((one) => path.startsWith(one.path))?.site;
    if (site) return site;
  }
  return null;
}

/** A host and its parents, longest first, each as it is and with its ending replaced by `*`. */
function hostForms(host: string): readonly string[] {
  const labels = host.split('.');
  const ending = labels.at(-1)?.length === 2 && COUNTRY_SECOND.has(labels.at(-2) ?? '') && labels.length > 2 ? 2 : 1;
  return labels.flatMap((_, i) => {
    const parent = labels.slice(i);
    return parent.length > ending ? [parent.join('.'), `${parent.slice(0, -ending).join('.')}.*`] : [];
  });
}

function termOf(site: ReferrerSite, { query }: WebAddress): string | null {
  if (!site.terms || query === '') return null;
  const parameters = queryParameters(query);
  for (const name of site.terms) {
    const term = parameters.get(name);
    if (term !== undefined) return term;
  }
  return null;
}

function isBelow(host: string, parent: string): boolean {
  return host === parent || host.endsWith(`.${parent}`);
}

/** Apps report themselves as `android-app://name`; domains come without a scheme. */
function withScheme(referrer: string): string {
  return referrer.includes('//') ? referrer : `//${referrer}`;
}

function placed(): ReadonlyMap<string, readonly Placed[]> {
  const places = REFERRER_SITES.flatMap((site) =>
    site.at.map((at) => {
      const slash = at.indexOf('/');
      return { host: slash < 0 ? at : at.slice(0, slash), path: slash < 0 ? '' : at.slice(slash), site };
    }),
  );
  const byHost = Map.groupBy(places, ({ host }) => host);
  for (const group of byHost.values()) group.sort((a, b) => b.path.length - a.path.length);
  return byHost;
}
