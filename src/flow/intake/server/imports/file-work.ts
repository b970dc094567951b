import { mapWithPauses } from '#platform/pauses.ts';
import type { ImportFinding } from '../../contracts.ts';
import { customKeyOf, fieldOf, openQuestions } from '../../domain/imports/columns.ts';
import { genericWords } from '../../domain/imports/finding-words.ts';
import type { ImportRow, RowNote } from '../../domain/imports/import-row.ts';
import { createRowReader } from '../../domain/imports/row-reader.ts';
import { createSeenKeys } from '../../domain/imports/seen-keys.ts';
import { createTally, type Tally } from '../../domain/imports/tally.ts';
import type { SourceRow } from '../../domain/tabular/row-problem.ts';
import type { ImportCounts, StoredImport } from '../../store/imports.ts';
import type { FailedSourceRow } from '../../store/imports-errors.ts';
import type { ImportTarget, RowOutcome } from '../import-target.ts';

/** A stretch of a file's rows after their cells were read. */
export interface ReadChunk {
  /** Place of its first row among the rows of the file, from 0. */
  readonly start: number;
  readonly source: readonly SourceRow[];
  readonly rows: readonly ImportRow[];
  readonly failures: readonly FailedSourceRow[];
  readonly notes: readonly (RowNote & { readonly line: number })[];
}

/** Reads the rows of one import, stretch by stretch, and remembers the keys that it has seen. */
export interface FileWork {
  readChunk(source: readonly SourceRow[], start: number): Promise<ReadChunk>;
  /** Passes over rows that an earlier run has settled. */
  skip(source: readonly SourceRow[]): void;
  tallyFrom(findings: readonly ImportFinding[]): Tally;
}

/** How the rows of this import are read for this target, as of `now` (UTC ms). */
export const fileWork = (stored: StoredImport, target: ImportTarget, now: number): FileWork => {
  const { timeZone, currency } = stored.format;
  const readRow = createRowReader({
    kind: target.kind,
    columns: stored.columns,
    said: stored.reading,
    timeZone,
    currency,
    now,
    moveDays: stored.format.moveDays ?? 0,
  });
  const keyAt = keyColumn(stored, target);
  const isSeen = createSeenKeys();
  const isRepeated = ({ cells }: SourceRow): boolean => {
    const key = keyAt < 0 ? '' : (cells[keyAt] ?? '').trim();
    return key !== '' && isSeen(key);
  };
  return {
    skip: (source) => {
      for (const row of source) isRepeated(row);
    },
    tallyFrom: (findings) => createTally(findings, (code) => target.notes?.[code] ?? genericWords(code)),
    readChunk: async (source, start) => {
      const chunk = {
        start,
        source,
        rows: [] as ImportRow[],
        failures: [] as FailedSourceRow[],
        notes: [] as (RowNote & { line: number })[],
      };
      const take = (row: SourceRow, index: number): void => {
        const read = readRow(row);
        if (!read.ok) {
          chunk.failures.push({ ...read.failure, position: start + index, cells: row.cells });
          return;
        }
        chunk.rows.push(read.row);
        for (const note of read.notes) chunk.notes.push({ ...note, line: row.line });
        if (isRepeated(row)) chunk.notes.push({ code: 'key_repeated', line: row.line, text: (row.cells[keyAt] ?? '').trim() });
      };
      await mapWithPauses(source.entries(), ([index, row]) => take(row, index));
      return chunk;
    },
  };
};

const keyColumn = ({ columns }: StoredImport, { kind, keyField }: ImportTarget): number => {
  if (keyField === null) return -1;
  const key = keyField ?? kind.fields.find((field) => ['external_id', 'id', `${kind.kind}_id`].includes(field.key))?.key;
  return columns.findIndex((column) => column.target !== null && column.target === key);
};

/** What a stretch comes to once its rows are written: counts, failed rows, findings so far. */
export interface SettledChunk {
  readonly counts: ImportCounts;
  readonly failures: readonly FailedSourceRow[];
  readonly findings: readonly ImportFinding[];
}

/** Adds a written stretch to what was counted and found before it. */
export const settle = (
  work: FileWork,
  chunk: ReadChunk,
  outcomes: readonly RowOutcome[],
  before: { readonly counts: ImportCounts; readonly findings: readonly ImportFinding[] },
): SettledChunk => {
  const tally = work.tallyFrom(before.findings);
  for (const note of chunk.notes) tally.add(note.code, note.line, note.text);
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  const at = new Map(chunk.source.map((row, index) => [row.line, index]));
  const refused: FailedSourceRow[] = [];
  for (const outcome of outcomes) {
    counts[outcome.outcome] += 1;
    if (outcome.outcome === 'failed') {
      const index = at.get(outcome.line) ?? 0;
      const { line, field, said } = outcome;
      refused.push({
        line,
        field,
        reasons: [{ column: null, said }],
        position: chunk.start + index,
        cells: chunk.source[index]?.cells ?? [],
      });
    } else for (const note of outcome.notes ?? []) tally.add(note.code, outcome.line, note.text);
  }
  return {
    counts: {
      rowsRead: before.counts.rowsRead + chunk.source.length,
      created: before.counts.created + counts.created,
      updated: before.counts.updated + counts.updated,
      unchanged: before.counts.unchanged + counts.unchanged,
      failed: before.counts.failed + counts.failed + chunk.failures.length,
    },
    failures: [...chunk.failures, ...refused],
    findings: tally.findings(),
  };
};

/** What is to be said about the columns of a file before any row is read. */
export const columnFindings = (work: FileWork, stored: StoredImport, target: ImportTarget): readonly ImportFinding[] => {
  const tally = work.tallyFrom([]);
  const questions = openQuestions(stored.columns, target.kind, stored.reading);
  for (const name of questions.dates) tally.add('date_order_unsure', 1, name);
  for (const name of questions.decimals) tally.add('decimal_unsure', 1, name);
  for (const column of stored.columns) {
    const isUsed = fieldOf(target.kind, column.target) !== undefined || customKeyOf(column.target) !== null;
    if (isUsed && column.inferred.contradicting > 0) tally.add('formats_mixed', 1, column.name);
    if (!isUsed && column.inferred.kind !== 'empty') tally.add('column_left_out', 1, column.name);
  }
  return tally.findings();
};
