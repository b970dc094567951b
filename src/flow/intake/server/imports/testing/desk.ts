import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PERMISSIONS, type Permission } from '#kernel/endpoint.ts';
import { recallFrom } from '#kernel/saying.ts';
import { systemClock } from '#platform/clock.ts';
import { createHttp } from '#platform/http.ts';
import { openJobs } from '#platform/jobs.ts';
import { silentLog } from '#platform/log.ts';
import { createTestPostgres, type TestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import type { Import, ImportStatus } from '../../../contracts.ts';
import { ROW_SAYS } from '../../../domain/imports/row-sayings.ts';
import { CELL_SAYS } from '../../../domain/tabular/cell-sayings.ts';
import type { ImportTarget } from '../../import-target.ts';
import { createImports, type Imports } from '../create-imports.ts';
import { createThings, firmTarget, forgetThings, orderTarget, THING_SAYS } from './things.ts';

/** An import engine over a database of its own, behind the real routes, with two workspaces 1 and 2. */
export interface Desk {
  readonly postgres: TestPostgres;
  readonly imports: Imports;
  readonly folder: string;
  readonly seen: readonly string[];
  /** Whether the disk has room. */
  readonly disk: { hasRoom: boolean };
  call(method: string, path: string, options?: CallOptions): Promise<Response>;
  upload(fileName: string, text: string | Uint8Array, options?: CallOptions & { kind?: string; source?: string }): Promise<Import>;
  /** Uploads, runs and waits. */
  bring(fileName: string, text: string, options?: CallOptions & { kind?: string; source?: string }): Promise<Import>;
  ask(path: string, options?: CallOptions): Promise<Import>;
  until(id: string, status: ImportStatus, options?: CallOptions): Promise<Import>;
  rows<T>(query: ReturnType<typeof sql>): Promise<readonly T[]>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly ws?: number;
  readonly permissions?: readonly Permission[];
  readonly body?: BodyInit | object;
}

export interface DeskOptions {
  readonly works?: boolean;
  readonly targets?: readonly ImportTarget[];
}

/** Opens a desk; with `works: false` it takes files and requests, and another process does the work. */
export const openDesk = async ({ works = true, targets = [firmTarget, orderTarget] }: DeskOptions = {}): Promise<Desk> => {
  const postgres = await createTestPostgres();
  await createThings(postgres.db);
  for (const ws of [1, 2])
    await sql`insert into workspace (id, slug, name) values (${`wsp_${ws}`}, ${`w${ws}`}, ${`W${ws}`})`.execute(postgres.db);
  const folder = await mkdtemp(join(tmpdir(), 'perennial-imports-'));
  const jobs = await openJobs({ url: postgres.url, log: silentLog });
  const seen: string[] = [];
  const disk = { hasRoom: true };
  const imports = createImports({
    postgres,
    jobs,
    clock: systemClock,
    log: silentLog,
    folder,
    hasRoom: () => disk.hasRoom,
    targets,
    recall: recallFrom([THING_SAYS, CELL_SAYS, ROW_SAYS]),
    forgetFacts: forgetThings(postgres.db),
    onProgress: (_, id) => void seen.push(id),
  });
  await imports.start();
  if (works) await jobs.start();
  const { app, mount } = createHttp({
    clock: systemClock,
    log: silentLog,
    publicUrl: undefined,
    idempotency: { run: (_ws, _key, _endpoint, _body, work) => work() },
    identify: async (request) => callerOf(request),
    requestsPerMinute: 100_000,
  });
  mount(imports.routes);
  const call: Desk['call'] = async (method, path, { ws = 1, permissions = PERMISSIONS, body } = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
    const headers = {
      'x-ws': String(ws),
      'x-may': permissions.join(' '),
      ...(body && !isRaw ? { 'content-type': 'application/json' } : {}),
    };
    const sent = body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body), duplex: 'half' };
    return app.request(path, { method, headers, ...sent });
  };
  const json = async (response: Response): Promise<Import> => {
    if (response.ok) return (await response.json()) as Import;
    throw new Error(`${response.status} ${await response.text()}`);
  };
  const ask: Desk['ask'] = async (path, options) => json(await call('POST', path, options));
  const upload: Desk['upload'] = async (fileName, text, { kind, source, ...options } = {}) => {
    const query = new URLSearchParams({ fileName, ...(kind ? { kind } : {}), ...(source ? { source } : {}) });
    return json(await call('POST', `/api/v1/imports?${query}`, { ...options, body: text as BodyInit }));
  };
  const until: Desk['until'] = async (id, status, options) => {
    for (let left = 400; ; left -= 1) {
      const now = await json(await call('GET', `/api/v1/imports/${id}`, options));
      if (now.status === status) return now;
      if (left === 0 || (now.status === 'failed' && status !== 'failed'))
        throw new Error(`still ${now.status}: ${JSON.stringify(now.findings)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return {
    postgres,
    imports,
    folder,
    seen,
    disk,
    call,
    upload,
    ask,
    until,
    bring: async (fileName, text, options) => {
      const { id } = await upload(fileName, text, options);
      await ask(`/api/v1/imports/${id}/run`, options);
      return until(id, 'done', options);
    },
    rows: async <T>(query: ReturnType<typeof sql>) => (await query.execute(postgres.db)).rows as readonly T[],
    close: async () => {
      imports.stop();
      await jobs.stop();
      await postgres.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const callerOf = (request: Request) => {
  const ws = Number(request.headers.get('x-ws'));
  const permissions = new Set((request.headers.get('x-may') ?? '').split(' ') as Permission[]);
  const workspace = {
    ws,
    id: `wsp_${ws}`,
    slug: `w${ws}`,
    name: `W${ws}`,
    timeZone: 'UTC',
    currency: 'USD',
    weekStart: 1,
    language: 'en' as const,
  };
  return { actor: { kind: 'key' as const, id: 'key_test', name: 'Test', permissions }, workspace };
};
