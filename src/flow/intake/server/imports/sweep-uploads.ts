import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storedFiles } from '../../store/imports.ts';
import type { Engine } from './engine.ts';

/** Removes uploads that no import knows: what a process left that ended in the middle of one. Call it before new ones can come. */
export const sweepUploads = async (engine: Engine): Promise<void> => {
  const folders = await readdir(engine.folder, { withFileTypes: true }).catch(() => []);
  const known = new Set(await storedFiles(engine.postgres.db));
  for (const folder of folders.filter((entry) => entry.isDirectory())) {
    const names = await readdir(join(engine.folder, folder.name));
    const left = names.filter((name) => name.startsWith('imp_') && !known.has(join(folder.name, name)));
    await Promise.all(left.map((name) => rm(join(engine.folder, folder.name, name), { force: true })));
  }
};
