import type { Import } from '../../contracts.ts';
import type { StoredImport } from '../../store/imports.ts';
import type { FailedSourceRow } from '../../store/imports-errors.ts';

/** An import as its readers see it: who may not import sees what came in and how it stands, but no cell of the file. */
export const presentImport = (stored: StoredImport, mayImport: boolean, failures: readonly FailedSourceRow[] = []): Import => ({
  id: stored.id,
  fileName: stored.fileName,
  fileSize: stored.fileSize,
  kind: stored.kind,
  source: stored.source,
  status: stored.status,
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
  findings: stored.findings.map((finding) => ({ ...finding, examples: mayImport ? finding.examples : [] })),
  errors: mayImport ? failures.map(({ line, field, message, remedy }) => ({ line, field, message, remedy })) : [],
  createdAt: stored.createdAt,
  startedAt: stored.startedAt,
  finishedAt: stored.finishedAt,
  batch: stored.batch,
});
