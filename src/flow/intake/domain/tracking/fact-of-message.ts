import type { FactDraft } from '#kernel/fact.ts';
import { type Channel, channelEvidence, classifyChannel } from './channel.ts';
import type { Touch } from './tracking-context.ts';
import type { TrackingMessage } from './tracking-message.ts';
import { webAddress } from './web-address.ts';

/** A message that has an id, its sender's or ours, under which it counts once. */
export type KeptMessage = TrackingMessage & {
  readonly messageId: string;
  /** The 64-bit id of its fact in decimal, where it was made already. */
  readonly factId?: string;
};

/** Whose message it is, as dense numbers of the workspace; 0 means nobody. */
export type MessageOwner = { readonly person: number; readonly account: number; readonly alias: number };

type Texts = Record<string, string>;

/** Calls about a person or a group change records, which tell their own facts; their traits hold personal data and stay with the records. */
const WITHOUT_TRAITS: ReadonlySet<string> = new Set(['identify', 'group', 'alias']);

/** Which fact does this message tell? Known when it was received, under the id of the message. */
export function factOfMessage(message: KeptMessage, owner: MessageOwner): FactDraft {
  const { context } = message;
  return {
    event: message.event,
    at: message.at,
    known: message.receivedAt,
    // Only a library in a page names both.
    source: context.url !== null && context.userAgent !== null ? 'web' : 'server',
    person: owner.person,
    account: owner.account,
    alias: owner.alias,
    ...(context.sessionId === null ? {} : { session: context.sessionId }),
    ...(message.kind === 'group' && message.groupId !== null ? { subject: message.groupId } : {}),
    key: message.messageId,
    ...(message.factId === undefined ? {} : { id: message.factId }),
    props: propertiesOf(message),
  };
}

/** The properties of a fact: those of the call win over what the surroundings say. */
function propertiesOf(message: KeptMessage): Texts {
  const { context, kind, event } = message;
  const props: Texts = {};
  const put = (name: string, text: string | null): void => {
    if (text !== null) props[name] = text;
  };
  if (kind === 'page' || event === 'lead_captured') putArrival(message, put);
  put('path', context.path);
  if (kind === 'page') {
    put('url', context.url);
    put('title', context.title);
    put('referrer', context.referrer);
  }
  if (!WITHOUT_TRAITS.has(kind)) Object.assign(props, message.properties);
  if (context.isBot) props.bot = '1';
  return props;
}

/** How the visitor came to this page; a lead is credited to the last arrival that its browser remembers. */
function putArrival({ context, kind }: KeptMessage, put: (name: string, text: string | null) => void): void {
  const here: Touch = { at: null, url: context.url, referrer: context.referrer, campaign: context.campaign, clickIds: context.clickIds };
  const arrival = kind === 'page' ? here : (context.lastTouch ?? here);
  put('channel', channelOf(arrival));
  put('utm_source', arrival.campaign.source);
  put('utm_medium', arrival.campaign.medium);
  put('utm_campaign', arrival.campaign.name);
  put('utm_term', arrival.campaign.term);
  put('utm_content', arrival.campaign.content);
  for (const [name, id] of Object.entries(arrival.clickIds)) put(name, id);
}

/** Null when the visitor only went on within the site, and when a server names no arrival at all. */
function channelOf(arrival: Touch): Channel | null {
  const { url, referrer, campaign, clickIds } = arrival;
  if (Object.values(campaign).some((part) => part !== null) || Object.keys(clickIds).length > 0)
    return classifyChannel(channelEvidence(arrival));
  if (url === null && referrer === null) return null;
  const isInternal = url !== null && referrer !== null && hostOf(url) === hostOf(referrer);
  return isInternal ? null : classifyChannel(channelEvidence(arrival));
}

function hostOf(url: string): string | undefined {
  return webAddress(url)?.host.replace(/^www\./, '');
}
