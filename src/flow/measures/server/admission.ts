import { AppError } from '#kernel/app-error.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';

/**
 * How many questions may run in the event store at once? Each uses all cores, so more at once make none of them sooner; what they leave free answers pages
 * that ask little, while eight boards wait for their charts.
 */
export const QUESTIONS_AT_ONCE = 2;

/** The same event store, in which so many reading statements run at once; others wait their turn, in the order of asking. Who gives up leaves the queue. */
export const admitted = (clickhouse: ClickHouse, places: number): ClickHouse => {
  const waiting: (() => void)[] = [];
  let free = places;
  const enter = (signal: AbortSignal | undefined): Promise<void> => {
    if (signal?.aborted) return Promise.reject(cancelled());
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(turn), 1);
        reject(cancelled());
      };
      waiting.push(turn);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };
  const exit = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    ...clickhouse,
    query: async (sql, params, options) => {
      await enter(options?.signal);
      try {
        return await clickhouse.query(sql, params, options);
      } finally {
        exit();
      }
    },
  };
};

const cancelled = (): AppError => new AppError('unavailable', MEASURE_SAYS.question_called_off());
