import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import type { TestProject } from 'vitest/node';
import { type DataFolder, openDataFolder } from '#platform/data-folder.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { readMigrations } from '#platform/postgres/migrate.ts';
import { stopOrphan } from '#platform/postgres/orphan.ts';
import { TEST_DATABASE_PREFIX, TEST_SERVERS } from '#platform/postgres/testing.ts';
import { connectPostgres, migratePostgres } from '#platform/postgres.ts';

const MIGRATIONS = join(import.meta.dirname, '../migrations/postgres');
const log = pino({ level: 'silent' });

/**
 * Starts the server that all test files share (or takes the one at DATABASE_URL), with a template database that has every
 * migration, and tells test files where they are. The returned function stops and removes it.
 */
export const setupPostgres = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startTestServer();
  try {
    const template = await ensureTemplate(server.url);
    project.provide('postgres', { adminUrl: server.url, template });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    if (given) await dropLeftDatabases(given);
    await server.stop();
  };
};

const startTestServer = async (): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  mkdirSync(TEST_SERVERS, { recursive: true });
  await chmod(TEST_SERVERS, 0o711);
  await removeLeftServers();
  const lock = await openDataFolder(await mkdtemp(join(TEST_SERVERS, 'run-')));
  // Nothing here has to survive a power cut, and a clone per test file is a lot of small files to flush.
  const settings = { fsync: 'off', max_connections: '100' };
  const server = await startEmbeddedPostgres({ folder: join(lock.path, 'postgres'), log, settings });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await remove(lock);
    },
  };
};

/** A run that begins at this moment may have made its folder and not yet locked it. */
const YOUNG_MS = 10_000;

/** A killed run cannot clean up after itself: whoever gets the lock of its folder does it. */
const removeLeftServers = async (): Promise<void> => {
  for (const name of await readdir(TEST_SERVERS)) {
    const age = Date.now() - (statSync(join(TEST_SERVERS, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    const lock = age > YOUNG_MS ? await openDataFolder(join(TEST_SERVERS, name)).catch(() => undefined) : undefined;
    if (lock === undefined) continue;
    for (const folder of await readdir(lock.path)) await stopOrphan(join(lock.path, folder, 'cluster'), log);
    await remove(lock);
  }
};

const remove = async (lock: DataFolder): Promise<void> => {
  lock.close();
  await rm(lock.path, { recursive: true, force: true });
};

const ensureTemplate = async (adminUrl: string): Promise<string> => {
  const migrations = await readMigrations(MIGRATIONS);
  const hash = createHash('sha256').update(JSON.stringify(migrations.map(({ name, checksum }) => [name, checksum])));
  const template = `perennial_template_${hash.digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount === 0) await buildTemplate(client, adminUrl, template);
  } finally {
    await client.end();
  }
  return template;
};

const buildTemplate = async (client: pg.Client, adminUrl: string, template: string): Promise<void> => {
  const unfinished = `${template}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const address = new URL(adminUrl);
  address.pathname = `/${unfinished}`;
  const postgres = await connectPostgres({ url: address.href, poolSize: 1 });
  try {
    await migratePostgres(postgres, MIGRATIONS);
  } finally {
    await postgres.close();
  }
  await client.query(`alter database ${unfinished} rename to ${template}`);
};

const OLD_MS = 3_600_000;

const dropLeftDatabases = async (adminUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [
      TEST_DATABASE_PREFIX,
    ]);
    const isOld = (name: string): boolean => Date.now() - Number.parseInt(name.slice(TEST_DATABASE_PREFIX.length), 10) > OLD_MS;
    for (const { datname } of rows) if (isOld(datname)) await client.query(`drop database if exists ${datname}`);
  } finally {
    await client.end();
  }
};
