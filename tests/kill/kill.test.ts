import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { murmur32 } from '#kernel/hash.ts';
import { startLoad } from './load.ts';
import { killPostgres, type RiverProcess, startRiver } from './river-process.ts';

const SEED = process.env.KILL_SEED ?? String(Date.now());
const CYCLES = 20;
/** As many of the kills hit the first start, with its making of files and its migrations. */
const EARLY = 7;

/** What is killed by itself in the middle of a cycle, in turn. */
const ALONE = ['nothing', 'engine', 'nothing', 'database'] as const;

let draws = 0;
const random = (): number => murmur32(`${SEED}:${draws++}`) / 2 ** 32;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const log: string[] = [];

let home: string;
let river: RiverProcess | undefined;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'perennial-kill-'));
});
afterAll(async () => {
  await river?.kill();
  killPostgres(home);
  await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe('kill -9 at random points', () => {
  it(`loses nothing that was acknowledged and counts nothing twice (KILL_SEED=${SEED})`, { timeout: 400_000 }, async () => {
    const load = startLoad(random);
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      river = startRiver(home);
      if (cycle < EARLY) {
        // The first start takes one to two seconds.
        const afterMs = Math.floor(random() * 1_500);
        const ready = await Promise.race([river.host.catch(() => undefined), pause(afterMs)]);
        if (typeof ready === 'string') load.aim(ready);
        log.push(`cycle ${cycle}: early, ${afterMs} ms`);
      } else {
        load.aim(await river.host);
        const afterMs = 200 + Math.floor(random() * 1_300);
        await pause(afterMs / 2);
        const alone = ALONE[cycle % ALONE.length];
        if (alone === 'engine') river.killEngine();
        if (alone === 'database') killPostgres(home);
        await pause(afterMs / 2);
        log.push(`cycle ${cycle}: load ${afterMs} ms, ${alone} alone before; ${load.acknowledged.size} acknowledged`);
      }
      const alsoDatabase = random() < 0.5;
      if (alsoDatabase) killPostgres(home);
      await river.kill();
      load.aim(undefined);
    }
    river = startRiver(home);
    const host = await river.host;
    load.aim(host);
    await load.finish();
    const found = await (await fetch(`${host}/found`)).json();
    log.push(
      `made ${load.made()}, acknowledged ${load.acknowledged.size}, seen again ${load.duplicates()}, found ${JSON.stringify(found)}`,
    );
    process.stdout.write(`${log.join('\n')}\n`);
    expect(load.acknowledged.size).toBe(load.made());
    expect(load.made()).toBeGreaterThan(1_000);
    const made = load.made();
    const byHours = { byHours: made, peopleByHours: 40, activity: made + found.others, others: found.others };
    expect(found).toEqual({ facts: made, messages: made, people: 40, ids: made, ...byHours, repeated: [] });
  });
});
