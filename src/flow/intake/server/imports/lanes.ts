import { isAppError } from '#kernel/app-error.ts';
import { findImport, type StoredImport, unfinishedImports } from '../../store/imports.ts';
import { awaitRoomAgain } from './await-room.ts';
import { checkImport } from './check-import.ts';
import { type Engine, Stopping } from './engine.ts';
import { failImport } from './fail-import.ts';
import { runImport } from './run-import.ts';
import { undoImport } from './undo-import.ts';

const RUN_QUEUE = 'intake.imports';
const CHECK_QUEUE = 'intake.import-checks';

/** Where imports wait for their turn: one lane a workspace, in which undoings go first and then what others refer to; trials pass beside. */
export interface Lanes {
  /** Declares the queues and takes up what an earlier process left. */
  start(): Promise<void>;
  /** Asks for the work that waits in a workspace. */
  ask(ws: number): Promise<void>;
  askCheck(stored: Pick<StoredImport, 'ws' | 'id'>): Promise<void>;
  /** Does what waits in a workspace, in this process, until nothing waits. */
  drain(ws: number): Promise<void>;
  /** Does this process work off a workspace? */
  isAtWork(ws: number): boolean;
}

/** The lanes of an engine. */
export const createLanes = (engine: Engine): Lanes => {
  const active = new Map<number, Promise<void>>();
  const drain = async (ws: number): Promise<void> => {
    // What was asked for while a round was ending is seen by the round after it.
    await active.get(ws)?.catch(() => undefined);
    const round = active.get(ws) ?? workOff(engine, ws).finally(() => active.delete(ws));
    active.set(ws, round);
    return round;
  };
  const check = async ({ ws, id }: { ws: number; id: string }): Promise<void> => {
    for (let isOver = false; !isOver; ) {
      const stored = await findImport(engine.postgres.db, ws, id);
      isOver = stored?.status !== 'checking' || (await guarded(engine, stored, () => checkImport(engine, stored)));
    }
  };
  const ask = (ws: number) => engine.jobs.send(RUN_QUEUE, { ws }, { singletonKey: String(ws) });
  const askCheck = ({ ws, id }: Pick<StoredImport, 'ws' | 'id'>) => engine.jobs.send(CHECK_QUEUE, { ws, id }, { singletonKey: id });
  return {
    drain,
    isAtWork: (ws) => active.has(ws),
    ask,
    askCheck,
    start: async () => {
      const options = { concurrency: 2, retries: 20, expireMinutes: 24 * 60 };
      await engine.jobs.define<{ ws: number }>(RUN_QUEUE, options, ({ ws }) => drain(ws));
      await engine.jobs.define<{ ws: number; id: string }>(CHECK_QUEUE, options, check);
      const left = await unfinishedImports(engine.postgres.db);
      for (const stored of left.filter(({ status }) => status === 'checking')) await askCheck(stored);
      for (const ws of new Set(left.filter(({ status }) => status !== 'checking').map((stored) => stored.ws))) await ask(ws);
    },
  };
};

const workOff = async (engine: Engine, ws: number): Promise<void> => {
  for (let next = await nextOf(engine, ws); next && !engine.isStopping(); next = await nextOf(engine, ws)) {
    const stored = next;
    await guarded(engine, stored, () => (stored.status === 'undoing' ? undoImport(engine, stored) : runImport(engine, stored)));
  }
};

const nextOf = async (engine: Engine, ws: number): Promise<StoredImport | undefined> => {
  const waiting = (await unfinishedImports(engine.postgres.db, ws)).filter(({ status }) => status !== 'checking');
  const rank = (stored: StoredImport): number => {
    if (stored.status === 'undoing') return -2;
    if (stored.status === 'running') return -1;
    return engine.targets.find((target) => target.kind.kind === stored.kind)?.order ?? 0;
  };
  // Undoings go backwards, since the newer stands on the older.
  const within = (a: StoredImport, b: StoredImport): number => (a.status === 'undoing' ? b.number - a.number : a.number - b.number);
  return [...waiting].sort((a, b) => rank(a) - rank(b) || within(a, b))[0];
};

// A database that is away comes back: the job is tried again. A full disk gets room again: the work goes on then, behind its last chunk. Anything
// else ends this import, not the lane. False when the work is to be taken up again.
const guarded = async (engine: Engine, stored: StoredImport, work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Stopping) return true;
    if (isAppError(error) && error.code === 'unavailable') throw error;
    if (isAppError(error) && error.code === 'storage_full') return waited(engine);
    await failImport(engine, stored, error);
  }
  return true;
};

const waited = async (engine: Engine): Promise<boolean> => {
  try {
    await awaitRoomAgain(engine);
    return false;
  } catch (error) {
    if (error instanceof Stopping) return true;
    throw error;
  }
};
