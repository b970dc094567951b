import { basename } from 'node:path';
import { AppError } from '#kernel/app-error.ts';
import type { FileFormat, Import } from '../../contracts.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import { findImport, type StoredImport } from '../../store/imports.ts';
import { failuresAfter } from '../../store/imports-errors.ts';
import { addImport, copyOf } from './add-import.ts';
import type { Engine, ImportWorkspace } from './engine.ts';
import type { Lanes } from './lanes.ts';
import { presentImport } from './present-import.ts';
import { queueImport } from './queue-import.ts';
import { updateImport } from './update-import.ts';

/** What the command line says about a file to import. */
export interface ImportFileRequest {
  readonly workspace: ImportWorkspace;
  readonly path: string;
  readonly kind?: string;
  readonly source?: string;
  /** Targets by column name; null leaves a column out. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly format?: Partial<FileFormat>;
  /** Answer only when the import has come to its end. */
  readonly wait: boolean;
  readonly createdBy?: string;
}

const SHOWN_ERRORS = 20;
const UNFINISHED = new Set(['queued', 'running']);
const LOOK_AGAIN_MS = 200;

/** Imports a file of this machine, as the page would after all was confirmed. */
export const importFile = async (engine: Engine, lanes: Lanes, request: ImportFileRequest): Promise<Import> => {
  const { workspace, path, kind, source, createdBy = 'cli' } = request;
  const added = await addImport(engine, workspace, { fileName: basename(path), kind, source, createdBy, store: copyOf(path) });
  const mapping = Object.entries(request.mapping ?? {}).map(([column, target]) => ({ index: indexOf(added, column), target }));
  const told = mapping.length > 0 || request.format ? await updateImport(engine, added, { mapping, format: request.format }) : added;
  const queued = await queueImport(engine, told);
  if (!request.wait) await lanes.ask(workspace.ws);
  const ended = request.wait ? await untilEnded(engine, lanes, queued) : queued;
  return presentImport(
    ended,
    { mayImport: true, language: 'en', recall: engine.recall, hasRoom: engine.hasRoom() },
    await failuresAfter(engine.postgres.db, ended, -1, SHOWN_ERRORS),
  );
};

const indexOf = ({ columns }: StoredImport, column: string): number => {
  const index = columns.findIndex(({ name }) => name === column);
  if (index >= 0) return index;
  throw new AppError('invalid', IMPORT_SAYS.column_unknown({ column, columns: columns.map(({ name }) => name) }));
};

const untilEnded = async (engine: Engine, lanes: Lanes, { ws, id }: StoredImport): Promise<StoredImport> => {
  for (;;) {
    await lanes.drain(ws);
    const now = await findImport(engine.postgres.db, ws, id);
    if (!now) throw new AppError('not_found', IMPORT_SAYS.import_unknown());
    // Another process may be at it, or this one is about to end.
    if (!UNFINISHED.has(now.status) || engine.isStopping()) return now;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
};
