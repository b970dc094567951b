import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningProduct, startProduct } from './product-process.ts';

/** An empty product of its own in a temporary folder, with the keys of its workspace. */
export interface FreshProduct extends RunningProduct {
  readonly home: string;
  readonly key: string;
  readonly writeKey: string;
  /** Ends it and takes its folder away. */
  remove(): Promise<void>;
}

/** Who owns it. */
export const BENCH_USER = { email: 'bench@example.com', password: 'a long enough password' } as const;

const CLI = join(import.meta.dirname, '../../src/cli.ts');

/** Sets up an installation in an empty folder and starts it; `home` names the folder instead of a temporary one. */
export const freshProduct = async (
  given: { readonly home?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<FreshProduct> => {
  const home = given.home ?? (await mkdtemp(join(tmpdir(), 'perennial-bench-')));
  const account = ['--email', BENCH_USER.email, '--password', BENCH_USER.password, '--workspace', 'Bench', '--json'];
  const made = spawnSync(process.execPath, [CLI, 'init', ...account], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PERENNIAL_HOME: home, LOG_LEVEL: 'warn', ...given.env },
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the product could not be set up: ${made.stdout}${made.stderr}`);
  const { apiKey, writeKey } = JSON.parse(made.stdout.slice(made.stdout.indexOf('{'))) as {
    readonly apiKey: string;
    readonly writeKey: string;
  };
  const running = await startProduct(home, given.env);
  return {
    ...running,
    ...{ home, key: apiKey, writeKey },
    remove: async () => {
      await running.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
};
