import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'sdk/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['tests/engines.ts'],
    maxWorkers: 2,
    // No test replaces a module and none leaves anything behind, so files share what their worker has loaded: a quarter of the run was loading.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A browser beside another worker may rest for longer than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
  },
});
