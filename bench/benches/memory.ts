import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../harness.ts';
import { apiOf } from '../machine/api-client.ts';
import { megabytesOf, memoryOf, watchMemory } from '../machine/memory.ts';

const REST_MS = 20_000;
const READERS = 4;
const LOAD_MS = 20_000;

/** What all processes hold on these data: after some rest, while four readers turn pages without a pause, and at rest again. */
export const bench: Bench = {
  name: 'memory',
  run: async (context) => {
    const { get } = await apiOf(context);
    const { pid } = await context.product();
    await sleep(REST_MS);
    const before = megabytesOf(memoryOf(pid));
    const watch = watchMemory(pid);
    const ends = performance.now() + LOAD_MS;
    const reader = async (): Promise<void> => {
      while (performance.now() < ends) {
        const { rows } = await get<{ readonly rows: readonly { readonly id: string }[] }>('/api/v1/accounts', {
          sort: 'mrr',
          order: 'desc',
          limit: 50,
        });
        await get('/api/v1/river');
        for (const { id } of rows.slice(0, 3))
          await Promise.all([get(`/api/v1/accounts/${id}/health`), get(`/api/v1/accounts/${id}/timeline`)]);
      }
    };
    await Promise.all(Array.from({ length: READERS }, reader));
    const peak = watch.takePeak();
    watch.stop();
    await sleep(REST_MS);
    return [
      { name: 'memory at rest', unit: 'MB', median: before, aim: 600 },
      { name: 'memory, four readers', unit: 'MB', median: peak },
      { name: 'memory at rest again', unit: 'MB', median: megabytesOf(memoryOf(pid)) },
    ];
  },
};
