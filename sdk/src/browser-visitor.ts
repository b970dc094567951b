import type { BrowserStorage } from './browser-storage.ts';
import { type Identity, nextIdentity } from './identity.ts';
import { nextSession, type Session } from './session.ts';
import { nextTouches, type Touches, touchFrom } from './touch.ts';
import { newUuid } from './uuid.ts';

export type Visit = { readonly session: Session; readonly touches: Touches };

/** The person at this browser as storage remembers them; storage is read each time, because another tab may have signed them in or out. */
export type BrowserVisitor = {
  readonly identity: () => Identity;
  readonly identify: (userId: string) => Identity;
  readonly group: (groupId: string) => void;
  readonly groupId: () => string | undefined;
  /** Notes activity on the page at `url`. An arrival is noted with its referrer; activity on the same page is none. */
  readonly visit: (activity: { readonly now: number; readonly url: string; readonly referrer?: string }) => Visit;
  readonly forget: () => void;
};

/** Opens the visitor kept in `storage`; a first visitor receives an anonymous id at the first question. */
export const createBrowserVisitor = (storage: BrowserStorage, sessionTimeoutMs: number): BrowserVisitor => {
  const keep = <T>(name: string, value: T): T => {
    storage.set(name, value);
    return value;
  };

  const identity = (): Identity => storage.get<Identity>('identity') ?? keep('identity', { anonymousId: newUuid() });

  const forget = (): void => ['identity', 'group', 'session', 'touches'].forEach(storage.remove);

  const identify = (userId: string): Identity => {
    const before = identity();
    const after = nextIdentity(before, userId, newUuid());
    if (after.anonymousId !== before.anonymousId) forget();
    return keep('identity', after);
  };

  const visit: BrowserVisitor['visit'] = ({ now, url, referrer }) => {
    const touch = touchFrom({ now, url, referrer: referrer ?? '' });
    const known = storage.get<Touches>('touches');
    const touches = known && referrer === undefined ? known : keep('touches', nextTouches(known, touch));
    const session = nextSession(storage.get('session'), { now, source: touch, newId: newUuid(), timeoutMs: sessionTimeoutMs });
    return { touches, session: keep('session', session) };
  };

  return { identity, identify, group: (groupId) => storage.set('group', groupId), groupId: () => storage.get('group'), visit, forget };
};
