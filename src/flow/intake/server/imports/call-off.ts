import { AppError } from '#kernel/app-error.ts';
import { IMPORT_SAYS, STATUS_WORDS } from '../../domain/imports/import-sayings.ts';
import { moveImport, type StoredImport } from '../../store/imports.ts';
import type { Engine } from './engine.ts';
import { refuseInTheWay } from './undo-import.ts';

/** Stops an import: at once while it waits, else after the chunk or look at hand. What is in stays, and can be undone. */
export const callOff = async (engine: Engine, stored: StoredImport): Promise<StoredImport> => {
  const { db } = engine.postgres;
  const now =
    (await moveImport(db, stored, ['queued'], { status: 'cancelled', finishedAt: engine.clock.now() })) ??
    (await moveImport(db, stored, ['running', 'checking'], { cancelAsked: true }));
  if (now) return now;
  throw new AppError('conflict', IMPORT_SAYS.import_not_running({ status: STATUS_WORDS[stored.status] }));
};

/** Marks an import as being taken back; refused while later imports stand on it. */
export const startUndo = async (engine: Engine, stored: StoredImport): Promise<StoredImport> => {
  await refuseInTheWay(engine.postgres.db, stored);
  const undoing = await moveImport(engine.postgres.db, stored, ['done', 'failed', 'cancelled'], { status: 'undoing' });
  if (undoing) return undoing;
  throw new AppError(
    'conflict',
    stored.status === 'running'
      ? IMPORT_SAYS.import_undo_while_running()
      : IMPORT_SAYS.import_not_undoable({ status: STATUS_WORDS[stored.status] }),
  );
};
