import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventLine, insertEventLines } from '#flow/facts/index.ts';
import { factOfMessage, parseTrackingMessage } from '#flow/intake/index.ts';
import { connectClickHouse, migrateClickHouse, startEmbeddedClickHouse } from '#platform/clickhouse.ts';
import { silentLog } from '#platform/log.ts';
import { peopleMessages, usageMessages } from '../data/messages.ts';
import { type Bench, figureOf, quantile, timesOf } from '../harness.ts';
import { type ApiClient, apiClient } from '../machine/api-client.ts';
import { postMessages, untilShipped } from '../machine/event-door.ts';
import { type Sending, type Sent, sendEvents } from '../machine/event-sender.ts';
import { freshProduct } from '../machine/fresh-product.ts';

const SECONDS = 10;
const WARMING_SECONDS = 6;
const BATCH = 100;

/** Events over HTTP, in batches and one by one, against the same rows straight into the engine; and until an event is seen. */
export const bench: Bench = {
  name: 'ingest',
  run: async () => {
    const raw = await rawRate();
    const product = await freshProduct();
    const door = apiClient(product.url, product.writeKey);
    const api = apiClient(product.url, product.key);
    try {
      await postMessages(door, peopleMessages());
      // As the inserts into the engine alone are, after some that are not counted: a program that has just begun is still being compiled.
      const send = async (prefix: string, way: Pick<Sending, 'path' | 'connections' | 'batchOf'>): Promise<Sent> => {
        const to = { url: product.url, writeKey: product.writeKey };
        await sendEvents({ ...to, ...way, seconds: WARMING_SECONDS, prefix: `w${prefix}` });
        return sendEvents({ ...to, ...way, seconds: SECONDS, prefix });
      };
      const batched = await send('m', {
        path: '/v1/batch',
        connections: 16,
        batchOf: (connection) => usageMessages(BATCH, { from: connection * BATCH }),
      });
      const begun = performance.now();
      await untilShipped(product.url);
      const lag = performance.now() - begun;
      const single = await send('s', {
        path: '/v1/track',
        connections: 32,
        batchOf: (connection) => usageMessages(1, { from: connection }),
      });
      await untilShipped(product.url);
      const visible = await timesOf((run) => untilVisible({ door, api }, `v-${run}`), 30);
      return [
        {
          name: `ingest in batches of ${BATCH}`,
          unit: 'per s',
          median: perSecond(batched),
          aim: 50_000,
          ratio: perSecond(batched) / raw,
          note: `raw ${Math.round(raw)}/s; aim of the ratio 0.4`,
        },
        figureOf(`ingest, answer to a batch of ${BATCH}`, batched.times, {
          note: `16 connections; ${Math.round(lag)} ms until all were shipped`,
        }),
        { name: 'ingest one by one', unit: 'per s', median: perSecond(single), aim: 3_000 },
        figureOf('ingest, answer to a single event', single.times, {
          note: `32 connections; p99 ${quantile(single.times, 0.99).toFixed(1)} ms, aim 30`,
        }),
        figureOf('event to visible on the account page', visible),
      ];
    } finally {
      door.close();
      api.close();
      await product.remove();
    }
  },
};

const perSecond = ({ events, seconds }: Sent): number => events / seconds;

const LONGEST_WAIT_MS = 60_000;

const untilVisible = async ({ door, api }: { readonly door: ApiClient; readonly api: ApiClient }, id: string): Promise<void> => {
  const event = `seen_${id.replace('-', '_')}`;
  const { rows } = await api.get<{ readonly rows: readonly { readonly id: string; readonly label: string }[] }>('/api/v1/search', {
    q: 'Company 7',
  });
  const account = rows.find(({ label }) => label === 'Company 7')?.id;
  if (account === undefined) throw new Error('the company that is watched is not there');
  await postMessages(door, [{ type: 'track', event, messageId: id, userId: 'user-7', context: { groupId: 'company-7' } }]);
  const begun = performance.now();
  while (!JSON.stringify(await api.get(`/api/v1/accounts/${account}/timeline`, { limit: 20 })).includes(event)) {
    if (performance.now() - begun > LONGEST_WAIT_MS) throw new Error('an event was not seen within a minute');
    await sleep(2);
  }
};

/** Rows a second straight into an engine of our own with the same table, in inserts as large as shipments; the best third of some. */
const rawRate = async (): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-raw-'));
  const engine = await startEmbeddedClickHouse({ folder, log: silentLog });
  const clickhouse = await connectClickHouse({ url: engine.url, database: 'raw' });
  try {
    await migrateClickHouse(clickhouse, join(import.meta.dirname, '../../migrations/events'));
    const rows = 10_000;
    const now = Date.now();
    const lines = usageMessages(rows).map((raw, n) => {
      const parsed = parseTrackingMessage(raw, { receivedAt: now, now, sentAt: undefined });
      if (!parsed.ok) throw new Error('a message of the bench is refused');
      const message = { ...parsed.message, messageId: `raw-${n}` };
      return eventLine(1, factOfMessage(message, { person: 1 + (n % 2000), account: 1 + (n % 200), alias: 1 + (n % 2000) }));
    });
    const body = lines.join('\n');
    const times = await timesOf((run) => insertEventLines(clickhouse, body, `raw-${run}`), 20, 3);
    return (rows / quantile(times, 0.5)) * 1000;
  } finally {
    await clickhouse.close();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
