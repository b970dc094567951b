import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OperatorError } from '#kernel/app-error.ts';
import type { Binaries } from './binaries.ts';
import type { EngineUser } from './engine-user.ts';

/** The one role of the embedded server: its owner. */
export const CLUSTER_ROLE = 'perennial';

export interface Cluster {
  /** PostgreSQL's own data directory. */
  readonly directory: string;
  readonly password: string;
}

/** Which database files does the server open? Makes them when absent, so that a kill in the middle leaves nothing half made. */
export const ensureCluster = async (place: string, binaries: Binaries, user: EngineUser): Promise<Cluster> => {
  const directory = join(place, 'cluster');
  await removeUnfinished(place);
  if (!existsSync(directory)) await createCluster(directory, binaries, user);
  await assertMajor(directory, binaries.major);
  return { directory, password: await readFile(join(directory, PASSWORD_FILE), 'utf8') };
};

/** Lies within the cluster, so that files and password appear in one rename and travel together. */
const PASSWORD_FILE = 'perennial-password';

const createCluster = async (directory: string, binaries: Binaries, user: EngineUser): Promise<void> => {
  // A name of its own: the initdb of a killed start lives on for a moment and still writes into its folder.
  const unfinished = `${directory}.${randomBytes(6).toString('hex')}.tmp`;
  const passwordFile = `${unfinished}.password.tmp`;
  const password = randomBytes(24).toString('base64url');
  await mkdir(unfinished, { mode: 0o700 });
  await giveTo(user, unfinished);
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' });
  await giveTo(user, passwordFile);
  await runInitdb(binaries, user, unfinished, passwordFile);
  const kept = join(unfinished, PASSWORD_FILE);
  await writeFile(kept, password, { mode: 0o600, flush: true });
  await giveTo(user, kept);
  await rm(passwordFile);
  await rename(unfinished, directory);
  await flushFolder(dirname(directory));
};

/** Clears what starts that were cut off have left; what is still written to goes at a later start. */
const removeUnfinished = async (place: string): Promise<void> => {
  for (const name of await readdir(place)) {
    if (!/^cluster\..*tmp$/.test(name)) continue;
    await rm(join(place, name), { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
  }
};

const giveTo = async (user: EngineUser, path: string): Promise<void> => {
  if (user.uid !== undefined) await chown(path, user.uid, user.gid ?? user.uid);
};

const runInitdb = async (binaries: Binaries, user: EngineUser, directory: string, passwordFile: string): Promise<void> => {
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${directory}`,
      `--username=${CLUSTER_ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The built-in provider sorts by code point alike on every machine, so that an index survives a system upgrade.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...user, cwd: dirname(directory), env: engineEnvironment(), stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code === 0) return;
  throw new OperatorError('unavailable', `PostgreSQL could not prepare its files in ${dirname(directory)}: ${complaints.join('').trim()}`, {
    remedy: 'Check that the disk is not full and that the data folder can be written, then start again.',
  });
};

/** What do the engine's programs see of our environment? Next to nothing: no secrets, no PG* variables, no foreign locale. */
export const engineEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: 'C',
});

const assertMajor = async (directory: string, major: string): Promise<void> => {
  const found = (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  if (found === major) return;
  throw new OperatorError('unavailable', `The database in ${directory} was written by PostgreSQL ${found}; this version runs ${major}.`, {
    remedy: `Dump it with a Perennial that still runs PostgreSQL ${found}, and restore the dump into an empty data folder.`,
  });
};

const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
};
