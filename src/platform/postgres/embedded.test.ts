import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DataFolder, openDataFolder } from '../data-folder.ts';
import { connectPostgres, sql } from '../postgres.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded.ts';
import { freePort } from './free-port.ts';
import { stopOrphan, worksOn } from './orphan.ts';
import type { EngineState } from './supervise.ts';
import { TEST_SERVERS } from './testing.ts';

const isRoot = process.getuid?.() === 0;
const lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
let parent: string;
let lock: DataFolder;
let folder: string;
let server: EmbeddedPostgres | undefined;
beforeAll(async () => {
  await mkdir(TEST_SERVERS, { recursive: true });
  await chmod(TEST_SERVERS, 0o711);
  parent = await mkdtemp(join(TEST_SERVERS, 'embedded-'));
  lock = await openDataFolder(parent);
  folder = join(parent, 'postgres');
});
beforeEach(async () => {
  lines.length = 0;
  await chmod(parent, 0o711);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(async () => {
  lock.close();
  await rm(parent, { recursive: true, force: true });
});

const start = async (options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> => {
  server = await startEmbeddedPostgres({ folder, log, ...options });
  return server;
};

const ask = async (url: string, statement: string): Promise<unknown[]> => {
  const postgres = await connectPostgres({ url, poolSize: 1 });
  try {
    return (await sql.raw(statement).execute(postgres.db)).rows;
  } finally {
    await postgres.close();
  }
};

const pidOf = (running: EmbeddedPostgres): number => {
  const state = running.state();
  if (state.state !== 'ready') throw new Error(`the server is ${state.state}`);
  return state.pid;
};

describe('a server', () => {
  it('keeps its data over stop and start, and ends with stop', async () => {
    const first = await start();
    await ask(first.url, 'create table note (text text)');
    await ask(first.url, "insert into note values ('kept')");
    const pid = pidOf(first);
    await first.stop();
    expect(first.state()).toEqual({ state: 'stopped' });
    expect(worksOn(join(folder, 'cluster'), pid)).toBe(false);
    const second = await start();
    expect(await ask(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
  });

  it('is durable, modest, in UTF-8 and sorts alike everywhere', async () => {
    const { url } = await start();
    const settings =
      "select name, setting from pg_settings where name in ('fsync','synchronous_commit','jit','max_connections') order by name";
    expect(await ask(url, settings)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'jit', setting: 'off' },
      { name: 'max_connections', setting: '60' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
    const locale = 'select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale';
    expect(await ask(url, `${locale} from pg_database where datname = current_database()`)).toEqual([
      { encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' },
    ]);
    expect(await ask(url, "select lower('ÄÉ') as lower")).toEqual([{ lower: 'äé' }]);
  });

  it('lets in nobody without the password, which only its owner can read', async () => {
    const { url, place } = await start();
    const wrong = new URL(url);
    wrong.password = 'guess';
    const client = new pg.Client({ connectionString: wrong.href });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
    const cluster = await stat(join(place, 'cluster'));
    expect(cluster.mode & 0o077).toBe(0);
    const password = await stat(join(place, 'cluster', 'perennial-password'));
    expect(password.mode & 0o077).toBe(0);
    expect(lines.join('')).not.toContain(new URL(url).password);
  });

  it('writes no values of rows into its log', async () => {
    const { url, place } = await start();
    await ask(url, 'create table person (email text primary key)');
    await ask(url, "insert into person values ('ada@example.com')");
    await expect(ask(url, "insert into person values ('ada@example.com')")).rejects.toMatchObject({ code: 'conflict' });
    await expect(ask(url, "select 'ada@example.com'::int")).rejects.toThrow();
    expect(await readFile(join(place, 'postgres.log'), 'utf8')).not.toContain('ada@');
  });

  it('says why it cannot start on a port that is taken', async () => {
    const { url } = await start();
    const taken = Number(new URL(url).port);
    const second = startEmbeddedPostgres({ folder: join(parent, 'other'), log, port: taken });
    await expect(second).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('Address already in use') });
  });

  it('begins anew after a first start that was cut off', async () => {
    const fresh = join(parent, 'fresh');
    await mkdir(join(fresh, 'cluster.tmp', 'base'), { recursive: true });
    await writeFile(join(fresh, 'cluster.password.tmp'), 'half');
    const { url } = await start({ folder: fresh });
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await readdir(fresh)).sort()).toEqual(['cluster', 'postgres.log']);
  });

  it('begins anew while the files of a killed first start are still being written', async () => {
    const fresh = join(parent, 'still-written');
    const base = join(fresh, 'cluster.0.tmp', 'base');
    await mkdir(base, { recursive: true });
    let isWriting = true;
    const writer = (async () => {
      for (let at = 0; isWriting; at += 1) {
        // What it writes into is taken away meanwhile; initdb would give up then, this one is more stubborn.
        await mkdir(base, { recursive: true }).catch(() => undefined);
        await writeFile(join(base, String(at)), 'half').catch(() => undefined);
      }
    })();
    const { url } = await start({ folder: fresh });
    isWriting = false;
    await writer;
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server?.stop();
    await start({ folder: fresh });
    expect((await readdir(fresh)).sort()).toEqual(['cluster', 'postgres.log']);
  });

  it('refuses files of another major version', async () => {
    await start();
    await server?.stop();
    const version = join(folder, 'cluster', 'PG_VERSION');
    await writeFile(version, '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('PostgreSQL 17') });
    await writeFile(version, '18\n');
  });
});

describe('the supervisor', () => {
  it('starts a killed server again at the same address and tells it', async () => {
    const running = await start();
    await ask(running.url, 'create table seven as select 7 as number');
    const seen: EngineState[] = [];
    const ready = new Promise<void>((resolve) => {
      running.onState((state) => {
        seen.push(state);
        if (state.state === 'ready') resolve();
      });
    });
    process.kill(pidOf(running), 'SIGKILL');
    await ready;
    expect(seen.map(({ state }) => state)).toEqual(['restarting', 'ready']);
    expect(seen[0]).toMatchObject({ attempt: 1, inMs: 100, reason: expect.stringContaining('SIGKILL') });
    expect(await ask(running.url, 'select number from seven')).toEqual([{ number: 7 }]);
  });

  it('does not start again what was stopped while it was down', async () => {
    const running = await start();
    process.kill(pidOf(running), 'SIGKILL');
    await new Promise<void>((resolve) => running.onState(() => resolve()));
    await running.stop();
    await sleep(300);
    expect(running.state()).toEqual({ state: 'stopped' });
    await expect(ask(running.url, 'select 1')).rejects.toMatchObject({ code: 'unavailable' });
  });
});

const RUN = `const [embedded, pg, folder] = process.argv.slice(1);
const { startEmbeddedPostgres } = await import(embedded);
const log = { info() {}, warn() {}, error() {} };
const server = await startEmbeddedPostgres({ folder, log });
const client = new (await import(pg)).default.Client({ connectionString: server.url });
await client.connect();
await client.query('create table if not exists beat (number int)');
for (let number = 1; ; number++) {
  await client.query('insert into beat values ($1)', [number]);
  console.log(number);
}`;

describe('after kill -9 of its parent', () => {
  it('the orphan is stopped, everything acknowledged is there, and its old number is nobody', async () => {
    const paths = [join(import.meta.dirname, 'embedded.ts'), import.meta.resolve('pg'), folder];
    const life = spawn(process.execPath, ['--input-type=module', '-e', RUN, ...paths], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = 0;
    life.stdout.setEncoding('utf8').on('data', (text: string) => {
      acknowledged = Number(text.trim().split('\n').at(-1));
      if (acknowledged > 100) life.kill('SIGKILL');
    });
    await once(life, 'close');
    const cluster = join(folder, 'cluster');
    const orphan = Number.parseInt(await readFile(join(cluster, 'postmaster.pid'), 'utf8'), 10);
    expect(worksOn(cluster, orphan)).toBe(true);

    const { url } = await start();
    expect(worksOn(cluster, orphan)).toBe(false);
    expect(lines.join('')).toContain('left behind');
    const [row] = (await ask(url, 'select count(*) as count, max(number) as last from beat')) as [{ count: number; last: number }];
    expect(row.count).toBe(row.last);
    expect(row.last).toBeGreaterThanOrEqual(acknowledged);
  });

  it('a stranger that has the number of the old server is left alone', async () => {
    await start();
    await server?.stop();
    const stranger = spawn('sleep', ['60']);
    const note = join(folder, 'cluster', 'postmaster.pid');
    await writeFile(note, `${stranger.pid}\n${join(folder, 'cluster')}\n1\n5432\n`);
    const { url } = await start();
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });

  it('nothing happens when there is no old server', async () => {
    await stopOrphan(join(folder, 'nothing'), log);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });
});

/** Only root has to hand the server to another user, so only root can meet a folder that this user cannot reach. */
describe.runIf(isRoot)('as root with a closed parent folder', () => {
  it('puts the data into an open place, says so, and finds them again', async () => {
    await chmod(parent, 0o700);
    const openRoot = await mkdtemp(join(tmpdir(), 'perennial-open-'));
    const closed = join(parent, 'closed');
    const startClosed = () => start({ folder: closed, openRoot });
    try {
      const first = await startClosed();
      expect(first.place.startsWith(openRoot)).toBe(true);
      expect(await readFile(join(closed, 'location'), 'utf8')).toBe(`${first.place}\n`);
      expect(lines.join('')).toContain(`cannot enter ${parent}`);
      await ask(first.url, "create table note as select 'kept' as text");
      await first.stop();
      const second = await startClosed();
      expect(second.place).toBe(first.place);
      expect(await ask(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
      await second.stop();
      await rm(first.place, { recursive: true });
      await expect(startClosed()).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining(first.place) });
    } finally {
      await server?.stop();
      await rm(openRoot, { recursive: true });
    }
  });

  it('refuses to forget data that were open before', async () => {
    await (await start()).stop();
    await chmod(parent, 0o700);
    await expect(start()).rejects.toMatchObject({ code: 'unavailable', remedy: expect.stringContaining(`chmod o+x ${parent}`) });
  });

  it('says what to do when there is no open place either', async () => {
    await chmod(parent, 0o700);
    await expect(start({ folder: join(parent, 'nowhere'), openRoot: join(parent, 'also-closed') })).rejects.toMatchObject({
      code: 'unavailable',
      remedy: expect.stringContaining('DATABASE_URL'),
    });
  });
});

it('listens on the port that it is given', async () => {
  const port = await freePort();
  const { url } = await start({ port });
  expect(new URL(url).port).toBe(String(port));
  expect(new URL(url).hostname).toBe('127.0.0.1');
});
