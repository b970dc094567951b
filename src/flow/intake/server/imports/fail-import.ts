import { isAppError } from '#kernel/app-error.ts';
import type { Said } from '#kernel/saying.ts';
import { genericWords } from '../../domain/imports/finding-words.ts';
import { ROW_SAYS } from '../../domain/imports/row-sayings.ts';
import { createTally } from '../../domain/imports/tally.ts';
import { findImport, type ImportPatch, moveImport, NO_COUNTS, type StoredImport } from '../../store/imports.ts';
import type { Engine } from './engine.ts';

/** Ends work that cannot go on, with the reason among the findings. An import keeps what is in; a trial is back at its mapping; an undo can be asked for again. */
export const failImport = async (engine: Engine, stored: StoredImport, error: unknown): Promise<void> => {
  const now = await findImport(engine.postgres.db, stored.ws, stored.id);
  if (!now) return;
  const tally = createTally(now.findings, genericWords);
  tally.add(now.status === 'undoing' ? 'undo_refused' : 'stopped', now.rowsRead + 1, reasonOf(engine, stored, error));
  const patch: ImportPatch = { ...outcomeOf(now), findings: tally.findings(), cancelAsked: false, finishedAt: engine.clock.now() };
  await moveImport(engine.postgres.db, stored, [now.status], patch);
  engine.onProgress?.(stored.ws, stored.id);
};

const outcomeOf = ({ status }: StoredImport): ImportPatch => {
  if (status === 'checking') return { status: 'mapping', counts: NO_COUNTS };
  // Half of it may be gone: were it run again, it begins at its first row.
  if (status === 'undoing') return { status: 'failed', counts: NO_COUNTS };
  return { status: 'failed' };
};

const reasonOf = (engine: Engine, { id }: StoredImport, error: unknown): Said => {
  if (isAppError(error) && error.code !== 'internal') return error.said;
  engine.log.error({ import: id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'import failed');
  return ROW_SAYS.stopped_unexpectedly({ id });
};
