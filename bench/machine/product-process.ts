import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The product as its own process, as `npm start` leaves it. */
export interface RunningProduct {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the first whole answer of the first page. */
  readonly firstPageMs: number;
  /** What it wrote to its log so far. */
  output(): string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const PATIENCE_MS = 120_000;

/** Starts the product on a data folder and waits for its first page. */
export const startProduct = async (home: string, env: Readonly<Record<string, string>> = {}): Promise<RunningProduct> => {
  const begun = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PERENNIAL_HOME: home,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      REQUESTS_PER_MINUTE: '10000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output = `${output}${chunk}`.slice(-100_000)));
  const url = await addressOf(child, () => output);
  while (!(await answers(`${url}/`))) {
    if (performance.now() - begun > PATIENCE_MS) {
      // It would go on holding its data folder.
      child.kill('SIGTERM');
      throw new Error(`the first page did not come; is the web app built (node scripts/build-web.ts)?\n${output}`);
    }
    await sleep(5);
  }
  const firstPageMs = performance.now() - begun;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid ?? 0, firstPageMs, output: () => output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
};

const addressOf = async (child: ChildProcess, output: () => string): Promise<string> => {
  const begun = performance.now();
  for (;;) {
    const port = /http:\/\/localhost:(\d+)/.exec(output())?.[1];
    if (port) return `http://127.0.0.1:${port}`;
    if (child.exitCode !== null || performance.now() - begun > PATIENCE_MS) throw new Error(`the product did not start:\n${output()}`);
    await sleep(2);
  }
};

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};
