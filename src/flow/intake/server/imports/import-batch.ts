import type { StoredImport } from '../../store/imports.ts';
import { newestImports } from '../../store/imports-list.ts';
import { addImport, copyOf } from './add-import.ts';
import { type Engine, type ImportWorkspace, targetOf } from './engine.ts';
import { queueImport } from './queue-import.ts';

/** Files of this machine that come together. */
export interface BatchToImport {
  readonly batch: string;
  readonly source: string;
  readonly createdBy: string;
  /** In the order in which files of one kind are to be read. */
  readonly files: readonly { readonly fileName: string; readonly kind: string; readonly path: string; readonly moveDays?: number }[];
}

/** Queues these files; one that the batch has already, by its name, is left as it is, so that a batch that was cut off can be asked for again. */
export const importBatch = async (engine: Engine, workspace: ImportWorkspace, { files, ...batch }: BatchToImport): Promise<void> => {
  for (const { kind } of files) targetOf(engine, kind);
  const queued = new Set((await importsOfBatch(engine, workspace.ws, batch.batch)).map(({ fileName }) => fileName));
  for (const { path, ...file } of files) {
    if (queued.has(file.fileName)) continue;
    await queueImport(engine, await addImport(engine, workspace, { ...file, ...batch, store: copyOf(path) }));
  }
};

/** The imports of a batch, the oldest first. */
export const importsOfBatch = async (engine: Engine, ws: number, batch: string): Promise<readonly StoredImport[]> =>
  (await newestImports(engine.postgres.db, { ws, batch })).toReversed();
