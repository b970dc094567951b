import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import type { Log } from './log.ts';

/** Work that is done later, at least once, by whichever process is free; handlers must bear repetition. */
export interface Jobs {
  /** Declares a queue and who works on it. */
  define<Data extends object>(name: string, options: JobOptions, handle: (data: Data) => Promise<void>): Promise<void>;
  /** Queues a job; equal `singletonKey`s wait as one. */
  send(name: string, data: object, options?: { singletonKey?: string; startAfterSeconds?: number }): Promise<void>;
  /** Runs a queue's job on a cron line in a time zone. */
  schedule(name: string, cron: string, options?: { timeZone?: string }): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface JobOptions {
  readonly concurrency?: number;
  readonly retries?: number;
  /** How long one job may run. */
  readonly expireMinutes?: number;
}

/** Opens the job queue on the given PostgreSQL; work begins with `start`. */
export const openJobs = async (options: { url: string; log: Log }): Promise<Jobs> => {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: 'jobs',
    max: 4,
    application_name: 'perennial-jobs',
    useListenNotify: true,
  });
  boss.on('error', (error) =>
    options.log.error({ error: error instanceof Error ? error.message : JSON.stringify(error) }, 'job queue error'),
  );
  await boss.start();
  const workers: (() => Promise<unknown>)[] = [];
  let working = false;
  let stopping = false;
  return {
    define: async (name, { concurrency = 1, retries = 3, expireMinutes = 60 }, handle) => {
      // 'short': of equal keys one waits at a time, however many ask for the same work.
      await boss.createQueue(name, {
        policy: 'short',
        retryLimit: retries,
        retryBackoff: true,
        expireInSeconds: expireMinutes * 60,
        notify: true,
      });
      const work = () =>
        boss.work(name, { batchSize: 1, localConcurrency: concurrency, pollingIntervalSeconds: 2 }, async ([job]) => {
          if (job) await runJob(name, () => handle(job.data as never), { log: options.log, isStopping: () => stopping });
        });
      workers.push(work);
      if (working) await work();
    },
    send: async (name, data, { singletonKey, startAfterSeconds } = {}) => {
      await boss.send(name, data, {
        singletonKey: singletonKey ?? randomUUID(),
        ...(startAfterSeconds ? { startAfter: startAfterSeconds } : {}),
      });
    },
    schedule: async (name, cron, { timeZone = 'UTC' } = {}) => {
      await boss.schedule(name, cron, {}, { tz: timeZone });
    },
    start: async () => {
      working = true;
      for (const work of workers) await work();
    },
    stop: async () => {
      stopping = true;
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
};

const runJob = async (
  name: string,
  run: () => Promise<void>,
  { log, isStopping }: { log: Log; isStopping: () => boolean },
): Promise<void> => {
  try {
    await run();
  } catch (error) {
    // Cut off by the end of the process: the queue gives it out again at the next start.
    if (isStopping()) throw error;
    log.error({ job: name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'job failed');
    throw error;
  }
};
