import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { createTestPostgres, type TestPostgres } from '#platform/postgres/testing.ts';
import { loaderSnippet } from '../../sdk/src/snippet.ts';
import { launchBrowser } from '../browser.ts';
import { type Door, listen, openDoor, workspaceWithKey } from './open-door.ts';

let postgres: TestPostgres;
let clickhouse: TestClickHouse;
let door: Door;
let server: Awaited<ReturnType<typeof listen>>;
let site: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;
let ws: number;

// A headless browser says so, and would be taken for a robot.
const AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** The page stands on another origin than Perennial, as it does for customers. */
const serveSite = async (html: string) => {
  const pages = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  return { host: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`, close: () => pages.close() };
};

beforeAll(async () => {
  [postgres, clickhouse, browser] = await Promise.all([createTestPostgres(), createTestClickHouse(), launchBrowser()]);
  const { workspace, writeKey } = await workspaceWithKey(postgres, 'Acme');
  ws = workspace.ws;
  door = await openDoor({ postgres, clickhouse, workspaces: new Map([[writeKey, workspace]]) });
  server = await listen(door);
  const snippet = loaderSnippet({ writeKey, host: server.host, options: { flushInterval: 100 } });
  site = await serveSite(`<!doctype html><title>Acme</title><script>${snippet}</script><h1>Acme</h1>`);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
  await server?.close();
  await door?.close();
  await Promise.all([postgres?.drop(), clickhouse?.drop()]);
});

interface Stored {
  readonly event: string;
  readonly source: string;
  readonly person: number;
  readonly path: string;
  readonly channel: string;
  readonly session: string;
  readonly props: Readonly<Record<string, string>>;
}
const stored = (): Promise<readonly Stored[]> =>
  clickhouse.query<Stored>(
    `select event, source, person, path, channel, toString(session) as session, props from events
    where ws = {ws:UInt32} and source in ('web', 'server') order by at, event`,
    { ws },
  );
const arrived = (count: number) =>
  vi.waitFor(
    async () => {
      const facts = await stored();
      expect(facts.length).toBeGreaterThanOrEqual(count);
      return facts;
    },
    { timeout: 10_000, interval: 50 },
  );

describe('a page with the tracking script', () => {
  it('tells a visit, who it was, and what was done as the page ended, each once', async () => {
    const context = await browser.newContext({ userAgent: AGENT });
    const page = await context.newPage();
    await page.goto(`${site.host}/pricing?utm_source=news&utm_medium=email&utm_campaign=spring`);
    await arrived(1);
    await page.evaluate(() =>
      (window as never as { perennial: { identify(id: string, traits: object): void } }).perennial.identify('u1', { name: 'Ann' }),
    );
    await arrived(2);
    await page.evaluate(() => (window as never as { perennial: { track(event: string): void } }).perennial.track('Left'));
    await page.goto(`${site.host}/thanks`);
    const facts = await arrived(4);
    await page.reload();
    await arrived(5);
    expect(facts.map((fact) => fact.event)).toEqual(['page_viewed', 'person_identified', 'Left', 'page_viewed']);
    expect(facts[0]).toMatchObject({ source: 'web', path: '/pricing', channel: 'Email', props: { utm_campaign: 'spring', title: 'Acme' } });
    expect(new Set(facts.map((fact) => fact.person)).size).toBe(1);
    expect(new Set(facts.map((fact) => fact.session)).size).toBe(1);
    expect((await stored()).filter((fact) => fact.event === 'Left')).toHaveLength(1);
    await context.close();
  });
});
