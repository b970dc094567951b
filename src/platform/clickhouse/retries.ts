import type { Log } from '#platform/log.ts';
import { isConnectionLost } from './failures.ts';

const GIVE_UP_AFTER_MS = 10_000;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 500;

/** Repeats what may safely be repeated while the engine cannot be reached, for about ten seconds; any other error ends it at once. */
export const withRetries = async <T>(attempt: () => Promise<T>, log: Log, signal?: AbortSignal): Promise<T> => {
  const deadline = performance.now() + GIVE_UP_AFTER_MS;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (signal?.aborted || !isConnectionLost(error) || performance.now() + waitMs > deadline) throw error;
      log.debug({ waitMs }, 'the event store is away; trying again');
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
};
