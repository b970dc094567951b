import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { MessageOwner } from '#flow/intake/index.ts';
import { accountStory } from '../../domain/account-story.ts';
import { companyStory } from '../../domain/company-story.ts';
import type { FileRow, Message } from '../../domain/deliveries.ts';
import { createCsvFiles } from '../csv-files.ts';
import type { BulkNews, BulkOrder, BulkResult, BulkTask, BulkWorkerData, Piece } from './bulk-tasks.ts';
import { createMonthLines } from './month-lines.ts';
import { readMessages } from './read-messages.ts';

const { plan, ws, now, folder } = workerData as BulkWorkerData;
const port = parentPort as MessagePort;
const say = (news: BulkNews, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(news, transfer);

const waiting = new Map<number, (owners: readonly MessageOwner[]) => void>();
let asked = 0;
const ask = (question: (n: number) => void): Promise<readonly MessageOwner[]> =>
  new Promise((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    question(asked);
  });

/** So many messages are in memory at once. */
const ACCOUNTS_AT_ONCE = 100;
const MESSAGES_AT_ONCE = 10_000;

const writeFiles = (piece: Piece): BulkResult => {
  const csv = createCsvFiles();
  for (const rows of rowsOf(piece)) csv.add(rows);
  const place = join(folder, piece === 'company' ? 'company' : `accounts-${piece.from}`);
  mkdirSync(place, { recursive: true });
  return { files: csv.write(place), messages: 0, refused: 0 };
};

function* rowsOf(piece: Piece): Generator<readonly FileRow[]> {
  if (piece === 'company') yield companyStory(plan).rows;
  else for (let index = piece.from; index < piece.to; index += 1) yield accountStory(plan, index).rows;
}

function* messagesOf(piece: Piece): Generator<readonly Message[]> {
  if (piece === 'company') {
    const { messages } = companyStory(plan);
    for (let start = 0; start < messages.length; start += MESSAGES_AT_ONCE) yield messages.slice(start, start + MESSAGES_AT_ONCE);
    return;
  }
  for (let first = piece.from; first < piece.to; first += ACCOUNTS_AT_ONCE) {
    const last = Math.min(piece.to, first + ACCOUNTS_AT_ONCE);
    yield Array.from({ length: last - first }, (_, offset) => accountStory(plan, first + offset).messages).flat();
  }
}

const lines = createMonthLines(ws, async (bytes, rows) => {
  await ask((n) => say({ n, insert: bytes, rows }, [bytes.buffer]));
});

const bringMessages = async (piece: Piece): Promise<BulkResult> => {
  let count = 0;
  let refused = 0;
  for (const messages of messagesOf(piece)) {
    const read = readMessages(messages, now);
    const owners = await ask((n) => say({ n, resolve: read.speakers }));
    await lines.add(read.kept, owners);
    count += read.kept.length;
    refused += read.refused;
  }
  return { files: [], messages: count, refused };
};

const bringRest = async (): Promise<BulkResult> => {
  await lines.flush();
  return { files: [], messages: 0, refused: 0 };
};

const resultOf = async (task: BulkTask): Promise<BulkResult> => {
  if (task.what === 'rest') return bringRest();
  return task.what === 'files' ? writeFiles(task.piece) : bringMessages(task.piece);
};

const work = async (task: BulkTask): Promise<void> => {
  try {
    say({ done: await resultOf(task) });
  } catch (error) {
    say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
};

port.on('message', (order: BulkOrder) => {
  if ('task' in order) return void work(order.task);
  waiting.get(order.n)?.(order.owners ?? []);
  waiting.delete(order.n);
});
