import { AppError } from '#kernel/app-error.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';

/** Work that several may wait for: it is stopped when the last of them gives up. */
export interface SharedRuns {
  /**
   * Waits for the work under this key, which `start` begins and a run of this name may leave; `start` gets the signal that stops it. Work that others wait for
   * goes on.
   */
  wait<Result>(asked: {
    readonly key: string;
    readonly run: string | undefined;
    readonly start: (signal: AbortSignal) => Promise<Result>;
  }): Promise<Result>;
  /** Leaves the work that a run waits for; false when no such run waits. */
  cancel(run: string): boolean;
}

interface Work {
  readonly stop: AbortController;
  readonly result: Promise<unknown>;
  waiting: number;
}

/** Keeps the questions that run: identical ones are one, and each asker may leave. */
export const createSharedRuns = (): SharedRuns => {
  const works = new Map<string, Work>();
  const leaves = new Map<string, () => void>();
  const workOf = (key: string, start: (signal: AbortSignal) => Promise<unknown>): Work => {
    const running = works.get(key);
    if (running) return running;
    const stop = new AbortController();
    const result = start(stop.signal).finally(() => works.delete(key));
    const work = { stop, result, waiting: 0 };
    result.catch(() => undefined);
    works.set(key, work);
    return work;
  };
  return {
    wait: async <Result>({ key, run, start }: Parameters<SharedRuns['wait']>[0]) => {
      const work = workOf(key, start);
      work.waiting += 1;
      const left = new Promise<never>((_, reject) => {
        if (run !== undefined) leaves.set(run, () => reject(new AppError('unavailable', MEASURE_SAYS.question_called_off())));
      });
      try {
        return (await Promise.race([work.result, left])) as Result;
      } finally {
        work.waiting -= 1;
        if (run !== undefined) leaves.delete(run);
        if (work.waiting === 0 && works.get(key) === work) {
          works.delete(key);
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
