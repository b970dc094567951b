import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { silentLog } from '#platform/log.ts';
import { createReactor, type Reaction } from './react.ts';

const LOOK_MS = 20;

const reactorOver = (take: () => readonly Reaction[]) => {
  const looks: number[] = [];
  const reactor = createReactor<null>(
    {
      take: async () => take(),
      recompute: async () => {
        const begun = performance.now();
        await sleep(LOOK_MS);
        looks.push(performance.now() - begun);
        return null;
      },
      place: async () => undefined,
      play: async () => undefined,
      finish: async () => undefined,
    },
    silentLog,
  );
  return { reactor, looks };
};

const BUSY: Reaction = { ws: 1, num: 1, since: new Date(0), pastFrom: null };

test('an account about which something is always new is looked at again and again, but with rests between', async () => {
  const { reactor, looks } = reactorOver(() => [BUSY]);
  const begun = performance.now();
  reactor.start();
  while (looks.length < 5) {
    reactor.kick();
    await sleep(2);
  }
  const looking = looks.reduce((sum, took) => sum + took, 0);
  const passed = performance.now() - begun;
  await reactor.stop();
  expect(looking / passed).toBeLessThan(1 / 3);
});

test('drain looks until nothing waits, also while a look is under way', async () => {
  const waiting = [[BUSY], [BUSY], [BUSY], []];
  const { reactor, looks } = reactorOver(() => waiting.shift() ?? []);
  reactor.start();
  while (waiting.length === 4) await sleep(1);
  await reactor.drain();
  expect(looks).toHaveLength(3);
  await reactor.stop();
});
