import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type AppError, OperatorError } from '#kernel/app-error.ts';
import type { Log } from '#platform/log.ts';
import { DEFAULT_MEMORY_BYTES, type EngineConfig } from './engine-settings.ts';
import { type EngineProcess, spawnEngine } from './spawn-engine.ts';

export type EngineState = 'starting' | 'up' | 'restarting' | 'stopped';

export interface EmbeddedClickHouse {
  /** With user and secret; the same for the life of this supervisor, across restarts of the engine. */
  readonly url: string;
  /** The process id of the running engine; undefined while it restarts. */
  pid(): number | undefined;
  /** Waits for running inserts, then ends the engine. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  readonly log: Log;
  /** The server's memory cap; 1 GiB unless told. */
  readonly memoryBytes?: number;
  readonly onState?: (state: EngineState) => void;
}

const FIRST_START_LIMIT_MS = 5_000;
const STEADY_AFTER_MS = 60_000;
const BACK_OFF_MS = [50, 200, 500, 1_000, 2_000, 5_000, 10_000] as const;

/** Starts the embedded event store in a child process and keeps it running: a killed or crashed engine is back on the same port. */
export const startEmbeddedClickHouse = async (options: EmbeddedOptions): Promise<EmbeddedClickHouse> => {
  const config = await engineConfig(options);
  const report = options.onState ?? (() => undefined);
  report('starting');
  let engine: EngineProcess | undefined = await firstStart(config, options.log);
  const { port } = engine;
  const stopping = new AbortController();

  const keepRunning = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      await engine?.exited;
      engine = undefined;
      if (stopping.signal.aborted) return;
      report('restarting');
      failures = performance.now() - startedAt > STEADY_AFTER_MS ? 0 : failures + 1;
      const backOffMs = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length) - 1] ?? BACK_OFF_MS[0];
      options.log.warn({ failures, backOffMs }, 'the event store ended unexpectedly and is started again');
      await pause(backOffMs, stopping.signal);
      engine = await restart({ ...config, port }, options.log, stopping.signal);
      if (engine) report('up');
    }
  };

  report('up');
  const kept = keepRunning();
  return {
    url: `http://default:${config.secret}@127.0.0.1:${port}`,
    pid: () => engine?.pid,
    stop: async () => {
      stopping.abort();
      await engine?.stop();
      await kept;
      await engine?.stop();
      report('stopped');
    },
  };
};

const engineConfig = async ({ folder, memoryBytes }: EmbeddedOptions): Promise<EngineConfig> => {
  const path = resolve(folder);
  await mkdir(path, { recursive: true, mode: 0o700 });
  return {
    folder: path,
    port: 0,
    secret: randomBytes(24).toString('hex'),
    memoryBytes: memoryBytes ?? DEFAULT_MEMORY_BYTES,
    readSessions: 4,
    writeSessions: 2,
    queueLimit: 200,
  };
};

/** Tries for a few seconds: the engine of a parent that was just killed holds the folder until it has seen its parent go. */
const firstStart = async (config: EngineConfig, log: Log): Promise<EngineProcess> => {
  const deadline = performance.now() + FIRST_START_LIMIT_MS;
  for (;;) {
    try {
      return await spawnEngine(config, log);
    } catch (cause) {
      if (performance.now() > deadline) throw cannotOpen(config.folder, cause);
      await pause(250);
    }
  }
};

const restart = async (config: EngineConfig, log: Log, signal: AbortSignal): Promise<EngineProcess | undefined> => {
  if (signal.aborted) return undefined;
  try {
    return await spawnEngine(config, log);
  } catch (error) {
    log.error({ reason: error instanceof Error ? error.message : String(error) }, 'the event store did not start');
    return undefined;
  }
};

const cannotOpen = (folder: string, cause: unknown): AppError =>
  new OperatorError('unavailable', `The event store cannot open its folder ${folder}.`, {
    remedy: 'Make sure that no other Perennial uses this folder, that you may write in it and that the disk is not full.',
    cause,
  });

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      done();
    };
    const timer = setTimeout(finish, ms);
    signal?.addEventListener('abort', finish, { once: true });
    if (signal?.aborted) finish();
  });
