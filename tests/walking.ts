import type { Page, Request } from 'playwright-core';

/** A window in which a test goes from page to page as links do, without loading the product anew. */
export interface Walk {
  /** Goes to an address of the product and waits until nothing is asked for any more and no outline in sight stands for an answer. */
  to(path: string): Promise<void>;
}

/** Watches what a page asks for, from now on. Its first address is loaded; those after it are gone to. */
export const walkOf = (page: Page): Walk => {
  const open = new Set<Request>();
  let lastAt = Date.now();
  const over = (request: Request): void => {
    if (open.delete(request)) lastAt = Date.now();
  };
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  page.on('requestfinished', over);
  page.on('requestfailed', over);
  const settled = async (): Promise<void> => {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await page.waitForTimeout(20)) {
      const isQuiet = open.size === 0 && Date.now() - lastAt > QUIET_MS;
      if (isQuiet && !(await page.evaluate(isWaiting))) return;
    }
    throw new Error(`${page.url()} still waits for something`);
  };
  return {
    to: async (path) => {
      const isOpen = page.url().startsWith('http');
      if (isOpen) await page.evaluate((address) => window.history.pushState(null, '', address), path);
      else await page.goto(path);
      lastAt = Date.now();
      await settled();
    },
  };
};

// Tiles further down wait until somebody comes to them, and the gallery shows an outline for its own sake.
const isWaiting = (): boolean =>
  [...document.querySelectorAll(':not([data-sample] *).skeleton')].some(
    (outline) => outline.getBoundingClientRect().top < window.innerHeight,
  );

/** What an answer leads to is asked for sooner than this. */
const QUIET_MS = 100;
const PATIENCE_MS = 30_000;
