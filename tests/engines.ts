import type { TestProject } from 'vitest/node';
import { setupClickHouse } from './engine-clickhouse.ts';
import { setupPostgres } from './engine-postgres.ts';

/** Starts what every test file shares: one PostgreSQL server with a template database, one ClickHouse engine. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const started = await Promise.allSettled([setupPostgres(project), setupClickHouse(project)]);
  const stopAll = async (): Promise<void> => {
    await Promise.all(started.map((engine) => (engine.status === 'fulfilled' ? engine.value() : undefined)));
  };
  const failed = started.find((engine) => engine.status === 'rejected');
  if (failed === undefined) return stopAll;
  await stopAll();
  throw failed.reason;
};
