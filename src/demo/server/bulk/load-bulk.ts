import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { KeptMessage, MessageOwner } from '#flow/intake/index.ts';
import type { CompanyPlan } from '../../domain/deliveries.ts';
import type { BulkNews, BulkOrder, BulkResult, BulkTask, BulkWorkerData, Piece } from './bulk-tasks.ts';

/** Into what a company is loaded: the import engine for its files, identity for who is who, the event store for everything that happened. */
export interface BulkDeps {
  /** A folder that is made and emptied again. */
  readonly folder: string;
  readonly ws: number;
  readonly now: number;
  readonly threads: number;
  importFile(path: string, kind: string): Promise<void>;
  /** Whose are these messages? New people, aliases and traits are written. */
  resolve(messages: readonly KeptMessage[]): Promise<readonly MessageOwner[]>;
  /** Lines of facts, of one month each. */
  insert(lines: Uint8Array<ArrayBuffer>): Promise<void>;
  tell(what: 'files' | 'messages', done: number): void;
}

/** What came in. */
export interface BulkLoaded {
  readonly files: number;
  readonly messages: number;
  readonly refused: number;
}

/** Accounts whose files are written and imported together, and whose messages one thread brings in one go. */
const ACCOUNTS_PER_FILE = 2_500;
const ACCOUNTS_PER_TURN = 500;

/**
 * Loads a simulated company: threads simulate, files go through the import engine, messages straight into the event store. While the files of one piece
 * are imported, the next one is simulated and the messages of those before come in. It is simulated twice, for its files and for its messages, since
 * keeping the messages of a large company in between would fill the disk. Memory does not grow with its size.
 */
export const loadBulk = async (deps: BulkDeps, plan: CompanyPlan): Promise<BulkLoaded> => {
  const pool = openThreads(deps.threads, () => openThread(deps, { plan, ws: deps.ws, now: deps.now, folder: deps.folder }));
  const loaded = { files: 0, messages: 0, refused: 0 };
  const bring = async (piece: Piece): Promise<void> => {
    const { messages, refused } = await pool.run({ what: 'messages', piece });
    loaded.messages += messages;
    loaded.refused += refused;
    deps.tell('messages', loaded.messages);
  };
  const importAll = async ({ files }: BulkResult): Promise<void> => {
    for (const { path, kind } of files) await deps.importFile(path, kind);
    loaded.files += files.length;
    deps.tell('files', loaded.files);
  };
  try {
    const brought: Promise<void>[] = [];
    let imported: Promise<void> = Promise.resolve();
    for (const piece of piecesOf(plan)) {
      const written = await pool.run({ what: 'files', piece });
      await imported;
      imported = importAll(written).then(() => void brought.push(...turnsOf(piece).map((turn) => pool.take(bring(turn)))));
      void pool.take(imported);
    }
    await imported;
    await Promise.all(brought);
    await pool.finish();
    return loaded;
  } finally {
    await pool.close();
    await rm(deps.folder, { recursive: true, force: true });
  }
};

const piecesOf = ({ accounts }: CompanyPlan): readonly Piece[] => ['company', ...rangesOf({ from: 0, to: accounts }, ACCOUNTS_PER_FILE)];

const turnsOf = (piece: Piece): readonly Piece[] => (piece === 'company' ? [piece] : rangesOf(piece, ACCOUNTS_PER_TURN));

const rangesOf = ({ from, to }: { readonly from: number; readonly to: number }, size: number) =>
  Array.from({ length: Math.ceil((to - from) / size) }, (_, n) => ({ from: from + n * size, to: Math.min(to, from + (n + 1) * size) }));

interface Thread {
  run(task: BulkTask): Promise<BulkResult>;
  close(): Promise<unknown>;
}

interface Waiting {
  readonly task: BulkTask;
  readonly start: (thread: Thread) => void;
}

/** Threads that work off tasks, those of files first: importing them is done one at a time and is to wait for nothing. */
const openThreads = (count: number, open: () => Thread) => {
  const threads = Array.from({ length: count }, open);
  const idle = [...threads];
  const waiting: Waiting[] = [];
  let failure: Error | null = null;
  const fail = (error: unknown): void => {
    failure ??= error instanceof Error ? error : new Error(String(error));
  };
  const turn = (): void => {
    const thread = waiting.length > 0 ? idle.shift() : undefined;
    if (thread === undefined) return;
    const first = waiting.findIndex(({ task }) => task.what === 'files');
    waiting.splice(Math.max(0, first), 1)[0]!.start(thread);
  };
  return {
    run: (task: BulkTask): Promise<BulkResult> =>
      new Promise((resolve, reject) => {
        const start = (thread: Thread): void => {
          // After one failure nothing more is begun, so that it is not found out at the end.
          void (failure === null ? thread.run(task) : Promise.reject(failure))
            .then(resolve, (error: unknown) => {
              fail(error);
              reject(error);
            })
            .finally(() => {
              idle.push(thread);
              turn();
            });
        };
        waiting.push({ task, start });
        turn();
      }),
    /** Work that is waited for later: its failure stops the threads at once. */
    take: <T>(work: Promise<T>): Promise<T> => {
      work.catch(fail);
      return work;
    },
    /** Lets every thread bring what it still holds, when none has anything else to do. */
    finish: () => Promise.all(threads.map((thread) => thread.run({ what: 'rest' }))),
    close: () => Promise.all(threads.map((thread) => thread.close())),
  };
};

const openThread = (deps: BulkDeps, data: BulkWorkerData): Thread => {
  const worker = new Worker(new URL('./bulk-worker.ts', import.meta.url), { workerData: data });
  let ended: { resolve: (result: BulkResult) => void; reject: (error: unknown) => void } | null = null;
  const tell = (order: BulkOrder): void => worker.postMessage(order);
  const hear = async (news: BulkNews): Promise<void> => {
    if ('done' in news) ended?.resolve(news.done);
    else if ('failed' in news) ended?.reject(new Error(news.failed));
    else if ('resolve' in news) tell({ n: news.n, owners: await deps.resolve(news.resolve) });
    else {
      await deps.insert(news.insert);
      tell({ n: news.n });
    }
  };
  worker.on('message', (news: BulkNews) => void hear(news).catch((error: unknown) => ended?.reject(error)));
  worker.on('error', (error) => ended?.reject(error));
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        ended = { resolve, reject };
        tell({ task });
      }),
    close: () => worker.terminate(),
  };
};
