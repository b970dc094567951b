import { setTimeout as sleep } from 'node:timers/promises';
import { peopleMessages, usageMessages } from '../data/messages.ts';
import { type Bench, type Figure, figureOf, quantile, timesOf } from '../harness.ts';
import { type ApiClient, apiClient } from '../machine/api-client.ts';
import { countOfFacts, postMessages, untilShipped } from '../machine/event-door.ts';
import { sendEvents } from '../machine/event-sender.ts';
import { type FreshProduct, freshProduct } from '../machine/fresh-product.ts';
import { memoryOf } from '../machine/memory.ts';
import { type ProcessorSeconds, processorBetween, processorOf } from '../machine/processor.ts';

const CONNECTIONS = 16;
const BATCH = 100;
const EVERY_MS = 1_000;
const RUNS_AT_REST = 30;
const DAY_MS = 86_400_000;
/** Shipments, merges and what reacts to the last facts come to rest. */
const REST_MS = 15_000;
/** Questions may take twice as long beside inserts and merges. */
const MOST_SLOWER = 2;
const TOLD: ReadonlySet<string> = new Set(['feature_used', 'report_created']);

/** What one minute (or a shorter round) of sending came to. */
interface Round {
  readonly perSecond: number;
  readonly events: number;
  /** In MB, by program. */
  readonly memory: ReadonlyMap<string, number>;
}

interface Asked {
  readonly funnel: readonly number[];
  readonly timeline: readonly number[];
}

/** Batches without a pause for `--minutes`, a funnel and a timeline each second beside them, and the same questions afterwards on the same data. */
export const bench: Bench = {
  name: 'sustain',
  onlyByName: true,
  run: async ({ minutes }) => {
    const product = await freshProduct();
    const door = apiClient(product.url, product.writeKey);
    const api = apiClient(product.url, product.key);
    try {
      await postMessages(door, peopleMessages());
      await untilShipped(product.url);
      const ask = await questionsOf(api);
      const begun = processorOf(product.pid);
      const { rounds, beside } = await load(product, minutes, ask);
      await untilShipped(product.url);
      const events = rounds.reduce((sum, round) => sum + round.events, 0);
      const spent = processorBetween(begun, processorOf(product.pid)).by;
      const kept = await countOfFacts(api, TOLD);
      if (kept !== events) throw new Error(`${events} events were acknowledged, and ${kept} are in the event store`);
      await sleep(REST_MS);
      const rest = { funnel: await timesOf(ask.funnel, RUNS_AT_REST), timeline: await timesOf(ask.timeline, RUNS_AT_REST) };
      return [rateOf(rounds, spent), ...memoryOfRounds(rounds), ...besideAndAtRest(beside, rest)];
    } finally {
      door.close();
      api.close();
      await product.remove();
    }
  },
};

interface Questions {
  readonly funnel: (run: number) => Promise<unknown>;
  readonly timeline: (run: number) => Promise<unknown>;
}

/** Each run is another question of the same size, since answers are remembered: the range begins on another day, on which nothing happened. */
const questionsOf = async (api: ApiClient): Promise<Questions> => {
  const { rows } = await api.get<{ readonly rows: readonly { readonly id: string }[] }>('/api/v1/accounts', { limit: 50 });
  const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  let asked = 0;
  return {
    funnel: () => {
      asked += 1;
      const range = { from: dayAt(Date.now() - (30 + (asked % 300)) * DAY_MS), to: dayAt(Date.now()) };
      const steps = [...TOLD].map((event) => ({ events: [event] }));
      return api.post('/api/v1/questions/ask', { question: { kind: 'funnel', unit: 'person', range, steps } });
    },
    timeline: (run) => api.get(`/api/v1/accounts/${rows[run % rows.length]?.id}/timeline`, { limit: 50 }),
  };
};

const load = async (product: FreshProduct, minutes: number, ask: Questions) => {
  const count = Math.max(1, Math.round(minutes));
  const rounds: Round[] = [];
  const beside = { funnel: [] as number[], timeline: [] as number[] };
  let isOver = false;
  const asking = (async () => {
    for (let run = 0; !isOver; run += 1) {
      for (const name of ['funnel', 'timeline'] as const) beside[name].push(...(await timesOf(() => ask[name](run), 1, 0)));
      await sleep(EVERY_MS);
    }
  })();
  try {
    for (let round = 0; round < count; round += 1) {
      const { events, seconds } = await sendEvents({
        ...{ url: product.url, writeKey: product.writeKey, seconds: (minutes * 60) / count, prefix: `u${round}-` },
        ...{ path: '/v1/batch', connections: CONNECTIONS, batchOf: (connection) => usageMessages(BATCH, { from: connection * BATCH }) },
      });
      rounds.push({ perSecond: events / seconds, events, memory: memoryByProgram(product.pid) });
    }
  } finally {
    isOver = true;
    await asking;
  }
  return { rounds, beside };
};

const memoryByProgram = (root: number): ReadonlyMap<string, number> => {
  const held = new Map<string, number>();
  for (const { name, bytes } of memoryOf(root)) held.set(name, (held.get(name) ?? 0) + bytes / 1e6);
  return held;
};

const whole = (values: readonly number[]): string => values.map((value) => Math.round(value).toLocaleString('en-US')).join(', ');

const rateOf = (rounds: readonly Round[], spent: ProcessorSeconds): Figure => {
  const events = rounds.reduce((sum, round) => sum + round.events, 0);
  const each = [...spent].map(([name, seconds]) => `${name} ${((seconds / events) * 1e6).toFixed(1)}`).join(', ');
  return {
    ...{
      name: 'sustained ingest',
      unit: 'per s',
      median: quantile(
        rounds.map(({ perSecond }) => perSecond),
        0.5,
      ),
    },
    note: `by minute ${whole(rounds.map(({ perSecond }) => perSecond))}; ${events.toLocaleString('en-US')} events, none lost, none twice; ms of a core for 1,000: ${each}`,
  };
};

/** The most of the last third of the minutes, with every minute as a note: after caches are full it must not grow. */
const memoryOfRounds = (rounds: readonly Round[]): readonly Figure[] =>
  [...(rounds[0]?.memory.keys() ?? [])].map((part) => {
    const by = rounds.map(({ memory }) => memory.get(part) ?? 0);
    return {
      name: `sustained ingest, memory: ${part}`,
      unit: 'MB',
      median: Math.max(...by.slice(-Math.ceil(by.length / 3))),
      note: `by minute ${whole(by)}`,
    };
  });

const besideAndAtRest = (beside: Asked, rest: Asked): readonly Figure[] =>
  (['funnel', 'timeline'] as const).map((name) => {
    const atRest = quantile(rest[name], 0.95);
    // What was asked at first read little: the last third is compared with the same data at rest.
    const late = beside[name].slice(-Math.ceil(beside[name].length / 3));
    return figureOf(`sustained ingest, ${name} beside it`, late, {
      aim: atRest * MOST_SLOWER,
      note: `p95 at rest ${atRest.toFixed(0)} ms`,
    });
  });
