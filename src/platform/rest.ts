import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOK_MS = 30_000;
/** Of a core, over the time between two looks: less is rest. */
const RESTING = 0.03;
/** To collect everything takes a tenth of a second: what grew less since the last time is not worth it. */
const WORTH_BYTES = 32 * 1024 ** 2;

/** How a process stands at a look: what it took of a core since the last one, what it holds, and what it held after it last gave back (0 before). */
export interface Standing {
  readonly share: number;
  readonly bytes: number;
  readonly kept: number;
}

/** Does it rest, with enough left behind by work to be given back? */
export const isTimeToGiveBack = ({ share, bytes, kept }: Standing): boolean => share <= RESTING && bytes >= kept + WORTH_BYTES;

/** Gives back memory that work has left behind, once the process rests: V8 would keep it for work that may not come for hours. */
export const giveBackAtRest = (): { stop(): void } => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let used = process.cpuUsage();
  let at = performance.now();
  let kept = 0;
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(used);
    const share = (user + system) / 1_000 / (performance.now() - at);
    [used, at] = [process.cpuUsage(), performance.now()];
    if (!isTimeToGiveBack({ share, bytes: process.memoryUsage.rss(), kept })) return;
    collect();
    kept = process.memoryUsage.rss();
  }, LOOK_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
