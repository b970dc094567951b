import { chmod, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { AppError } from '#kernel/app-error.ts';
import { newId } from '#platform/clock.ts';
import { safeFileName, sourceOf } from '../../domain/imports/file-name.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import { insertImport, type StoredImport } from '../../store/imports.ts';
import { type Engine, type ImportWorkspace, pathOf } from './engine.ts';
import { readFile } from './read-file.ts';

/** A file that comes in, and what is said about it. */
export interface FileToAdd {
  readonly fileName: string;
  readonly kind?: string;
  /** The system that it comes from; by default what its name says. */
  readonly source?: string;
  readonly batch?: string;
  readonly createdBy: string;
  /** By how many days every date is moved. */
  readonly moveDays?: number;
  /** Puts the bytes at a path that does not exist yet, and says how many they are. */
  store(path: string): Promise<number>;
}

/** Takes a file in: stores it, looks at it and keeps what it seems to be. Nothing stays of a file that cannot be read. */
export const addImport = async (engine: Engine, workspace: ImportWorkspace, file: FileToAdd): Promise<StoredImport> => {
  const now = engine.clock.now();
  const id = newId('import', now);
  const fileName = safeFileName(file.fileName);
  const storedAs = join(String(workspace.ws), `${id}${/^\.\w{1,5}$/.exec(extname(fileName))?.[0] ?? ''}`);
  const path = pathOf(engine, { storedAs });
  try {
    const fileSize = await file.store(path);
    const reading = await readFile(engine, workspace, { path, fileName, kind: file.kind, moveDays: file.moveDays });
    const { batch = null, createdBy } = file;
    const source = file.source?.trim() || sourceOf(fileName);
    return await engine.postgres.transaction((tx) =>
      insertImport(tx, { ...reading, ws: workspace.ws, id, batch, source, fileName, fileSize, storedAs, createdBy, now }),
    );
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
};

/** Stores a copy of a file of this machine, for `addImport`. */
export const copyOf =
  (from: string) =>
  async (path: string): Promise<number> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await copyFile(from, path);
    } catch (cause) {
      throw new AppError('not_found', IMPORT_SAYS.file_unreachable({ path: from }), { cause });
    }
    await chmod(path, 0o600);
    return (await stat(path)).size;
  };
