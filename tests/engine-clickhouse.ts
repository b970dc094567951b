import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedClickHouse } from '#platform/clickhouse/embedded.ts';
import type {} from '#platform/clickhouse/testing.ts';
import { silentLog } from '#platform/log.ts';

/** Starts the engine that all test files share (or takes the server at CLICKHOUSE_URL). The returned function stops and removes it. */
export const setupClickHouse = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env.CLICKHOUSE_URL;
  if (given) {
    project.provide('clickhouseUrl', given);
    return async () => undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'perennial-test-clickhouse-'));
  const engine = await startEmbeddedClickHouse({ folder, log: silentLog });
  project.provide('clickhouseUrl', engine.url);
  return async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  };
};
