import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AppError, OperatorError } from '#kernel/app-error.ts';
import type { Binaries } from './binaries.ts';
import { engineEnvironment } from './cluster.ts';
import type { EngineUser } from './engine-user.ts';

export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly directory: string;
  readonly user: EngineUser;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One running server process. */
export interface Postmaster {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  stop(): Promise<void>;
}

/** Which server process serves these files? Resolves when it accepts connections, however long a crash recovery takes. */
export const startPostmaster = async (options: PostmasterOptions): Promise<Postmaster> => {
  const logFile = join(dirname(options.directory), 'postgres.log');
  const child = spawnServer(options, logFile);
  let exit: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  }).then((ended) => {
    exit = ended;
    return ended;
  });
  const interruptAtExit = (): void => void child.kill('SIGINT');
  process.once('exit', interruptAtExit);
  void exited.then(() => process.removeListener('exit', interruptAtExit));

  while (exit === undefined && !isReady(options.directory, child.pid)) await Promise.race([sleep(10), exited]);
  if (exit !== undefined || child.pid === undefined) throw cannotStart(logFile, options.port);
  return { pid: child.pid, exited, stop: () => stopChild(child, exited) };
};

const spawnServer = (options: PostmasterOptions, logFile: string): ChildProcess => {
  const settings = { ...SETTINGS, port: String(options.port), ...options.settings };
  const log = openLog(logFile);
  try {
    return spawn(
      options.binaries.postgres,
      ['-D', options.directory, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // Detached: Ctrl-C in a terminal goes to the whole group, and the database must outlive the draining of its users.
      { ...options.user, cwd: dirname(options.directory), env: engineEnvironment(), stdio: ['ignore', log, log], detached: true },
    );
  } finally {
    closeSync(log);
  }
};

/** Modest memory, real durability, and no personal data in the server's log. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  shared_buffers: '64MB',
  max_connections: '60',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  io_method: 'sync',
  // Pages come from solid disks, mostly out of the system's cache: the default of 4, made for turning ones, keeps the planner from its indexes.
  random_page_cost: '1.1',
  // Parallel plans need shared memory of their own, of which containers often have very little.
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors and their statements quote the values of rows, so only the server's own affairs are written down.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const LOG_LIMIT_BYTES = 5_000_000;

/** The engine writes to a file of ours: a pipe would break when we die, and it must be able to say why it stops. */
const openLog = (path: string): number => {
  const isLong = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
  if (isLong) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
};

/** The server's own note tells its number in line 1 and its state in line 8; asking by connecting would cost a log line each. */
const isReady = (directory: string, pid: number | undefined): boolean => {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
};

const PATIENCE_MS = 30_000;

/** SIGINT rolls open transactions back and writes a checkpoint; SIGQUIT, when that takes too long, leaves it to recovery. */
const stopChild = async (child: ChildProcess, exited: Promise<Exit>): Promise<void> => {
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), PATIENCE_MS);
  await exited;
  clearTimeout(impatience);
};

const cannotStart = (logFile: string, port: number): AppError => {
  const lastLines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
  return new OperatorError('unavailable', `The built-in PostgreSQL did not start on port ${port}. It says:\n${lastLines}`, {
    remedy: `Read ${logFile}; free disk space and memory if it asks for them.`,
  });
};
