import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { programOf, treeOf } from './memory.ts';

/** Seconds of processor that each program of a process tree has taken, by the name of the program. */
export type ProcessorSeconds = ReadonlyMap<string, number>;

const RESTING_MS = 15_000;
const LOOK_MS = 1_000;
/** Of a core, each second. */
const RESTING_SECONDS = 0.1;
// A tick is 10 ms of a core.
const TICKS_PER_SECOND = 100;

/** How much processor have a process and its descendants taken so far, those that ended and were waited for included? Linux only. */
export const processorOf = (root: number): ProcessorSeconds => {
  const taken = new Map<string, number>();
  for (const pid of treeOf(root)) {
    const { name, ticks } = lookAt(pid);
    taken.set(name, (taken.get(name) ?? 0) + ticks / TICKS_PER_SECOND);
  }
  return taken;
};

/**
 * Waits until a process and its descendants have rested for 15 s, taking less than a tenth of a core; answers since when (performance.now()) they do. After
 * its start the product looks at all accounts when a new day has begun since it ran; what is measured then is that work.
 */
export const untilAtRest = async (root: number): Promise<number> => {
  let restsSince = performance.now();
  for (let before = processorOf(root); performance.now() - restsSince < RESTING_MS; ) {
    await sleep(LOOK_MS);
    const now = processorOf(root);
    if (processorBetween(before, now).all > RESTING_SECONDS) restsSince = performance.now();
    before = now;
  }
  return restsSince;
};

/** What was taken between two looks, in all and by program. */
export const processorBetween = (
  before: ProcessorSeconds,
  after: ProcessorSeconds,
): { readonly all: number; readonly by: ProcessorSeconds } => {
  const by = new Map([...after].map(([name, seconds]) => [name, Math.max(0, seconds - (before.get(name) ?? 0))]));
  return { all: [...by.values()].reduce((sum, seconds) => sum + seconds, 0), by };
};

const lookAt = (pid: number): { readonly name: string; readonly ticks: number } => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // User and system, and the same of children that ended.
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
    return { name: programOf(pid), ticks };
  } catch {
    return { name: 'ended', ticks: 0 };
  }
};
