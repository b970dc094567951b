import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
import { type FreshProduct, freshProduct } from '../machine/fresh-product.ts';
import { processorBetween, processorOf, untilAtRest } from '../machine/processor.ts';

const ROWS = { small: 20_000, medium: 50_000, large: 200_000 } as const;

/**
 * Files of every kind, from the word to run until the last row is a fact that can be seen, against a plain COPY of the same file; one of them
 * again, changing nothing; what follows them all (history, signals) once at the end; and one of them taken back.
 */
export const bench: Bench = {
  name: 'import',
  run: async ({ size }) => {
    const files = importFiles(ROWS[size]);
    const raw = await rawRates(files);
    const product = await freshProduct();
    const api = apiClient(product.url, product.key);
    const bringer: Bringer = { api, product, ids: new Map() };
    try {
      const figures: Figure[] = [];
      for (const file of files) figures.push(await brought(bringer, file, raw.get(file.kind)));
      const subscriptions = files.find(({ kind }) => kind === 'subscription');
      if (subscriptions) figures.push(await brought(bringer, subscriptions));
      figures.push(await followed(product, files[0]?.rows ?? 0));
      const last = files.at(-1);
      if (last) figures.push(await takenBack(bringer, last));
      return figures;
    } finally {
      api.close();
      await product.remove();
    }
  },
};

interface Bringer {
  readonly api: ApiClient;
  readonly product: FreshProduct;
  /** The newest import of each kind. */
  readonly ids: Map<string, string>;
}

const brought = async ({ api, product, ids }: Bringer, { kind, text, rows }: ImportFile, copied?: number): Promise<Figure> => {
  const query = new URLSearchParams({ fileName: `${kind}.csv`, kind, source: 'bench' });
  const sent = await api.postText(`/api/v1/imports?${query}`, text);
  if (sent.status >= 400) throw new Error(`the file of ${kind} was refused: ${sent.text}`);
  const { id } = JSON.parse(sent.text) as Import;
  const isAgain = ids.has(kind);
  ids.set(kind, id);
  const before = processorOf(product.pid);
  const begun = performance.now();
  await api.post(`/api/v1/imports/${id}/run`, {});
  const { failed, unchanged } = await until(api, id, 'done');
  await untilVisible(product.url);
  const perSecond = (rows / (performance.now() - begun)) * 1000;
  const cost = costOf(processorBetween(before, processorOf(product.pid)), rows);
  const note = `${rows} rows, ${isAgain ? `${unchanged} unchanged, ` : ''}${failed} failed; ${cost}`;
  const figure = { name: `import, ${kind}${isAgain ? ' again' : ''}`, unit: 'per s', median: perSecond, aim: 20_000 } as const;
  if (copied === undefined) return { ...figure, note };
  return { ...figure, ratio: perSecond / copied, note: `${note}; COPY ${Math.round(copied)}/s` };
};

/** Milliseconds of a core for a thousand rows, in all and by program. */
const costOf = ({ all, by }: ReturnType<typeof processorBetween>, rows: number): string => {
  const perThousand = (seconds: number): string => ((seconds * 1_000_000) / rows).toFixed(0);
  return `${perThousand(all)} ms/1000 rows (${[...by].map(([name, seconds]) => `${name} ${perThousand(seconds)}`).join(', ')})`;
};

/** Seldom enough that the looking costs nothing that matters. */
const LOOK_OFTEN_MS = 50;

const until = async (api: ApiClient, id: string, status: Import['status']): Promise<Import> => {
  for (;;) {
    const now = await api.get<Import>(`/api/v1/imports/${id}`);
    if (now.status === status) return now;
    if (now.status === 'failed') throw new Error(`an import failed: ${JSON.stringify(now.findings)}`);
    await sleep(LOOK_OFTEN_MS);
  }
};

/** Until the event store has every fact. */
const untilVisible = async (url: string): Promise<void> => {
  for (;;) {
    const { waitingFacts } = (await (await fetch(`${url}/healthz`)).json()) as { readonly waitingFacts: number | null };
    if (waitingFacts === 0) return;
    await sleep(LOOK_OFTEN_MS);
  }
};

/** What follows the last import: the history of every account and all that is judged by it. */
const followed = async (product: FreshProduct, accounts: number): Promise<Figure> => {
  const before = processorOf(product.pid);
  const begun = performance.now();
  const seconds = ((await untilAtRest(product.pid)) - begun) / 1000;
  const { all } = processorBetween(before, processorOf(product.pid));
  const note = `${accounts} accounts, ${seconds.toFixed(0)} s, ${all.toFixed(0)} s of a core`;
  return { name: 'history after imports', unit: 'per s', median: accounts / seconds, note };
};

const takenBack = async ({ api, ids }: Bringer, { kind, rows }: ImportFile): Promise<Figure> => {
  const id = ids.get(kind) ?? '';
  const begun = performance.now();
  await api.post(`/api/v1/imports/${id}/undo`, {});
  await until(api, id, 'undone');
  return { name: `undo of ${rows} rows, ${kind}`, unit: 's', median: (performance.now() - begun) / 1000 };
};

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
