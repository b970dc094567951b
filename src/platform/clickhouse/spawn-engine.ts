import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Log } from '#platform/log.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import type { EngineConfig } from './engine-settings.ts';

/** One running engine process. */
export interface EngineProcess {
  readonly pid: number;
  readonly port: number;
  /** Resolves when the process is gone, for whatever reason. */
  readonly exited: Promise<void>;
  /** Asks for a graceful end and waits for it; harmless when the process is already gone. */
  stop(): Promise<void>;
}

const ENGINE_PROGRAM = fileURLToPath(new URL('./engine.ts', import.meta.url));
const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 20_000;

/** Starts an engine process and waits until it listens; rejects with its own words when it cannot open the folder or the port. */
export const spawnEngine = async (config: EngineConfig, log: Log): Promise<EngineProcess> => {
  const child = fork(ENGINE_PROGRAM, { execArgv: [], env: engineEnvironment(config), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  child.stderr?.on('data', (chunk: Buffer) => log.warn({ said: chunk.toString().trim() }, 'the event store wrote to its standard error'));
  const exited = once(child, 'exit').then(() => undefined);
  say(child, { type: 'start', config });
  try {
    const port = await listeningPort(child);
    return { pid: child.pid ?? 0, port, exited, stop: () => stopEngine(child, exited) };
  } catch (error) {
    child.kill('SIGKILL');
    await exited;
    throw error;
  }
};

// One thread of the pool is blocked for as long as a statement runs, so there must be one for each session and a few for files.
const engineEnvironment = ({ readSessions, writeSessions }: EngineConfig): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  TZ: 'UTC',
  UV_THREADPOOL_SIZE: String(readSessions + writeSessions + 5),
});

const listeningPort = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The engine did not listen within ${START_LIMIT_MS} ms.`)), START_LIMIT_MS);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code, signal) => settle(() => reject(new Error(`The engine ended while it started (${signal ?? code}).`))));
    child.on('message', (message: FromEngine) => {
      if (message.type === 'listening') settle(() => resolve(message.port));
      if (message.type === 'failed') settle(() => reject(new Error(message.message)));
    });
  });

const stopEngine = async (child: ChildProcess, exited: Promise<void>): Promise<void> => {
  if (child.connected) say(child, { type: 'stop' });
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(timer);
};

// The callback form, because an engine that was just killed makes a plain send() emit an unhandled error.
const say = (child: ChildProcess, message: ToEngine): void => void child.send(message, () => undefined);
