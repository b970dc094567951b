import { AppError } from '#kernel/app-error.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import type { SourceRow } from '../../domain/tabular/row-problem.ts';
import type { StoredImport } from '../../store/imports.ts';
import { readRows } from '../tabular/read-rows.ts';
import { type Engine, pathOf } from './engine.ts';

/** A stretch of rows as they stand in the file; `isSettled` when an earlier run has dealt with them. */
export interface Piece {
  readonly source: readonly SourceRow[];
  /** Place of its first row among the rows of the file, from 0. */
  readonly start: number;
  readonly isSettled: boolean;
}

/** Rows per transaction: some tenths of a second of work. */
export const CHUNK_ROWS = 5_000;

/** The rows of an import's file in stretches; settled rows come in stretches of their own, so that a run goes on exactly behind them. */
export async function* pieces(engine: Engine, stored: StoredImport, settled = stored.rowsRead): AsyncGenerator<Piece> {
  let start = 0;
  const options = { pieceRows: CHUNK_ROWS, columns: stored.columns.length };
  try {
    for await (const rows of readRows(pathOf(engine, stored), stored.reading.table, options)) {
      const known = Math.min(rows.length, Math.max(0, settled - start));
      if (known > 0) yield { source: rows.slice(0, known), start, isSettled: true };
      if (known < rows.length) yield { source: known === 0 ? rows : rows.slice(known), start: start + known, isSettled: false };
      start += rows.length;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new AppError('not_found', IMPORT_SAYS.upload_gone({ file: stored.fileName }), { cause: error });
    throw error;
  }
}

/** The same one after the other, each read while its forerunner is at work. */
export async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (let now = await next; !now.done; now = await next) {
      next = source.next();
      // A fault is told when its turn comes.
      next.catch(() => undefined);
      yield now.value;
    }
  } finally {
    await next.catch(() => undefined);
    await source.return(undefined);
  }
}
