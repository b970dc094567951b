import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { inject } from 'vitest';
import { PERMISSIONS, type Permission } from '#kernel/endpoint.ts';
import type { Role } from '#platform/access/contracts.ts';
import { insertWorkspace, issueKey } from '#platform/access.ts';
import { connectClickHouse } from '#platform/clickhouse.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import { silentLog } from '#platform/log.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { openProduct, type Product } from '../src/product.ts';

/** The whole product on stores of its own, listening on a free port. */
export interface TestProduct extends Product {
  readonly url: string;
  readonly port: number;
  /** A workspace with an API key that may do everything, or just what is named. */
  workspace(options?: { name?: string; timeZone?: string; currency?: string; permissions?: readonly Permission[] }): Promise<TestWorkspace>;
  /** A user with a session cookie; the first may sign up, others are made directly. */
  user(name: string): Promise<{ id: string; cookie: string }>;
  /** Waits until everything that follows from what came in has been worked out: facts shipped, accounts looked at, jobs done. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestWorkspace extends WorkspaceContext {
  readonly key: string;
  readonly writeKey: string;
  /** Calls the API with the workspace's key. */
  call<T = unknown>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
}

const WEB = join(import.meta.dirname, '../dist/web');

/** Starts the product for a test file; `web` serves the built pages too. */
export const startProduct = async (options: { clock?: Clock; web?: boolean } = {}): Promise<TestProduct> => {
  const postgres = await createTestPostgres();
  const database = `product_${randomBytes(6).toString('hex')}`;
  const events = new URL(inject('clickhouseUrl'));
  events.pathname = `/${database}`;
  const home = await mkdtemp(join(tmpdir(), 'perennial-test-'));
  const config = {
    port: 0,
    host: '127.0.0.1',
    home,
    databaseUrl: postgres.url,
    clickhouseUrl: events.href,
    publicUrl: undefined,
    logLevel: 'silent',
    eventStoreMemoryBytes: 512 * 1024 * 1024,
    diskReserveBytes: 16 * 1024 * 1024,
    requestsPerMinute: 1200,
  };
  const product = await openProduct({
    config,
    log: silentLog,
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.web ? { webFolder: WEB } : {}),
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: product.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    ...product,
    url,
    port,
    workspace: (wanted = {}) => makeWorkspace(product, url, options.clock ?? systemClock, wanted),
    user: (name) => makeUser(product, url, name),
    quiet: () => untilQuiet(product),
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      await product.close();
      await postgres.drop();
      await dropDatabase(database);
      await rm(home, { recursive: true, force: true });
    },
  };
};

/** Makes a user of a workspace with a role, and signs them in. */
export const memberOf = async (product: TestProduct, workspace: TestWorkspace, role: Role): Promise<string> => {
  const { id, cookie } = await product.user(`${role}-${randomBytes(3).toString('hex')}`);
  await product.stores.postgres.pool.query('insert into member (ws, user_id, role) values ($1, $2, $3)', [workspace.ws, id, role]);
  return cookie;
};

const makeWorkspace = async (
  product: Product,
  url: string,
  clock: Clock,
  wanted: { name?: string; timeZone?: string; currency?: string; permissions?: readonly Permission[] },
): Promise<TestWorkspace> => {
  const { db } = product.stores.postgres;
  const workspace = await insertWorkspace(
    db,
    clock,
    { name: wanted.name ?? 'Test', timeZone: wanted.timeZone ?? 'UTC', currency: wanted.currency ?? 'USD', weekStart: 1, language: 'en' },
    null,
  );
  const { secret: key } = await issueKey(db, clock, {
    ws: workspace.ws,
    name: 'test',
    kind: 'api',
    permissions: wanted.permissions ?? PERMISSIONS,
    by: null,
  });
  const { secret: writeKey } = await issueKey(db, clock, { ws: workspace.ws, name: 'test', kind: 'write', permissions: [], by: null });
  const call = async <T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as T };
  };
  return { ...workspace, key, writeKey, call };
};

const PASSWORD = 'a long enough password';

const makeUser = async (product: Product, url: string, name: string): Promise<{ id: string; cookie: string }> => {
  const email = `${name}@example.com`;
  const { id } = await product.access.auth.createUser({ email, password: PASSWORD, name });
  const response = await fetch(`${url}/api/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  return {
    id,
    cookie: response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  };
};

const dropDatabase = async (database: string): Promise<void> => {
  const clickhouse = await connectClickHouse({ url: inject('clickhouseUrl') });
  await clickhouse.command(`drop database if exists ${database} sync`);
  await clickhouse.close();
};

// Between one piece of work that is done and the next that it asks for, nothing can be seen of either.
const LOOKS = 3;
const LOOK_AGAIN_MS = { calm: 50, busy: 250 } as const;

const untilQuiet = async ({ rooms, stores }: Product): Promise<void> => {
  const open = async (): Promise<number> => {
    const { rows } = await stores.postgres.pool.query<{ n: number }>(
      `select ((select count(*) from fact_batch) + (select count(*) from account_reaction) + (select count(*) from person_reaction)
        + (select count(*) from standing_change)
        + (select count(*) from jobs.job where state in ('created', 'retry', 'active') and start_after <= now()))::int as n`,
    );
    return rows[0]!.n;
  };
  for (let calm = 0; calm < LOOKS; ) {
    const followed = await rooms.followImports();
    await rooms.settle();
    calm = followed + (await open()) === 0 ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, calm > 0 ? LOOK_AGAIN_MS.calm : LOOK_AGAIN_MS.busy));
  }
};
