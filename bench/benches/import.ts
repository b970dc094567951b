import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Import } from '#flow/intake/contracts.ts';
import { silentLog } from '#platform/log.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { connectPostgres, type Db, sql } from '#platform/postgres.ts';
import { type ImportFile, importFiles } from '../data/import-files.ts';
import type { Bench, Figure } from '../harness.ts';
import { type ApiClient, apiClient } from '../machine/api-client.ts';
import { freshProduct } from '../machine/fresh-product.ts';
import { treeOf } from '../machine/memory.ts';

const ROWS = { small: 20_000, medium: 50_000, large: 200_000 } as const;

/** Files of every kind, from the first row read to the last one kept, against a plain COPY of the same file; and one of them taken back. */
export const bench: Bench = {
  name: 'import',
  run: async ({ size }) => {
    const files = importFiles(ROWS[size]);
    const raw = await rawRates(files);
    const product = await freshProduct();
    const api = apiClient(product.url, product.key);
    try {
      const figures: Figure[] = [];
      for (const file of files) {
        const done = await bring(api, file);
        const perSecond = (file.rows / Math.max(1, (done.finishedAt ?? 0) - (done.startedAt ?? 0))) * 1000;
        const copied = raw.get(file.kind) ?? 0;
        const note = `${file.rows} rows, ${done.failed} failed; COPY ${Math.round(copied)}/s`;
        figures.push({ name: `import, ${file.kind}`, unit: 'per s', median: perSecond, aim: 20_000, ratio: perSecond / copied, note });
        await untilIdle(product.pid);
        if (file === files.at(-1)) figures.push(await takenBack(api, done, file.rows));
      }
      return figures;
    } finally {
      api.close();
      await product.remove();
    }
  },
};

const bring = async (api: ApiClient, { kind, text }: ImportFile): Promise<Import> => {
  const query = new URLSearchParams({ fileName: `${kind}.csv`, kind, source: 'bench' });
  const sent = await api.postText(`/api/v1/imports?${query}`, text);
  if (sent.status >= 400) throw new Error(`the file of ${kind} was refused: ${sent.text}`);
  const { id } = JSON.parse(sent.text) as Import;
  await api.post(`/api/v1/imports/${id}/run`, {});
  return until(api, id, 'done');
};

const until = async (api: ApiClient, id: string, status: Import['status']): Promise<Import> => {
  for (;;) {
    const now = await api.get<Import>(`/api/v1/imports/${id}`);
    if (now.status === status) return now;
    if (now.status === 'failed') throw new Error(`an import failed: ${JSON.stringify(now.findings)}`);
    await sleep(20);
  }
};

const takenBack = async (api: ApiClient, { id, kind }: Import, rows: number): Promise<Figure> => {
  const begun = performance.now();
  await api.post(`/api/v1/imports/${id}/undo`, {});
  await until(api, id, 'undone');
  return { name: `undo of ${rows} rows, ${kind}`, unit: 's', median: (performance.now() - begun) / 1000 };
};

/** Waits until what follows an import (signals, history) is done: the processes of the product rest for a second. */
const untilIdle = async (pid: number): Promise<void> => {
  const ticks = async (): Promise<number> => {
    const stats = await Promise.all(treeOf(pid).map((one) => readFile(`/proc/${one}/stat`, 'utf8').catch(() => '')));
    return stats.reduce((sum, stat) => {
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return sum + Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    }, 0);
  };
  for (let before = await ticks(), rested = 0; rested < 3; ) {
    await sleep(1_000);
    const now = await ticks();
    rested = now - before < RESTING_TICKS ? rested + 1 : 0;
    before = now;
  }
};

// A tick is 10 ms of a core.
const RESTING_TICKS = 15;

/** Rows a second by COPY into a table of texts with nothing but the columns of the file, by kind. */
const rawRates = async (files: readonly ImportFile[]): Promise<ReadonlyMap<string, number>> => {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-copy-'));
  // The engine may run as another user, and reads the files itself.
  await chmod(folder, 0o755);
  const engine = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), log: silentLog });
  const postgres = await connectPostgres({ url: engine.url });
  try {
    const rates = new Map<string, number>();
    for (const file of files) rates.set(file.kind, await copyRate(postgres.db, join(folder, `${file.kind}.csv`), file));
    return rates;
  } finally {
    await postgres.close();
    await engine.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
};

const copyRate = async (db: Db, path: string, { kind, text, rows }: ImportFile): Promise<number> => {
  await writeFile(path, text, { mode: 0o644 });
  const table = sql.ref(`copied_${kind}`);
  const columns = text.slice(0, text.indexOf('\n')).split(',');
  await sql`create table ${table} (${sql.join(columns.map((column) => sql`${sql.ref(column)} text`))})`.execute(db);
  const begun = performance.now();
  await sql`copy ${table} from ${sql.lit(path)} with (format csv, header)`.execute(db);
  return (rows / (performance.now() - begun)) * 1000;
};
