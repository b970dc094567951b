import { itemFrom } from './batch.ts';
import { asksForPrivacy, type Consent, createConsentGate } from './browser-consent.ts';
import { browserContext, pageView } from './browser-context.ts';
import { watchHistory, watchLeaving } from './browser-events.ts';
import { type BrowserQueue, createBrowserQueue } from './browser-queue.ts';
import { sendFromEndingPage, sendFromPage } from './browser-send.ts';
import { type BrowserStorage, createBrowserStorage } from './browser-storage.ts';
import { createBrowserVisitor } from './browser-visitor.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import type { Fields, MessageBody, MessageType } from './message.ts';
import { newUuid } from './uuid.ts';

export type { Consent, Fields };

export type BrowserOptions = {
  readonly writeKey: string;
  /** Address of the Perennial server, such as `https://perennial.example.com`; the page's own origin by default. */
  readonly host?: string;
  /** 'granted' by default. While 'pending' nothing is stored or sent; calls wait in memory. */
  readonly consent?: Consent;
  /** True by default: Do Not Track and Global Privacy Control count as 'denied', whatever `setConsent` says. */
  readonly respectDoNotTrack?: boolean;
  /** True by default: `page()` on load and whenever the app navigates without a reload. */
  readonly autoPage?: boolean;
  /** Messages that are sent at once, 20 by default. */
  readonly flushAt?: number;
  /** Milliseconds that a message waits for company, 2,000 by default. */
  readonly flushInterval?: number;
  /** Messages kept while the server cannot be reached, 1,000 by default; beyond it the oldest are given up. */
  readonly maxQueue?: number;
  /** Milliseconds before the first retry, 1,000 by default. */
  readonly retryDelay?: number;
  /** Milliseconds of silence that end a session, 30 minutes by default. */
  readonly sessionTimeout?: number;
};

export type BrowserClient = {
  readonly identify: (userId: string | number | Fields, traits?: Fields) => void;
  readonly track: (event: string, properties?: Fields) => void;
  readonly page: (name?: string, properties?: Fields) => void;
  readonly screen: (name?: string, properties?: Fields) => void;
  readonly group: (groupId: string | number, traits?: Fields) => void;
  readonly alias: (userId: string | number, previousId?: string) => void;
  readonly setConsent: (consent: Consent) => void;
  /** Denies for good, in one stored mark that only `optIn` removes. */
  readonly optOut: () => void;
  readonly optIn: () => void;
  /** Forgets the person, as after signing out: the next call comes from a new anonymous one. */
  readonly reset: () => void;
  readonly ready: (callback?: () => void) => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly anonymousId: () => string;
  readonly userId: () => string | undefined;
};

/** Starts tracking on this page. Messages survive reloads in localStorage, where the visitor and the session are kept too. */
export const createClient = (options: BrowserOptions): BrowserClient => {
  const storage = createBrowserStorage(`perennial.${options.writeKey}.`);
  const visitor = createBrowserVisitor(storage, options.sessionTimeout ?? 1_800_000);
  const { queue, delivery } = openPipe(storage, options);
  const gate = createConsentGate({
    storage,
    queue,
    delivery,
    configured: options.consent ?? 'granted',
    refused: options.respectDoNotTrack !== false && asksForPrivacy(navigator),
  });
  let referrer = document.referrer;

  const send = (type: MessageType, body: MessageBody, identity = visitor.identity): void => {
    if (gate.isDenied()) return;
    const now = Date.now();
    const who = identity();
    const context = browserContext(pageView(referrer), visitor.visit({ now, url: location.href }), visitor.groupId());
    queue.append(itemFrom({ type, messageId: newUuid(), timestamp: new Date(now).toISOString(), ...who, ...body, context }));
    delivery.wake();
  };

  const page = (name?: string, properties?: Fields): void => send('page', { name, properties: { ...pageView(referrer), ...properties } });

  const arrive = (from: string): void => {
    referrer = from;
    if (!gate.isDenied()) visitor.visit({ now: Date.now(), url: location.href, referrer });
    if (options.autoPage !== false) page();
  };

  arrive(referrer);
  watchHistory(arrive);

  return {
    identify: (userId, traits) =>
      typeof userId === 'object'
        ? send('identify', { traits: userId })
        : send('identify', { traits }, () => visitor.identify(String(userId))),
    track: (event, properties) => send('track', { event, properties }),
    page,
    screen: (name, properties) => send('screen', { name, properties }),
    group: (groupId, traits) => {
      visitor.group(String(groupId));
      send('group', { groupId: String(groupId), traits });
    },
    alias: (userId, previousId) => {
      const known = visitor.identity();
      send('alias', { previousId: previousId ?? known.userId ?? known.anonymousId, userId: String(userId) });
    },
    setConsent: gate.set,
    optOut: gate.optOut,
    optIn: gate.optIn,
    reset: visitor.forget,
    ready: async (callback) => callback?.(),
    flush: delivery.flush,
    anonymousId: () => visitor.identity().anonymousId,
    userId: () => visitor.identity().userId,
  };
};

/** The way of a message from the queue to the server, also when the page ends. */
const openPipe = (storage: BrowserStorage, options: BrowserOptions): { readonly queue: BrowserQueue; readonly delivery: Delivery } => {
  const destination = { writeKey: options.writeKey, host: options.host ?? location.origin };
  const queue = createBrowserQueue(storage, options.maxQueue ?? 1_000);
  const delivery = createDelivery({
    outbox: queue,
    send: (batch) => sendFromPage(destination, batch),
    onRefused: ({ status, reason }, batch) =>
      console.warn(`perennial: the server refused a batch of ${batch.length} (${status}): ${reason}`),
    flushAt: options.flushAt ?? 20,
    flushIntervalMs: options.flushInterval ?? 2_000,
    firstRetryMs: options.retryDelay ?? 1_000,
  });
  const takeUp = (): void => {
    if (delivery.isPaused()) return;
    queue.restore();
    delivery.wake();
  };
  watchLeaving(() => queue.release(sendFromEndingPage(destination, delivery.idleItems())), takeUp);
  return { queue, delivery };
};
