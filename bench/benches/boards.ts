import { setTimeout as sleep } from 'node:timers/promises';
import { usageMessages } from '../data/messages.ts';
import { DAYS } from '../data/usage-events.ts';
import { openUsageProduct, type UsageProduct } from '../data/usage-product.ts';
import { type Bench, type Figure, figureOf } from '../harness.ts';
import { type ApiClient, apiClient } from '../machine/api-client.ts';
import { forgetPeak, peakOf } from '../machine/peak.ts';

const BOARDS = 8;
/** As many as a browser opens to one address. */
const CONNECTIONS = 6;
const BATCH = 100;
const EVENTS_PER_SECOND = 1_000;
const DAY_MS = 86_400_000;

/** One board of eight tiles, eight different ones at once and eight times the same one, each in a browser of its own, while events come in. They stay in the data. */
export const bench: Bench = {
  name: 'boards',
  onlyByName: true,
  run: async ({ events }) => {
    const product = await openUsageProduct(events);
    const write = await product.api.post<{ readonly secret: string }>('/api/v1/keys', { name: 'boards', kind: 'write' });
    try {
      return [
        ...(await measured(product, { name: 'one board', boards: [0], writeKey: write.secret })),
        ...(await measured(product, { name: 'eight boards', boards: range(BOARDS).map((n) => n + 1), writeKey: write.secret })),
        ...(await measured(product, {
          name: 'eight times one board',
          boards: range(BOARDS).map(() => BOARDS + 1),
          writeKey: write.secret,
        })),
      ];
    } finally {
      await product.close();
    }
  },
};

interface Opened {
  readonly name: string;
  /** Which boards: each number is another range, so that its questions are others. */
  readonly boards: readonly number[];
  readonly writeKey: string;
}

const measured = async ({ engine, api, now, url }: UsageProduct, { name, boards, writeKey }: Opened): Promise<readonly Figure[]> => {
  forgetPeak(engine.pid);
  const coming = eventsComing(url, writeKey);
  await sleep(1_000);
  const opened = await Promise.all(boards.map((board) => openBoard(apiClient(url, api.key, CONNECTIONS), { board, now })));
  const { times, refused } = await coming.end();
  const tiles = opened.flatMap((board) => board.tiles);
  const errors = opened.reduce((sum, board) => sum + board.errors, 0);
  return [
    figureOf(
      `${name}, until the last tile of each`,
      opened.map((board) => board.lastMs),
      { note: `${errors} errors, engine peak ${Math.round(peakOf(engine.pid))} MB` },
    ),
    figureOf(`${name}, each tile`, tiles),
    figureOf(`${name}, answer to a batch of ${BATCH} events meanwhile`, times, { note: `${EVENTS_PER_SECOND}/s, ${refused} refused` }),
  ];
};

const openBoard = async (api: ApiClient, { board, now }: { readonly board: number; readonly now: number }) => {
  const begun = performance.now();
  const tiles: number[] = [];
  let errors = 0;
  const ask = async (question: object): Promise<void> => {
    try {
      await api.post('/api/v1/questions/ask', { question });
      tiles.push(performance.now() - begun);
    } catch {
      errors += 1;
    }
  };
  await Promise.all(tilesOf(board, now).map(ask));
  api.close();
  return { tiles, errors, lastMs: performance.now() - begun };
};

const tilesOf = (board: number, now: number): readonly object[] => {
  const dayAt = (days: number): string => new Date(now - days * DAY_MS).toISOString().slice(0, 10);
  const asked = { unit: 'person', range: { from: dayAt(DAYS - board), to: dayAt(0) } };
  const lately = { ...asked, range: { from: dayAt(30 + board), to: dayAt(0) } };
  const of = (...events: readonly string[]) => ({ events });
  return [
    { ...asked, kind: 'trend', series: [of('page_viewed'), of('feature_used')] },
    { ...asked, kind: 'trend', interval: 'week', series: [of('signed_in')], breakdown: { field: 'account.plan', top: 5 } },
    { ...asked, kind: 'funnel', steps: [of('signed_up'), of('project_created'), of('report_exported')] },
    { ...asked, kind: 'retention', interval: 'week', start: of(), back: of() },
    { ...asked, unit: 'account', kind: 'lifecycle', interval: 'week', match: of() },
    { ...lately, kind: 'stickiness', match: of() },
    { ...lately, kind: 'sessions', match: of('page_viewed') },
    { ...asked, kind: 'paths', match: of('page_viewed'), name: 'event.path' },
  ];
};

/** Sends events at a steady rate until it is ended; answers come when they come. */
const eventsComing = (url: string, writeKey: string) => {
  const door = apiClient(url, writeKey);
  const times: number[] = [];
  const sent: Promise<void>[] = [];
  let refused = 0;
  const post = async (batch: readonly object[]): Promise<void> => {
    const begun = performance.now();
    const { status } = await door.postText('/v1/batch', JSON.stringify({ writeKey, batch }));
    times.push(performance.now() - begun);
    if (status !== 200) refused += 1;
  };
  const prefix = `boards-${Date.now()}`;
  const timer = setInterval(
    () => sent.push(post(usageMessages(BATCH, { from: sent.length * BATCH, prefix }))),
    (1_000 * BATCH) / EVENTS_PER_SECOND,
  );
  return {
    end: async () => {
      clearInterval(timer);
      await Promise.all(sent);
      door.close();
      return { times, refused };
    },
  };
};

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);
