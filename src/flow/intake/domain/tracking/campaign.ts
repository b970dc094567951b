import { isObject, textOf } from './plain-text.ts';
import { queryParameters } from './web-address.ts';

/** What a link says about the campaign that it belongs to (the utm parameters). */
export type Campaign = {
  readonly name: string | null;
  readonly source: string | null;
  readonly medium: string | null;
  readonly term: string | null;
  readonly content: string | null;
};

/** Ids that advertising networks put into links, by parameter name. */
export type ClickIds = Readonly<Record<string, string>>;

/** No campaign. */
export const NO_CAMPAIGN: Campaign = { name: null, source: null, medium: null, term: null, content: null };
/** No click ids. */
export const NO_CLICK_IDS: ClickIds = {};

const CLICK_IDS = [
  ...['gclid', 'gbraid', 'wbraid', 'gad_source', 'gclsrc', 'dclid', 'fbclid', 'msclkid', 'ttclid', 'twclid', 'li_fat_id', 'yclid'],
  ...['rdt_cid', 'epik', 'igshid', 'ScCid', 'qclid', 'obclid', 'tblci', 'irclickid'],
];
const NAMES_A_SOURCE = new RegExp(`(?:^|&)(?:utm_|${CLICK_IDS.join('=|')}=)`, 'i');

/** Where a link came from: campaign and click ids. */
export type LinkSource = { readonly campaign: Campaign; readonly clickIds: ClickIds };

const UNKNOWN: LinkSource = { campaign: NO_CAMPAIGN, clickIds: NO_CLICK_IDS };

/** Which campaign and which clicks does this query string name? Parameter names are read without case. */
export function sourceFromQuery(query: string): LinkSource {
  if (!NAMES_A_SOURCE.test(query)) return UNKNOWN;
  const parameters = new Map<string, string>();
  for (const [name, value] of queryParameters(query)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, value);
  }
  const utm = (part: string): string | null => textOf(parameters.get(`utm_${part}`), 300);
  const found = CLICK_IDS.flatMap((name) => {
    const id = textOf(parameters.get(name.toLowerCase()), 500);
    return id === null ? [] : [[name, id] as const];
  });
  const campaign = { name: utm('campaign'), source: utm('source'), medium: utm('medium'), term: utm('term'), content: utm('content') };
  return { campaign, clickIds: Object.fromEntries(found) };
}

/** The campaign that a library states in `context.campaign`; null when it states none. */
export function statedCampaign(raw: unknown): Campaign | null {
  if (!isObject(raw)) return null;
  const part = (name: string): string | null => textOf(raw[name], 300);
  const campaign = { name: part('name'), source: part('source'), medium: part('medium'), term: part('term'), content: part('content') };
  return Object.values(campaign).some((value) => value !== null) ? campaign : null;
}

/** The click ids that a library states in `context.clickIds`; null when it states none that we know. */
export function statedClickIds(raw: unknown): ClickIds | null {
  if (!isObject(raw)) return null;
  const found = CLICK_IDS.flatMap((name) => {
    const id = textOf(raw[name], 500);
    return id === null ? [] : [[name, id] as const];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
