import type { BrowserQueue } from './browser-queue.ts';
import type { BrowserStorage } from './browser-storage.ts';
import type { Delivery } from './delivery.ts';

export type Consent = 'granted' | 'denied' | 'pending';

export type GateOptions = {
  readonly storage: BrowserStorage;
  readonly queue: BrowserQueue;
  readonly delivery: Delivery;
  readonly configured: Consent;
  /** The browser itself asks not to be tracked: nothing that the site says can grant. */
  readonly refused: boolean;
};

export type ConsentGate = {
  readonly isDenied: () => boolean;
  readonly set: (consent: Consent) => void;
  readonly optOut: () => void;
  readonly optIn: () => void;
};

const OPT_OUT = 'optOut';
const GRANT = 'granted';

/** Does the browser ask not to be tracked, by Do Not Track or by Global Privacy Control? */
export const asksForPrivacy = (browser: { readonly doNotTrack: string | null; readonly globalPrivacyControl?: boolean }): boolean =>
  browser.doNotTrack === '1' || browser.globalPrivacyControl === true;

/**
 * Decides what may be stored and sent. A stored opt-out always wins; a stored grant answers only a configuration that is
 * still waiting for one.
 */
export const createConsentGate = ({ storage, queue, delivery, configured, refused }: GateOptions): ConsentGate => {
  let consent: Consent;

  const apply = (next: Consent): void => {
    consent = refused || storage.get(OPT_OUT) ? 'denied' : next;
    const granted = consent === 'granted';
    storage.persist(granted);
    if (granted) queue.restore();
    if (consent === 'denied') {
      queue.clear();
      for (const name of storage.names()) if (name !== OPT_OUT) storage.remove(name);
    }
    if (granted) delivery.resume();
    else delivery.pause();
  };

  const set = (next: Consent): void => {
    if (next === 'granted') storage.set(GRANT, true);
    apply(next);
  };

  const optOut = (): void => {
    storage.persist(true);
    storage.set(OPT_OUT, true);
    apply('denied');
  };

  const optIn = (): void => {
    storage.remove(OPT_OUT);
    set('granted');
  };

  apply(configured === 'pending' && storage.get(GRANT) ? 'granted' : configured);
  return { isDenied: () => consent === 'denied', set, optOut, optIn };
};
