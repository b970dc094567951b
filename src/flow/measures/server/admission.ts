import { AppError } from '#kernel/app-error.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';

/**
 * How many questions may run in the event store at once? Each uses all cores, so more at once make none of them sooner; what they leave free answers pages
 * that ask little, while eight boards wait for their charts.
 */
export const QUESTIONS_AT_ONCE = 2;

/** A number of places; who finds none free waits. */
export interface Places {
  /** Is there a place at once? */
  isFree(): boolean;
  /**
   * Waits for a place, which is likely to be kept for `ms`, and answers how to give it back; who gives up by the signal leaves the queue. The order is that of asking, but
   * one who will keep it for a second longer is asked as if he had come four seconds later: charts that are quick do not wait for slow ones, and none waits for ever.
   */
  take(signal: AbortSignal | undefined, ms: number): Promise<() => void>;
}

interface Waiting {
  readonly due: number;
  readonly enter: () => void;
}

const PATIENCE = 4;

/** Makes a queue for so many places. */
export const createPlaces = (count: number): Places => {
  const waiting: Waiting[] = [];
  let free = count;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next.enter();
    else free += 1;
  };
  return {
    isFree: () => free > 0,
    take: (signal, ms) => {
      if (signal?.aborted) return Promise.reject(cancelled());
      if (free > 0) {
        free -= 1;
        return Promise.resolve(leave);
      }
      return new Promise((resolve, reject) => {
        const enter = (): void => {
          signal?.removeEventListener('abort', giveUp);
          resolve(leave);
        };
        const mine = { due: performance.now() + PATIENCE * ms, enter };
        const giveUp = (): void => {
          waiting.splice(waiting.indexOf(mine), 1);
          reject(cancelled());
        };
        const later = waiting.findIndex(({ due }) => due > mine.due);
        waiting.splice(later < 0 ? waiting.length : later, 0, mine);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
};

/** How long work of a kind is likely to take, in ms. */
export interface Pace {
  of(kind: string): number;
  /** Learns from work that took so many ms. */
  took(kind: string, ms: number): void;
}

const UNKNOWN_MS = 300;
const NEWEST = 0.3;

/** Makes a memory of how long work took; the newest counts most. */
export const createPace = (): Pace => {
  const known = new Map<string, number>();
  const of = (kind: string): number => known.get(kind) ?? UNKNOWN_MS;
  return { of, took: (kind, ms) => known.set(kind, (1 - NEWEST) * of(kind) + NEWEST * ms) };
};

/** The same event store, in which so many reading statements run at once; others wait their turn. */
export const admitted = (clickhouse: ClickHouse, count: number): ClickHouse => {
  const places = createPlaces(count);
  return {
    ...clickhouse,
    query: async (sql, params, options) => {
      const leave = await places.take(options?.signal, 0);
      try {
        return await clickhouse.query(sql, params, options);
      } finally {
        leave();
      }
    },
  };
};

const cancelled = (): AppError => new AppError('unavailable', MEASURE_SAYS.question_called_off());
