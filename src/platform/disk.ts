import { statfs } from 'node:fs/promises';
import { AppError } from '#kernel/app-error.ts';
import type { Log } from '#platform/log.ts';
import { STORE_SAYS } from '#platform/store-sayings.ts';

/** How much room the data folder has. */
export interface DiskState {
  readonly state: 'ok' | 'full';
  readonly freeBytes: number;
}

/** Watches the room of the data folder, so that nothing more is taken in while the databases still have some to work with. */
export interface DiskWatch {
  state(): DiskState;
  /** Refuses when the disk is full, which means that only the reserve is left. */
  requireRoom(): void;
  stop(): void;
}

const LOOK_EVERY_MS = 1_000;
const RETRY_SECONDS = 30;

/**
 * Opens the watch. A database that meets a full disk in the middle of its work ends and cannot recover until there is room; so the last
 * `reserveBytes` are kept for it: reading goes on, writing is refused with clear words, and goes on by itself when there is room again.
 */
export const watchDisk = async (folder: string, reserveBytes: number, log: Log): Promise<DiskWatch> => {
  let now: DiskState = { state: 'ok', freeBytes: Number.POSITIVE_INFINITY };
  const look = async (): Promise<void> => {
    const { bavail, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    const state = freeBytes < reserveBytes ? 'full' : 'ok';
    if (state !== now.state) {
      const free = { freeMb: Math.round(freeBytes / 1e6) };
      if (state === 'full') log.error(free, 'the disk is full: nothing more is taken in until there is room');
      else log.info(free, 'there is room on the disk again');
    }
    now = { state, freeBytes };
  };
  await look();
  // A folder that cannot be asked tells nothing new; its databases will say what is wrong.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS).unref();
  return {
    state: () => now,
    requireRoom: () => {
      if (now.state === 'full') throw diskIsFull();
    },
    stop: () => clearInterval(timer),
  };
};

/** What somebody is told who wanted to write. */
export const diskIsFull = (cause?: unknown): AppError =>
  new AppError('storage_full', STORE_SAYS.disk_full(), { retryAfter: RETRY_SECONDS, cause });
