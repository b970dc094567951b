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
  tell(phase: 'files' | 'messages', done: number, total: number): void;
}

/** What came in. */
export interface BulkLoaded {
  readonly files: number;
  readonly messages: number;
  readonly refused: number;
}

/** Accounts whose files are written together, and whose messages one thread brings in one go. */
const ACCOUNTS_PER_FILE = 5_000;
const ACCOUNTS_PER_TURN = 1_000;

/**
 * Loads a simulated company: threads simulate, files go through the import engine, messages straight into the event store. It is simulated twice, for
 * its files and for its messages, since keeping the messages of a large company in between would fill the disk. Memory does not grow with its size.
 */
export const loadBulk = async (deps: BulkDeps, plan: CompanyPlan): Promise<BulkLoaded> => {
  const data: BulkWorkerData = { plan, ws: deps.ws, now: deps.now, folder: deps.folder };
  const threads = Array.from({ length: deps.threads }, () => openThread(deps, data));
  try {
    let files = 0;
    let imported: Promise<void> = Promise.resolve();
    const importAll = async (result: BulkResult): Promise<void> => {
      for (const { path, kind } of result.files) await deps.importFile(path, kind);
      files += result.files.length;
      deps.tell('files', files, 0);
    };
    await share(threads, piecesOf(plan, ACCOUNTS_PER_FILE), 'files', async (result) => {
      // One after another, in order of arrival; the threads go on simulating.
      imported = imported.then(() => importAll(result));
      await imported;
    });
    let messages = 0;
    let refused = 0;
    await share(threads, piecesOf(plan, ACCOUNTS_PER_TURN), 'messages', async (result) => {
      messages += result.messages;
      refused += result.refused;
      deps.tell('messages', messages, 0);
    });
    return { files, messages, refused };
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
    await rm(deps.folder, { recursive: true, force: true });
  }
};

const piecesOf = ({ accounts }: CompanyPlan, size: number): readonly Piece[] => [
  'company',
  ...Array.from({ length: Math.ceil(accounts / size) }, (_, n) => ({ from: n * size, to: Math.min(accounts, (n + 1) * size) })),
];

interface Thread {
  run(task: BulkTask): Promise<BulkResult>;
  close(): Promise<unknown>;
}

const share = async (
  threads: readonly Thread[],
  pieces: readonly Piece[],
  what: BulkTask['what'],
  take: (result: BulkResult) => Promise<void>,
): Promise<void> => {
  const left = [...pieces];
  const workOff = async (thread: Thread): Promise<void> => {
    for (let piece = left.shift(); piece !== undefined; piece = left.shift()) await take(await thread.run({ what, piece }));
  };
  await Promise.all(threads.map(workOff));
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
