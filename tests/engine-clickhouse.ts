import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedClickHouse } from '#platform/clickhouse/embedded.ts';
import type {} from '#platform/clickhouse/testing.ts';
import { silentLog } from '#platform/log.ts';

const FOLDER_PREFIX = 'perennial-test-clickhouse-';

/** Starts the engine that all test files share (or takes the server at CLICKHOUSE_URL). The returned function stops and removes it. */
export const setupClickHouse = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env.CLICKHOUSE_URL;
  if (given) {
    project.provide('clickhouseUrl', given);
    return async () => undefined;
  }
  await removeLeftFolders();
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  const engine = await startEmbeddedClickHouse({ folder, log: silentLog });
  project.provide('clickhouseUrl', engine.url);
  return async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  };
};

/** A killed run cannot clean up after itself: the next one removes the folders of runs that are over. */
const removeLeftFolders = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = Number.parseInt(name.slice(FOLDER_PREFIX.length), 10);
    if (name.startsWith(FOLDER_PREFIX) && !isRunning(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
};

const isRunning = (pid: number): boolean => {
  try {
    return Number.isNaN(pid) || process.kill(pid, 0);
  } catch {
    return false;
  }
};
