import { isBot } from './bot.ts';
import { type Campaign, type ClickIds, NO_CAMPAIGN, NO_CLICK_IDS, sourceFromQuery, statedCampaign, statedClickIds } from './campaign.ts';
import { instantFrom } from './instant-text.ts';
import { isObject, textOf } from './plain-text.ts';
import { pathOf, webAddress } from './web-address.ts';

/** How a visitor once arrived. `at`: UTC ms, null when unknown. */
export type Touch = {
  readonly at: number | null;
  readonly url: string | null;
  readonly referrer: string | null;
  readonly campaign: Campaign;
  readonly clickIds: ClickIds;
};

/** The surroundings of a message. The address of the machine (`context.ip`) is never read, so that nothing can keep it. */
export type TrackingContext = {
  readonly url: string | null;
  readonly path: string | null;
  readonly title: string | null;
  readonly referrer: string | null;
  readonly campaign: Campaign;
  readonly clickIds: ClickIds;
  /** How this visitor arrived first and last, by the memory of the browser; null when the library keeps none. */
  readonly firstTouch: Touch | null;
  readonly lastTouch: Touch | null;
  readonly userAgent: string | null;
  readonly isBot: boolean;
  readonly sessionId: string | null;
  /** Name and version, as in `perennial-sdk@0.1.0`. */
  readonly library: string | null;
  readonly locale: string | null;
  readonly timezone: string | null;
  readonly deviceId: string | null;
  readonly os: string | null;
  readonly app: string | null;
};

type Fields = Readonly<Record<string, unknown>>;
const EMPTY: Fields = {};

/** What do the context and the properties of a page say about the surroundings? Properties win over the context, stated campaigns over the address's. */
export function trackingContext(context: Fields | null, properties: Fields | null, isPage: boolean): TrackingContext {
  const from = context ?? EMPTY;
  const page = fieldsOf(from.page);
  const own = isPage && properties ? properties : EMPTY;
  const url = textOf(own.url) ?? textOf(page.url);
  const path = textOf(own.path) ?? textOf(page.path);
  const userAgent = textOf(from.userAgent, 512);
  const os = fieldsOf(from.os);
  const app = fieldsOf(from.app);
  const library = fieldsOf(from.library);
  return {
    url,
    path: path ?? (url === null ? null : pathOf(url)),
    title: textOf(own.title, 500) ?? textOf(page.title, 500),
    referrer: textOf(own.referrer) ?? textOf(page.referrer) ?? textOf(fieldsOf(from.referrer).url),
    ...linkSource(from, url),
    firstTouch: touchOf(from.firstTouch),
    lastTouch: touchOf(from.lastTouch),
    userAgent,
    isBot: userAgent !== null && isBot(userAgent),
    sessionId: textOf(from.sessionId, 200) ?? textOf(properties?.$session_id, 200),
    library: nameAndVersion(library.name, library.version),
    locale: textOf(from.locale, 50),
    timezone: textOf(from.timezone, 100),
    deviceId: textOf(fieldsOf(from.device).id, 512),
    os: nameAndVersion(os.name, os.version),
    app: nameAndVersion(app.name, app.version),
  };
}

function linkSource(from: Fields, url: string | null): { readonly campaign: Campaign; readonly clickIds: ClickIds } {
  const campaign = statedCampaign(from.campaign);
  const clickIds = statedClickIds(from.clickIds);
  const question = url === null ? -1 : url.indexOf('?');
  if (url === null || question < 0 || (campaign && clickIds))
    return { campaign: campaign ?? NO_CAMPAIGN, clickIds: clickIds ?? NO_CLICK_IDS };
  const hash = url.indexOf('#', question);
  const linked = sourceFromQuery(url.slice(question + 1, hash < 0 ? undefined : hash));
  return { campaign: campaign ?? linked.campaign, clickIds: clickIds ?? linked.clickIds };
}

function touchOf(raw: unknown): Touch | null {
  if (!isObject(raw)) return null;
  const url = textOf(raw.url);
  const referrer = textOf(raw.referrer);
  const { campaign, clickIds } = linkSource(raw, url);
  const says = url !== null || referrer !== null || campaign !== NO_CAMPAIGN || clickIds !== NO_CLICK_IDS;
  return says ? { at: instantFrom(raw.at), url, referrer, campaign, clickIds } : null;
}

/** How did a visitor arrive who stands on this page? */
export function touchFrom(arrival: { readonly at: number | null; readonly url: string | null; readonly referrer: string | null }): Touch {
  const query = arrival.url ? (webAddress(arrival.url)?.query ?? '') : '';
  return { ...arrival, ...sourceFromQuery(query) };
}

function fieldsOf(raw: unknown): Fields {
  return isObject(raw) ? raw : EMPTY;
}

function nameAndVersion(name: unknown, version: unknown): string | null {
  const title = textOf(name, 100);
  const number = textOf(version, 50);
  return title === null ? null : number === null ? title : `${title}@${number}`;
}
