/** What the address of a page says about the advertisement that led to it. */
export type Campaign = Readonly<Record<string, string>>;

/** The click identifiers that advertising networks append to a landing address. */
const CLICK_IDS = ['gclid', 'fbclid', 'msclkid', 'ttclid', 'li_fat_id', 'wbraid', 'gbraid'];

/** Which campaign does a query string name? `utm_campaign` becomes `name`, every other `utm_x` becomes `x`; undefined when there is none. */
export const campaignFrom = (search: string): Campaign | undefined =>
  record([...new URLSearchParams(search)].flatMap(([key, value]) => (key.startsWith('utm_') ? [[key.slice(4), value]] : [])));

/** Which advertising clicks does a query string carry? Undefined when there is none. */
export const clickIdsFrom = (search: string): Campaign | undefined =>
  record([...new URLSearchParams(search)].filter(([key]) => CLICK_IDS.includes(key)));

const record = (pairs: readonly (readonly string[])[]): Campaign | undefined => {
  const entries = pairs.flatMap(([key, value]) => (key && value ? [[key === 'campaign' ? 'name' : key, value]] : []));
  return entries.length ? Object.fromEntries(entries) : undefined;
};
