import type { Db } from '#platform/postgres.ts';
import type { ImportFinding } from '../../contracts.ts';
import { type ImportCounts, moveImport, NO_COUNTS, type StoredImport } from '../../store/imports.ts';
import { dropFailures, keepFailures } from '../../store/imports-errors.ts';
import { takeTurn } from '../../store/imports-turn.ts';
import type { ImportTarget } from '../import-target.ts';
import { contextOf, type Engine, Stopping, targetOf } from './engine.ts';
import { columnFindings, type FileWork, fileWork, settle } from './file-work.ts';
import { CHUNK_ROWS, type Piece, pieces } from './pieces.ts';
import { writeRows } from './write-rows.ts';

interface Trial {
  readonly counts: ImportCounts;
  readonly findings: readonly ImportFinding[];
}

/**
 * Rows tried in one transaction. The trial writes and takes everything back, and so holds up others who write the same records: what
 * is longer is tried in parts, so that nobody waits for more than some seconds.
 */
const PART_ROWS = 50_000;
const EVERY_MS = 300;

/** Tries an import: every row is read and written as the import would, and everything is taken back. What would happen is counted and told. */
export const checkImport = async (engine: Engine, asked: StoredImport): Promise<void> => {
  const target = targetOf(engine, asked.kind);
  const stored = await moveImport(engine.postgres.db, asked, ['checking'], { counts: NO_COUNTS, findings: [] });
  if (!stored) return;
  await dropFailures(engine.postgres.db, stored);
  const work = fileWork(stored, target, engine.clock.now());
  const source = pieces(engine, stored, 0);
  let trial: Trial = { counts: NO_COUNTS, findings: columnFindings(work, stored, target) };
  let parts = 0;
  try {
    for (let next = await source.next(); !next.done; next = await source.next()) {
      const tried = await tryPart(engine, { stored, target, work, source, first: next.value, before: trial });
      if (tried === 'left') return;
      trial = tried;
      parts += 1;
    }
  } finally {
    await source.return(undefined);
  }
  const tally = work.tallyFrom(trial.findings);
  if (parts > 1) tally.add('checked_in_parts', 1, `${trial.counts.rowsRead}`);
  await moveImport(engine.postgres.db, stored, ['checking'], {
    status: 'checked',
    cancelAsked: false,
    counts: trial.counts,
    findings: tally.findings(),
    rowsTotal: trial.counts.rowsRead,
  });
  engine.onProgress?.(stored.ws, stored.id);
};

interface Part {
  readonly stored: StoredImport;
  readonly target: ImportTarget;
  readonly work: FileWork;
  readonly source: AsyncGenerator<Piece>;
  readonly first: Piece;
  readonly before: Trial;
}

class TakenBack extends Error {
  readonly trial: Trial | 'left';

  constructor(trial: Trial | 'left') {
    super('taken back');
    this.trial = trial;
  }
}

// Not retried: a part reads on in the file, and a lost race of a trial is worth telling.
const tryPart = async (engine: Engine, part: Part): Promise<Trial | 'left'> => {
  try {
    return await engine.postgres.db.transaction().execute(async (tx) => {
      throw new TakenBack(await tryRows(engine, tx, part));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.trial;
    throw error;
  }
};

const tryRows = async (engine: Engine, tx: Db, { stored, target, work, source, first, before }: Part): Promise<Trial | 'left'> => {
  await takeTurn(tx, stored.ws);
  const { db } = engine.postgres;
  let trial = before;
  let shownAt = engine.clock.now();
  let piece: Piece | undefined = first;
  while (piece) {
    const chunk = await work.readChunk(piece.source, piece.start);
    const outcomes = await writeRows({ tx, context: contextOf(engine, tx, stored), target, rows: chunk.rows, log: engine.log });
    const settled = settle(work, chunk, outcomes, trial);
    // Beside the trial, not in it: these stay.
    await keepFailures(db, stored, settled.failures);
    trial = { counts: settled.counts, findings: settled.findings };
    if (engine.isStopping()) throw new Stopping();
    const now = engine.clock.now();
    if (now - shownAt >= EVERY_MS) {
      shownAt = now;
      if (await isCalledOff(engine, stored, trial)) return 'left';
    }
    if (piece.start + piece.source.length - first.start + CHUNK_ROWS > PART_ROWS) return trial;
    const next: IteratorResult<Piece> = await source.next();
    piece = next.done ? undefined : next.value;
  }
  if (first.start > 0) return trial;
  const tally = work.tallyFrom(trial.findings);
  for (const finding of (await target.inspect?.(tx, contextOf(engine, tx, stored))) ?? []) tally.put(finding);
  return { counts: trial.counts, findings: tally.findings() };
};

const isCalledOff = async (engine: Engine, stored: StoredImport, { counts, findings }: Trial): Promise<boolean> => {
  const now = await moveImport(engine.postgres.db, stored, ['checking'], { counts, findings });
  engine.onProgress?.(stored.ws, stored.id);
  if (now && !now.cancelAsked) return false;
  if (now)
    await moveImport(engine.postgres.db, stored, ['checking'], { status: 'mapping', cancelAsked: false, counts: NO_COUNTS, findings: [] });
  return true;
};
