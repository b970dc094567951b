import type { Db } from '#platform/postgres.ts';
import type { ImportFinding } from '../../contracts.ts';
import { type ImportCounts, moveImport, type StoredImport } from '../../store/imports.ts';
import { keepChanges, keepReferences } from '../../store/imports-changes.ts';
import { dropFailures, keepFailures } from '../../store/imports-errors.ts';
import { holdImport, takeTurn } from '../../store/imports-turn.ts';
import type { ImportTarget, RowOutcome } from '../import-target.ts';
import { awaitRoom } from './await-room.ts';
import { contextOf, type Engine, freshLookUps, type KnownAccounts, learn, Stopping, targetOf } from './engine.ts';
import { columnFindings, type FileWork, fileWork, type ReadChunk, settle } from './file-work.ts';
import { pieces, readAhead } from './pieces.ts';
import { writeRows } from './write-rows.ts';

/** How far a run is: what was counted and found so far. */
interface Progress {
  readonly counts: ImportCounts;
  readonly findings: readonly ImportFinding[];
  /** Accounts that this run has noted as referred to: chunk after chunk names the same. */
  readonly referred: ReadonlySet<string>;
}

const STOPPED = new Set(['stopped', 'undo_refused']);

/**
 * Imports the rows of a file, a chunk a transaction: rows, facts, what an undo needs and the progress are kept together or not at all. A run
 * that was cut off goes on behind its last chunk.
 */
export const runImport = async (engine: Engine, waiting: StoredImport): Promise<void> => {
  const patch = { status: 'running', startedAt: waiting.startedAt ?? engine.clock.now() } as const;
  const stored = await moveImport(engine.postgres.db, waiting, ['queued', 'running'], patch);
  if (!stored) return;
  const target = targetOf(engine, stored.kind);
  const work = fileWork(stored, target, engine.clock.now());
  const known: KnownAccounts = new Map();
  let progress = await begin(engine, stored, { work, target });
  for await (const chunk of readAhead(unsettledChunks(engine, stored, work))) {
    await awaitRoom(engine);
    const asked = { stored, target, work, chunk, progress, known };
    const next = await engine.postgres.transaction((tx) => runChunk(engine, tx, asked));
    engine.onProgress?.(stored.ws, stored.id);
    if (next === 'left') return;
    progress = next.progress;
    // Not before: what a chunk made itself and found is gone when it is taken back.
    learn(known, next.found);
    if (engine.isStopping()) throw new Stopping();
  }
  await finish(engine, stored, target, { work, progress });
};

/** The rows that no earlier run has settled, their cells read. */
async function* unsettledChunks(engine: Engine, stored: StoredImport, work: FileWork): AsyncGenerator<ReadChunk> {
  for await (const { source, start, isSettled } of pieces(engine, stored)) {
    if (isSettled) work.skip(source);
    else yield await work.readChunk(source, start);
    if (engine.isStopping()) throw new Stopping();
  }
}

const begin = async (
  engine: Engine,
  stored: StoredImport,
  { work, target }: { work: FileWork; target: ImportTarget },
): Promise<Progress> => {
  const { rowsRead, created, updated, unchanged, failed } = stored;
  const counts = { rowsRead, created, updated, unchanged, failed };
  const referred = new Set<string>();
  if (rowsRead > 0) return { counts, findings: stored.findings.filter(({ code }) => !STOPPED.has(code)), referred };
  await dropFailures(engine.postgres.db, stored);
  return { counts, findings: columnFindings(work, stored, target), referred };
};

interface ChunkToRun {
  readonly stored: StoredImport;
  readonly target: ImportTarget;
  readonly work: FileWork;
  readonly chunk: ReadChunk;
  readonly progress: Progress;
  readonly known: KnownAccounts;
}

interface ChunkThatRan {
  readonly progress: Progress;
  readonly found: KnownAccounts;
}

const runChunk = async (engine: Engine, tx: Db, asked: ChunkToRun): Promise<ChunkThatRan | 'left'> => {
  const { stored, target, work, chunk, progress } = asked;
  await takeTurn(tx, stored.ws);
  const held = await holdImport(tx, stored);
  // Whoever else took up this import since has settled these rows already.
  if (held?.status !== 'running' || held.rowsRead !== chunk.start) return 'left';
  if (held.cancelAsked) {
    await moveImport(tx, stored, ['running'], { status: 'cancelled', cancelAsked: false, finishedAt: engine.clock.now() });
    return 'left';
  }
  const lookUps = freshLookUps(asked.known);
  const context = contextOf(engine, tx, stored, lookUps);
  const outcomes = await writeRows({ tx, context, target, rows: chunk.rows, log: engine.log });
  const settled = settle(work, chunk, outcomes, progress);
  await keepChanges(tx, stored, outcomes.filter(isChange));
  const { referred } = progress;
  const fresh = [...lookUps.references].filter((id) => !referred.has(id));
  await keepReferences(tx, stored, fresh);
  await keepFailures(tx, stored, settled.failures);
  await moveImport(tx, stored, ['running'], { counts: settled.counts, findings: settled.findings });
  const { counts, findings } = settled;
  return {
    progress: { counts, findings, referred: fresh.length === 0 ? referred : new Set([...referred, ...fresh]) },
    found: lookUps.found,
  };
};

const isChange = (outcome: RowOutcome): outcome is Extract<RowOutcome, { recordId: string }> =>
  outcome.outcome === 'created' || outcome.outcome === 'updated';

const finish = async (
  engine: Engine,
  stored: StoredImport,
  target: ImportTarget,
  { work, progress }: { work: FileWork; progress: Progress },
): Promise<void> => {
  const tally = work.tallyFrom(progress.findings);
  const { db } = engine.postgres;
  for (const finding of (await target.inspect?.(db, contextOf(engine, db, stored))) ?? []) tally.put(finding);
  await moveImport(db, stored, ['running'], {
    status: 'done',
    cancelAsked: false,
    rowsTotal: progress.counts.rowsRead,
    counts: progress.counts,
    findings: tally.findings(),
    finishedAt: engine.clock.now(),
  });
  engine.onDone?.(stored.ws);
  engine.onProgress?.(stored.ws, stored.id);
};
