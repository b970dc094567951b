import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '#kernel/app-error.ts';
import type { Log } from '#platform/log.ts';

/** PostgreSQL finishes its transactions' clean-up in well under this; a shutdown checkpoint on a slow disk may need it. */
const PATIENCE_MS = 30_000;

/**
 * Is a server of an earlier life still running on these files? Stops it cleanly and waits until all of its processes are
 * gone. A process that merely has the number of the old server, but works elsewhere, is never touched.
 */
export const stopOrphan = async (directory: string, log: Log): Promise<void> => {
  const pidFile = join(directory, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (Number.isInteger(pid) && pid > 1 && worksOn(directory, pid)) {
    log.warn({ pid, directory }, 'stopping the PostgreSQL server that an earlier, killed run has left behind');
    await stopServer(directory, pid);
  }
  // A server killed together with us leaves workers that notice it within moments; its files are not free before that.
  await waitUntil(() => workersOn(directory).length === 0, PATIENCE_MS);
  // What is left is a note of a server that no longer runs; its number may by now be a stranger's, which would stop a start.
  await rm(pidFile, { force: true });
};

const stopServer = async (directory: string, pid: number): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalProcess(pid, signal);
    if (await waitUntil(() => !worksOn(directory, pid), PATIENCE_MS)) return;
  }
  throw new OperatorError(
    'unavailable',
    `A PostgreSQL server of an earlier run (process ${pid}) still holds ${directory} and does not stop.`,
    {
      remedy: `End process ${pid} yourself, then start again.`,
    },
  );
};

const signalProcess = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal, which is what the signal was for.
  }
};

/** Is this process a server, or a worker of one, on these files? They all have their data directory as working directory. */
export const worksOn = (directory: string, pid: number): boolean => {
  if (process.platform !== 'linux') return commandNames(directory, pid);
  try {
    const isPostgres = readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory);
  } catch {
    return false;
  }
};

const commandNames = (directory: string, pid: number): boolean => {
  if (process.platform === 'win32') return false;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(directory);
  } catch {
    return false;
  }
};

const workersOn = (directory: string): readonly number[] => {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && pid !== process.pid && worksOn(directory, pid));
};

const waitUntil = async (isDone: () => boolean, patienceMs: number): Promise<boolean> => {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 20) {
    if (isDone()) return true;
    await sleep(20);
  }
  return isDone();
};
