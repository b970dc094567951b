import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Db } from '#platform/postgres.ts';
import type { StoredImport } from '../../store/imports.ts';
import { failuresAfter } from '../../store/imports-errors.ts';
import { errorFileText, type FailedRow } from '../tabular/write-error-file.ts';

const PAGE = 1_000;

/** The failed rows of an import as a CSV file to download: the rows as they stood, with line, reason and remedy beside each. */
export const errorFile = (db: Db, stored: StoredImport): Response => {
  const columns = stored.columns.map(({ name }) => name);
  const text = Readable.from(errorFileText(columns, failedRows(db, stored)), { objectMode: false });
  const name = `${stored.fileName.replace(/\.[^.]*$/, '')}-errors.csv`;
  return new Response(Readable.toWeb(text) as ReadableStream as unknown as BodyInit, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
};

async function* failedRows(db: Db, stored: StoredImport): AsyncGenerator<FailedRow> {
  for (let after = -1; ; ) {
    const page = await failuresAfter(db, stored, after, PAGE);
    for (const { line, cells, message, remedy } of page) yield { line, cells, error: message, remedy };
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.position;
  }
}
