import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRow } from '../domain/deliveries.ts';

/** A file to import, and what it holds. */
export interface WrittenFile {
  readonly fileName: string;
  readonly kind: string;
  readonly path: string;
}

/** What was wrong at first is put right before it goes on: corrections are read before changes. */
const turnOf = (file: string): number => (file.endsWith('-corrections') ? 1 : file.endsWith('-changes') ? 2 : 0);

/** Gathers rows by file and writes each file with the columns that its rows name, as a CRM or a billing system would. */
export const createCsvFiles = () => {
  const files = new Map<string, FileRow[]>();
  return {
    add: (rows: readonly FileRow[]): void => {
      for (const row of rows) {
        const file = files.get(row.file);
        if (file) file.push(row);
        else files.set(row.file, [row]);
      }
    },
    write: (folder: string): readonly WrittenFile[] =>
      [...files]
        .sort(([a], [b]) => turnOf(a) - turnOf(b))
        .map(([name, rows]) => {
          const fileName = `${name}.csv`;
          const path = join(folder, fileName);
          writeFileSync(path, csvText(rows));
          return { fileName, kind: rows[0]!.kind, path };
        }),
  };
};

const csvText = (rows: readonly FileRow[]): string => {
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const lines = rows.map(({ values }) => columns.map((column) => cell(values[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
};

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
