import { AppError } from '#kernel/app-error.ts';
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
  throw new AppError('conflict', `The import is ${stored.status}; there is nothing to stop.`, {
    remedy: 'Undo it if its rows should go.',
  });
};

/** Marks an import as being taken back; refused while later imports stand on it. */
export const startUndo = async (engine: Engine, stored: StoredImport): Promise<StoredImport> => {
  await refuseInTheWay(engine.postgres.db, stored);
  const undoing = await moveImport(engine.postgres.db, stored, ['done', 'failed', 'cancelled'], { status: 'undoing' });
  if (undoing) return undoing;
  throw new AppError('conflict', `The import is ${stored.status} and cannot be undone.`, {
    remedy: stored.status === 'running' ? 'Stop it first.' : 'Only an import that has come to its end can be undone.',
  });
};
