import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, figureOf } from '../harness.ts';
import { freshProduct } from '../machine/fresh-product.ts';
import { megabytesOf, memoryOf } from '../machine/memory.ts';
import { startProduct } from '../machine/product-process.ts';

const STARTS = 5;
const REST_MS = 15_000;

/** From the start of an installed product to its first page, and what its processes hold when nothing happens. */
export const bench: Bench = {
  name: 'start',
  run: async () => {
    const product = await freshProduct();
    const times: number[] = [];
    try {
      await product.stop();
      for (let start = 0; start < STARTS; start += 1) {
        const again = await startProduct(product.home);
        times.push(again.firstPageMs);
        if (start === STARTS - 1) {
          await sleep(REST_MS);
          const processes = memoryOf(again.pid);
          const parts = processes.map(({ name, bytes }) => `${name} ${(bytes / 1e6).toFixed(0)}`).filter((part) => !/ [0-9]$/.test(part));
          await again.stop();
          return [
            figureOf('start to first page', times, { aim: 3_000 }),
            { name: 'memory at rest, empty', unit: 'MB', median: megabytesOf(processes), aim: 600, note: parts.join(', ') },
          ];
        }
        await again.stop();
      }
      return [];
    } finally {
      await product.remove();
    }
  },
};
