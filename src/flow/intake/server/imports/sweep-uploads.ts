import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spentFiles, storedFiles } from '../../store/imports.ts';
import type { Engine } from './engine.ts';

type Uploads = Pick<Engine, 'folder' | 'postgres' | 'clock'>;

/** For so long an upload is kept after its import has come to its end or, if it was never run, after it came. */
export const KEPT_DAYS = 30;

/** Removes uploads that no import knows: what a process left that ended in the middle of one. Call it before new ones can come. */
export const sweepLeftovers = async (uploads: Uploads): Promise<void> => {
  const known = new Set(await storedFiles(uploads.postgres.db));
  await removeUploads(uploads, (path) => !known.has(path));
};

/** Removes uploads that nothing needs any more. The file of an import that can be resumed stays; an undo needs none. */
export const sweepSpent = async (uploads: Uploads): Promise<void> => {
  const spent = new Set(await spentFiles(uploads.postgres.db, uploads.clock.now() - KEPT_DAYS * 86_400_000));
  await removeUploads(uploads, (path) => spent.has(path));
};

const removeUploads = async ({ folder }: Uploads, isToGo: (path: string) => boolean): Promise<void> => {
  const workspaces = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const workspace of workspaces.filter((entry) => entry.isDirectory())) {
    const paths = (await readdir(join(folder, workspace.name)))
      .filter((name) => name.startsWith('imp_'))
      .map((name) => join(workspace.name, name));
    await Promise.all(paths.filter(isToGo).map((path) => rm(join(folder, path), { force: true })));
  }
};
