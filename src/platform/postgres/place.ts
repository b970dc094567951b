import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, OperatorError } from '#kernel/app-error.ts';
import type { Log } from '#platform/log.ts';
import { closedFolderOnTheWayTo, type EngineUser } from './engine-user.ts';

/** Survives a restart of the machine, which a temporary folder does not. */
const OPEN_ROOT = '/var/lib/perennial';

export interface PlaceOptions {
  readonly folder: string;
  readonly user: EngineUser;
  readonly log: Log;
  readonly openRoot?: string;
}

/**
 * Where does the engine keep its files? In the given folder; or, when the engine's user cannot reach it because a parent
 * is closed (the home of root, say), in an open place whose path the file `location` in the folder remembers.
 */
export const choosePlace = async (options: PlaceOptions): Promise<string> => {
  const { user, log } = options;
  await mkdir(options.folder, { recursive: true, mode: 0o711 });
  const folder = await realpath(options.folder);
  if (user.uid === undefined) return folder;
  await chmod(folder, 0o711);
  const marker = join(folder, 'location');
  if (existsSync(marker)) return rememberedPlace(marker, log);
  const closed = await closedFolderOnTheWayTo(folder, user);
  if (closed === undefined) return folder;
  if (existsSync(join(folder, 'cluster'))) throw closedLater(folder, closed, user);
  return openPlace(options, marker, closed);
};

const rememberedPlace = async (marker: string, log: Log): Promise<string> => {
  const place = (await readFile(marker, 'utf8')).trim();
  if (!existsSync(place)) {
    throw new OperatorError('unavailable', `The database belonging to ${marker} should lie in ${place}, but that folder is gone.`, {
      remedy: `Bring ${place} back from a backup, or delete ${marker} to begin with an empty database.`,
    });
  }
  log.info({ place }, 'the database lies in an open place outside of the data folder');
  return place;
};

const openPlace = async (options: PlaceOptions, marker: string, closed: string): Promise<string> => {
  const root = options.openRoot ?? OPEN_ROOT;
  const place = join(root, `postgres-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(place, { recursive: true });
    // Said again, because the process's umask may have taken away what others need to walk through.
    for (const folder of [root, place]) await chmod(folder, 0o711);
    const alsoClosed = await closedFolderOnTheWayTo(await realpath(place), options.user);
    if (alsoClosed !== undefined) throw new Error(`${alsoClosed} is closed`);
  } catch (cause) {
    throw new OperatorError(
      'unavailable',
      `PostgreSQL cannot run: its user ${options.user.uid} can reach neither ${closed} nor ${place}.`,
      {
        remedy: 'Start Perennial as an ordinary user, choose an open data folder with PERENNIAL_HOME, or give a server with DATABASE_URL.',
        cause,
      },
    );
  }
  await writeFile(`${marker}.tmp`, `${place}\n`);
  await rename(`${marker}.tmp`, marker);
  options.log.warn({ place, closed }, `PostgreSQL does not run as root and its user cannot enter ${closed}: the database lies in ${place}`);
  return place;
};

const closedLater = (folder: string, closed: string, user: EngineUser): AppError =>
  new OperatorError('unavailable', `PostgreSQL's user ${user.uid} can no longer reach the database in ${folder}: ${closed} is closed.`, {
    remedy: `Let others walk through it (chmod o+x ${closed}), or move the data folder to an open place.`,
  });
