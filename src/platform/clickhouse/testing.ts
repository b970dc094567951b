import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type ClickHouse, connectClickHouse } from './connect.ts';
import { migrateClickHouse } from './migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly clickhouseUrl: string;
  }
}

export interface TestClickHouse extends ClickHouse {
  /** Removes the database and closes the connection. */
  drop(): Promise<void>;
}

const MIGRATIONS = join(import.meta.dirname, '../../../migrations/events');

/** A fresh, migrated database of its own for one test file, in the engine that the whole run shares. */
export const createTestClickHouse = async (): Promise<TestClickHouse> => {
  const database = `test_${randomBytes(8).toString('hex')}`;
  const clickhouse = await connectClickHouse({ url: inject('clickhouseUrl'), database });
  await migrateClickHouse(clickhouse, MIGRATIONS);
  return {
    ...clickhouse,
    drop: async () => {
      await clickhouse.command(`DROP DATABASE IF EXISTS ${database} SYNC`);
      await clickhouse.close();
    },
  };
};
