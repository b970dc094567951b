import { AppError } from '#kernel/app-error.ts';
import type { Db } from '#platform/postgres.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import { moveImport, type StoredImport } from '../../store/imports.ts';
import { dropChangesFrom, dropReferences, importsInTheWay, newestChanges } from '../../store/imports-changes.ts';
import { holdImport, takeTurn } from '../../store/imports-turn.ts';
import type { ImportChange } from '../import-target.ts';
import { awaitRoom } from './await-room.ts';
import { contextOf, type Engine, Stopping, targetOf } from './engine.ts';

const MOST_NAMED = 5;

/**
 * Takes back everything that an import changed, newest first, and its facts. Only the newest state is taken back: where a later import
 * changed the same records or refers to accounts that this one made, the undo is refused and names it.
 */
export const undoImport = async (engine: Engine, stored: StoredImport): Promise<void> => {
  for (;;) {
    await awaitRoom(engine);
    const state = await engine.postgres.transaction((tx) => takeBackNewest(engine, tx, stored));
    engine.onProgress?.(stored.ws, stored.id);
    if (state === 'left') return;
    if (state === 'empty') break;
    if (engine.isStopping()) throw new Stopping();
  }
  // Before the state says so: cut off here, the undo goes on here.
  await engine.forgetFacts(stored.ws, stored.number);
  await engine.postgres.transaction(async (tx) => {
    await dropReferences(tx, stored);
    await moveImport(tx, stored, ['undoing'], { status: 'undone', finishedAt: engine.clock.now() });
  });
  engine.onProgress?.(stored.ws, stored.id);
};

const takeBackNewest = async (engine: Engine, tx: Db, stored: StoredImport): Promise<'left' | 'empty' | 'more'> => {
  await takeTurn(tx, stored.ws);
  const held = await holdImport(tx, stored);
  if (held?.status !== 'undoing') return 'left';
  const newest = await newestChanges(tx, stored);
  if (!newest) return 'empty';
  await refuseInTheWay(tx, stored, newest.seq);
  await targetOf(engine, stored.kind).undo(tx, contextOf(engine, tx, stored), firstBefore(newest.changes));
  await dropChangesFrom(tx, stored, newest.seq);
  return 'more';
};

// A record that several rows changed goes back to what it was before the first of them.
const firstBefore = (newestFirst: readonly ImportChange[]): readonly ImportChange[] => {
  const oldest = new Map(newestFirst.map(({ recordId, before }) => [recordId, before]));
  return [...new Set(newestFirst.map(({ recordId }) => recordId))].map((recordId) => ({ recordId, before: oldest.get(recordId) ?? null }));
};

/** Refuses the undo of an import (from its change `from` on) that later imports stand on, and names them. */
export const refuseInTheWay = async (db: Db, stored: StoredImport, from = 0): Promise<void> => {
  const inTheWay = await importsInTheWay(db, stored, from);
  const [first] = inTheWay;
  if (!first) return;
  const names = [...new Set(inTheWay.map(({ fileName }) => fileName))];
  const files = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), '…'] : names;
  const what = { file: stored.fileName, later: first.fileName, records: first.records, files };
  throw new AppError('conflict', first.why === 'changed' ? IMPORT_SAYS.import_changed_later(what) : IMPORT_SAYS.import_referred_to(what));
};
