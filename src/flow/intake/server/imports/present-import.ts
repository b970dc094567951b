import { type Recall, sentenceOf } from '#kernel/saying.ts';
import type { Language } from '#kernel/words.ts';
import type { Import, ImportStatus } from '../../contracts.ts';
import { toldReasons } from '../../domain/imports/told-reasons.ts';
import type { StoredImport } from '../../store/imports.ts';
import type { KeptFailedRow } from '../../store/imports-errors.ts';

/** Who reads about an import. */
export interface ImportReader {
  readonly mayImport: boolean;
  readonly language: Language;
  readonly recall: Recall;
  /** Has the disk room for more? */
  readonly hasRoom: boolean;
}

/** An import as its readers see it: who may not import sees what came in and how it stands, but no cell of the file. */
export const presentImport = (
  stored: StoredImport,
  { mayImport, language, recall, hasRoom }: ImportReader,
  failures: readonly KeptFailedRow[] = [],
): Import => ({
  id: stored.id,
  fileName: stored.fileName,
  fileSize: stored.fileSize,
  kind: stored.kind,
  source: stored.source,
  status: stored.status,
  waitsForRoom: !hasRoom && UNDER_WAY.has(stored.status),
  format: stored.format,
  mapping: stored.columns.map(({ name, sample, inferred, target, confidence, reason }, index) => ({
    column: name,
    index,
    target,
    sample: mayImport ? [...sample] : [],
    inferred: inferred.kind,
    confidence,
    ...(reason === '' ? {} : { reason }),
  })),
  preview: mayImport ? stored.preview.map((row) => [...row]) : [],
  rowsTotal: stored.rowsTotal,
  rowsRead: stored.rowsRead,
  created: stored.created,
  updated: stored.updated,
  unchanged: stored.unchanged,
  failed: stored.failed,
  findings: stored.findings.map((finding) => ({
    ...finding,
    examples: mayImport
      ? finding.examples.map((example) => (example.said ? { ...example, text: sentenceOf(recall(example.said), language) } : example))
      : [],
  })),
  errors: mayImport
    ? failures.map((failure) => ({
        line: failure.line,
        field: failure.field,
        ...toldReasons(failure, recall, language),
        reasons: (failure.reasons ?? []).map(({ column, code, params }) => ({ column, code, params })),
      }))
    : [],
  createdAt: stored.createdAt,
  startedAt: stored.startedAt,
  finishedAt: stored.finishedAt,
  batch: stored.batch,
});

const UNDER_WAY: ReadonlySet<ImportStatus> = new Set<ImportStatus>(['checking', 'queued', 'running', 'undoing']);
