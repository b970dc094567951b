import type { Session } from 'chdb';
import { EngineFailure } from './engine-failure.ts';

/** One engine session and what earlier statements left set in it; a setting or database of unknown value is undefined. */
export interface Slot {
  readonly session: Session;
  readonly settings: Map<string, string | undefined>;
  readonly params: Set<string>;
  database: string | undefined;
}

/** A pool of sessions (one statement at a time each) with a bounded queue in front. */
export interface Lane {
  run<T>(work: (slot: Slot) => Promise<T>, signal?: AbortSignal): Promise<T>;
  readonly busy: () => number;
  idle(): Promise<void>;
  close(): void;
}

/** Opens `size` sessions and shares them out first come, first served; over `queueLimit` waiting statements it refuses with code 202. */
export const createLane = (open: () => Session, size: number, queueLimit: number): Lane => {
  const slots = Array.from(
    { length: size },
    (): Slot => ({ session: open(), settings: new Map(), params: new Set(), database: undefined }),
  );
  const free = [...slots];
  const waiting: ((slot: Slot) => void)[] = [];
  const onIdle: (() => void)[] = [];

  const take = (signal?: AbortSignal): Promise<Slot> => {
    const slot = free.pop();
    if (slot) return Promise.resolve(slot);
    if (waiting.length >= queueLimit)
      return Promise.reject(new EngineFailure(202, 'Too many simultaneous queries', 'TOO_MANY_SIMULTANEOUS_QUERIES'));
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(receive), 1);
        reject(new EngineFailure(394, 'Query was cancelled while it waited', 'QUERY_WAS_CANCELLED'));
      };
      const receive = (given: Slot): void => {
        signal?.removeEventListener('abort', leave);
        resolve(given);
      };
      waiting.push(receive);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };

  const give = (slot: Slot): void => {
    const next = waiting.shift();
    if (next) next(slot);
    else free.push(slot);
    if (free.length === slots.length) for (const resolve of onIdle.splice(0)) resolve();
  };

  return {
    run: async (work, signal) => {
      const slot = await take(signal);
      try {
        return await work(slot);
      } finally {
        give(slot);
      }
    },
    busy: () => slots.length - free.length + waiting.length,
    idle: () => (free.length === slots.length ? Promise.resolve() : new Promise((resolve) => onIdle.push(resolve))),
    close: () => {
      for (const slot of slots) slot.session.close();
    },
  };
};
