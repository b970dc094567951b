import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { usageMessages } from '../data/messages.ts';
import { type Bench, figureOf } from '../harness.ts';
import { apiClient } from '../machine/api-client.ts';
import { type RunningProduct, startProduct } from '../machine/product-process.ts';

const KILLS = 8;
const BATCH = 100;
const SENDERS = 3;
const LONGEST_LIFE_MS = 4_000;

/**
 * Kills the product (SIGKILL) under load on a copy of the data of this size, and starts it again. Each batch is sent until it is acknowledged; in the end
 * every event must be there once.
 */
export const bench: Bench = {
  name: 'kill',
  run: async (context) => {
    const dataset = await context.dataset();
    await context.stopProduct();
    const folder = await mkdtemp(join(tmpdir(), 'perennial-kill-'));
    const home = join(folder, 'home');
    let product: RunningProduct | null = null;
    try {
      // With its owners: the database belongs to a user of its own, who must be let through.
      await chmod(folder, 0o755);
      if (spawnSync('cp', ['-a', dataset.home, home]).status !== 0) throw new Error(`${dataset.home} could not be copied`);
      const load = startSending(dataset.writeKey);
      const starts: number[] = [];
      for (let kill = 0; kill <= KILLS; kill += 1) {
        product = await startProduct(home);
        starts.push(product.firstPageMs);
        load.aim(product.url);
        if (kill === KILLS) break;
        // Spread over the life of a start, the same at every run.
        await sleep(200 + ((kill * 1_237) % LONGEST_LIFE_MS));
        await product.kill();
        load.aim(null);
      }
      const sent = await load.finish();
      const api = apiClient(product?.url ?? '', dataset.key);
      const kept = await keptOnce(product?.url ?? '', api.get);
      api.close();
      if (kept !== sent) throw new Error(`${sent} events were acknowledged, ${kept} are in the event store`);
      return [
        figureOf('kill: start to first page after a kill', starts.slice(1), {
          note: `${KILLS} kills, ${sent} events, none lost, none twice`,
        }),
      ];
    } finally {
      await product?.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    }
  },
};

const startSending = (writeKey: string) => {
  let url: string | null = null;
  let next = 0;
  let isOver = false;
  let acknowledged = 0;
  const run = `kill${Date.now()}`;
  const sender = async (): Promise<void> => {
    while (!isOver) {
      const messages = usageMessages(BATCH, { from: next, prefix: run }).map((message) => ({ ...message, event: 'bench_killed' }));
      next += BATCH;
      while (!(await isTaken(url, JSON.stringify({ writeKey, batch: messages })))) await sleep(20);
      acknowledged += BATCH;
    }
  };
  const senders = Array.from({ length: SENDERS }, sender);
  return {
    aim: (to: string | null): void => {
      url = to;
    },
    finish: async (): Promise<number> => {
      isOver = true;
      await Promise.all(senders);
      return acknowledged;
    },
  };
};

const isTaken = async (url: string | null, body: string): Promise<boolean> => {
  if (url === null) return false;
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body, signal: AbortSignal.timeout(15_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // It was killed; the same batch goes again.
  }
};

interface Names {
  readonly rows: readonly { readonly event: string; readonly count: number }[];
}

const keptOnce = async (url: string, get: (path: string) => Promise<unknown>): Promise<number> => {
  for (;;) {
    const { waitingFacts } = (await (await fetch(`${url}/healthz`)).json()) as { readonly waitingFacts: number | null };
    if (waitingFacts === 0) break;
    await sleep(50);
  }
  const { rows } = (await get('/api/v1/facts/names')) as Names;
  return rows.find(({ event }) => event === 'bench_killed')?.count ?? 0;
};
