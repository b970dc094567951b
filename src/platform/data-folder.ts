import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OperatorError } from '#kernel/app-error.ts';

export interface DataFolder {
  readonly path: string;
  /** Gives the lock back; harmless when called twice. */
  close(): void;
}

const LOCK_FILE = 'lock.db';

/**
 * Which folder may this process alone write in? Creates the folder when it is absent, and refuses with `conflict` while
 * another process holds it. The operating system frees the lock when the process ends, also by kill -9.
 */
export const openDataFolder = async (path: string): Promise<DataFolder> => {
  const folder = resolve(path);
  await prepare(folder);
  const lock = takeLock(folder);
  return {
    path: folder,
    close: () => {
      if (lock.isOpen) lock.close();
    },
  };
};

const prepare = async (folder: string): Promise<void> => {
  // As root the database runs under another user, who must be able to walk through this folder, but not to list it.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    await mkdir(folder, { recursive: true, mode });
    const ours = existsSync(join(folder, LOCK_FILE)) || (await readdir(folder)).length === 0;
    if (ours) await chmod(folder, mode);
  } catch (cause) {
    throw new OperatorError('unavailable', `The data folder ${folder} cannot be created or read.`, {
      remedy: 'Choose a folder that you may write in with PERENNIAL_HOME, or change its permissions.',
      cause,
    });
  }
};

const takeLock = (folder: string): DatabaseSync => {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
    lock.exec('begin exclusive');
    return lock;
  } catch (cause) {
    lock?.close();
    if (isLocked(cause)) {
      throw new OperatorError('conflict', `The data folder ${folder} is in use by another running Perennial.`, {
        remedy: 'Stop the other one first, or give this one its own folder with PERENNIAL_HOME.',
        cause,
      });
    }
    throw new OperatorError('unavailable', `The data folder ${folder} cannot be locked.`, {
      remedy: `Check that you may write in it, that the disk is not full and that ${LOCK_FILE} in it is a file of Perennial.`,
      cause,
    });
  }
};

const SQLITE_BUSY = 5;

const isLocked = (cause: unknown): boolean => cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY;
