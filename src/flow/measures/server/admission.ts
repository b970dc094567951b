import { AppError } from '#kernel/app-error.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';

/**
 * How many questions may run in the event store at once? Each uses all cores, so more at once make none of them sooner; what they leave free answers pages
 * that ask little, while eight boards wait for their charts.
 */
export const QUESTIONS_AT_ONCE = 2;

/** A number of places; who finds none free waits, in the order of asking. */
export interface Places {
  /** Is there a place at once? */
  isFree(): boolean;
  /** Waits for a place and answers how to give it back; who gives up by the signal leaves the queue. */
  take(signal?: AbortSignal): Promise<() => void>;
}

/** Makes a queue for so many places. */
export const createPlaces = (count: number): Places => {
  const waiting: (() => void)[] = [];
  let free = count;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    isFree: () => free > 0,
    take: (signal) => {
      if (signal?.aborted) return Promise.reject(cancelled());
      if (free > 0) {
        free -= 1;
        return Promise.resolve(leave);
      }
      return new Promise((resolve, reject) => {
        const turn = (): void => {
          signal?.removeEventListener('abort', giveUp);
          resolve(leave);
        };
        const giveUp = (): void => {
          waiting.splice(waiting.indexOf(turn), 1);
          reject(cancelled());
        };
        waiting.push(turn);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
};

/** The same event store, in which so many reading statements run at once; others wait their turn. */
export const admitted = (clickhouse: ClickHouse, count: number): ClickHouse => {
  const places = createPlaces(count);
  return {
    ...clickhouse,
    query: async (sql, params, options) => {
      const leave = await places.take(options?.signal);
      try {
        return await clickhouse.query(sql, params, options);
      } finally {
        leave();
      }
    },
  };
};

const cancelled = (): AppError => new AppError('unavailable', MEASURE_SAYS.question_called_off());
