import type { Visit } from './browser-visitor.ts';
import { type Fields, LIBRARY } from './message.ts';

export type PageView = {
  readonly url: string;
  readonly path: string;
  readonly referrer: string;
  readonly title: string;
  readonly search: string;
};

/** Which page is on screen? `referrer` is the previous page, also when that was left without a reload. */
export const pageView = (referrer: string): PageView => ({
  url: location.href,
  path: location.pathname,
  referrer,
  title: document.title,
  search: location.search,
});

/**
 * In which surroundings does a call happen? The campaign is that of the session, so it stays known on its later pages but
 * does not colour a direct return months later, for which there is `lastTouch`.
 */
export const browserContext = (page: PageView, { session, touches }: Visit, groupId?: string): Fields => ({
  library: LIBRARY,
  page,
  campaign: session.campaign,
  clickIds: session.clickIds,
  firstTouch: touches.first,
  lastTouch: touches.last,
  sessionId: session.id,
  groupId,
  consent: 'granted',
  userAgent: navigator.userAgent,
  locale: navigator.language,
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  screen: { width: screen.width, height: screen.height, density: devicePixelRatio },
});
