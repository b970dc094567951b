import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { connectPostgres, type Postgres } from './connect.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: { readonly adminUrl: string; readonly template: string };
  }
}

export interface TestPostgres extends Postgres {
  readonly url: string;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** Where servers of tests keep their files, one locked folder a run, so that a later run can clear away after a killed one. */
export const TEST_SERVERS = join(tmpdir(), `perennial-test-postgres-${process.getuid?.() ?? 0}`);

/** What the names of all test databases begin with, so that what killed runs leave behind can be found. */
export const TEST_DATABASE_PREFIX = 'perennial_test_';

/** Which fresh database has this test file for itself? A migrated one, or with `empty` one without any table of ours. */
export const createTestPostgres = async (options: { readonly empty?: boolean } = {}): Promise<TestPostgres> => {
  const { adminUrl, template } = inject('postgres');
  const database = `${TEST_DATABASE_PREFIX}${Date.now()}_${randomBytes(4).toString('hex')}`;
  await asAdmin(adminUrl, `create database ${database} template ${options.empty ? 'template1' : template}`);
  const address = new URL(adminUrl);
  address.pathname = `/${database}`;
  const postgres = await connectPostgres({ url: address.href, poolSize: 5, applicationName: 'perennial-test' });
  return {
    ...postgres,
    url: address.href,
    drop: async () => {
      await postgres.close();
      await asAdmin(adminUrl, `drop database if exists ${database} with (force)`);
    },
  };
};

const asAdmin = async (adminUrl: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
