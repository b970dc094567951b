import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Language } from '#kernel/words.ts';
import type { Db } from '#platform/postgres.ts';
import { toldReasons } from '../../domain/imports/told-reasons.ts';
import type { StoredImport } from '../../store/imports.ts';
import { failuresAfter, type KeptFailedRow } from '../../store/imports-errors.ts';
import { errorFileText, type FailedRow } from '../tabular/write-error-file.ts';
import type { Engine } from './engine.ts';

const PAGE = 1_000;

/** The failed rows of an import as a CSV file to download, in the reader's language: the rows as they stood, with line, reason and remedy beside each. */
export const errorFile = (
  { postgres: { db }, recall }: Pick<Engine, 'postgres' | 'recall'>,
  stored: StoredImport,
  language: Language,
): Response => {
  const columns = stored.columns.map(({ name }) => name);
  const text = Readable.from(
    errorFileText(
      columns,
      failedRows(db, stored, (row) => toldReasons(row, recall, language)),
      language,
    ),
    {
      objectMode: false,
    },
  );
  const name = `${stored.fileName.replace(/\.[^.]*$/, '')}-errors.csv`;
  return new Response(Readable.toWeb(text) as ReadableStream as unknown as BodyInit, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
};

async function* failedRows(
  db: Db,
  stored: StoredImport,
  tell: (row: KeptFailedRow) => ReturnType<typeof toldReasons>,
): AsyncGenerator<FailedRow> {
  for (let after = -1; ; ) {
    const page = await failuresAfter(db, stored, after, PAGE);
    for (const row of page) {
      const { message, remedy } = tell(row);
      yield { line: row.line, cells: row.cells, error: message, remedy };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.position;
  }
}
