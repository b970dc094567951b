import { AppError } from '#kernel/app-error.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';

/** Work that several may wait for: it is stopped when the last of them gives up. */
export interface SharedRuns {
  /**
   * Waits for the work that goes under one of these keys, or else begins it under all of them; a run of this name may leave it. Work that others wait for goes
   * on.
   */
  wait<Result>(asked: {
    readonly keys: readonly string[];
    readonly run: string | undefined;
    readonly start: (work: SharedWork) => Promise<Result>;
  }): Promise<Result>;
  /** Leaves the work that a run waits for; false when no such run waits. */
  cancel(run: string): boolean;
}

/** What work knows of those who wait for it. */
export interface SharedWork {
  /** Stops it: all have left. */
  readonly signal: AbortSignal;
  /** From now on it goes under this key alone: who asks by another gets work of his own. */
  goUnder(key: string): void;
}

interface Work {
  readonly stop: AbortController;
  readonly result: Promise<unknown>;
  waiting: number;
  isOver: boolean;
}

/** Keeps the questions that run: identical ones are one, and each asker may leave. */
export const createSharedRuns = (): SharedRuns => {
  const works = new Map<string, Work>();
  const leaves = new Map<string, () => void>();
  const forget = (work: Work): void => {
    for (const [key, own] of works) if (own === work) works.delete(key);
  };
  const end = (work: Work): void => {
    work.isOver = true;
    forget(work);
  };
  const begun = (keys: readonly string[], start: (work: SharedWork) => Promise<unknown>): Work => {
    const stop = new AbortController();
    const begin = Promise.withResolvers<SharedWork>();
    const work: Work = { stop, result: begin.promise.then(start).finally(() => end(work)), waiting: 0, isOver: false };
    const goUnder = (key: string): void => {
      forget(work);
      if (!works.has(key)) works.set(key, work);
    };
    work.result.catch(() => undefined);
    for (const key of keys) works.set(key, work);
    begin.resolve({ signal: stop.signal, goUnder });
    return work;
  };
  return {
    wait: async <Result>({ keys, run, start }: Parameters<SharedRuns['wait']>[0]) => {
      const work = keys.map((key) => works.get(key)).find((one) => one !== undefined) ?? begun(keys, start);
      work.waiting += 1;
      const left = new Promise<never>((_, reject) => {
        if (run !== undefined) leaves.set(run, () => reject(new AppError('unavailable', MEASURE_SAYS.question_called_off())));
      });
      try {
        return (await Promise.race([work.result, left])) as Result;
      } finally {
        work.waiting -= 1;
        if (run !== undefined) leaves.delete(run);
        if (work.waiting === 0 && !work.isOver) {
          end(work);
          work.stop.abort();
        }
      }
    },
    cancel: (run) => {
      const leave = leaves.get(run);
      leave?.();
      return leave !== undefined;
    },
  };
};
