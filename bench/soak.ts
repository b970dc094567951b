import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { importFiles } from './data/import-files.ts';
import { peopleMessages, usageMessages } from './data/messages.ts';
import { quantile } from './harness.ts';
import { type ApiClient, apiClient } from './machine/api-client.ts';
import { countOfFacts, untilShipped } from './machine/event-door.ts';
import { type FreshProduct, freshProduct } from './machine/fresh-product.ts';
import { megabytesOf, memoryOf } from './machine/memory.ts';
import { COMPANIES, PLAY_COMPANIES, playOfSegment, recomputeHistory } from './soak/forced-work.ts';

/**
 * Ten minutes of everything at once: events, pages, imports with what follows them, runs of a play, recomputations of all history, and a look at memory. Fails
 * when something was refused, when memory grows, when a kind of work starves, or when an acknowledged event or a task of the play is missing at the end.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const MINUTES = Number(values.minutes);
const EVENTS_PER_SECOND = 500;
const BATCH = 100;
const READERS = 3;
const IMPORT_EVERY_MS = 60_000;
const IMPORT_ROWS = 2_000;
const PLAY_EVERY_MS = 20_000;
const RECOMPUTE_EVERY_MS = 60_000;
const SAMPLE_MS = 2_000;
/** The first part, in which caches fill, is not compared. */
const WARM_SHARE = 0.3;
const MOST_GROWTH = 1.25;
const LONGEST_SILENCE_MS = 30_000;
/** What is done now and then, and waits in between. */
const RARE = new Set(['import', 'play run', 'recomputation']);

interface Work {
  readonly times: number[];
  readonly errors: string[];
  lastDoneAt: number;
  longestSilenceMs: number;
}

const newWork = (): Work => ({ times: [], errors: [], lastDoneAt: performance.now(), longestSilenceMs: 0 });

const doing = async (work: Work, task: () => Promise<unknown>): Promise<void> => {
  const begun = performance.now();
  try {
    await task();
    work.times.push(performance.now() - begun);
  } catch (error) {
    work.errors.push(error instanceof Error ? error.message : String(error));
    await sleep(200);
  }
  const now = performance.now();
  work.longestSilenceMs = Math.max(work.longestSilenceMs, now - work.lastDoneAt);
  work.lastDoneAt = now;
};

const soak = async (product: FreshProduct): Promise<boolean> => {
  const api = apiClient(product.url, product.key);
  const door = apiClient(product.url, product.writeKey);
  const ends = performance.now() + MINUTES * 60_000;
  const isOver = (): boolean => performance.now() >= ends;
  const works = {
    events: newWork(),
    river: newWork(),
    list: newWork(),
    'account page': newWork(),
    search: newWork(),
    plays: newWork(),
    import: newWork(),
    'play run': newWork(),
    recomputation: newWork(),
  };
  const memory: number[] = [];
  let acknowledged = 0;
  const send = async (batch: readonly object[]): Promise<void> => {
    const { status, text } = await door.postText('/v1/batch', JSON.stringify({ writeKey: product.writeKey, batch }));
    if (status !== 200) throw new Error(`events: ${status} ${text.slice(0, 200)}`);
    acknowledged += batch.length;
  };
  await send(peopleMessages().slice(0, 1_000));
  await send(peopleMessages().slice(1_000, 2_000));
  acknowledged = 0;
  const events = async (): Promise<void> => {
    for (let from = 0; !isOver(); from += BATCH) {
      const begun = performance.now();
      await doing(works.events, () => send(usageMessages(BATCH, { from, prefix: 'soak', people: 1_000 })));
      await sleep(Math.max(0, (BATCH / EVENTS_PER_SECOND) * 1000 - (performance.now() - begun)));
    }
  };
  const reader = async (): Promise<void> => {
    while (!isOver()) await read(api, works);
  };
  const imports = async (): Promise<void> => {
    for (let round = 0; !isOver(); round += 1) {
      await doing(works.import, () => importRound(product, api, round));
      await sleep(Math.min(IMPORT_EVERY_MS, Math.max(0, ends - performance.now())));
    }
  };
  const playRuns = async (): Promise<void> => {
    const play = await playOfSegment(api);
    for (let round = 0; !isOver() && round < COMPANIES / PLAY_COMPANIES; round += 1) {
      await doing(works['play run'], () => play.run(door, round));
      await sleep(Math.min(PLAY_EVERY_MS, Math.max(0, ends - performance.now())));
    }
  };
  const recomputations = async (): Promise<void> => {
    while (!isOver()) {
      await doing(works.recomputation, () => recomputeHistory(api));
      await sleep(Math.min(RECOMPUTE_EVERY_MS, Math.max(0, ends - performance.now())));
    }
  };
  const watch = async (): Promise<void> => {
    while (!isOver()) {
      memory.push(megabytesOf(memoryOf(product.pid)));
      await sleep(SAMPLE_MS);
    }
  };
  await Promise.all([events(), ...Array.from({ length: READERS }, reader), imports(), playRuns(), recomputations(), watch()]);
  await untilShipped(product.url);
  const kept = await countOfFacts(api, TOLD);
  api.close();
  door.close();
  return verdict({ works, memory, acknowledged, kept, log: product.output() });
};

const read = async (
  api: ApiClient,
  works: Readonly<Record<'river' | 'list' | 'account page' | 'search' | 'plays', Work>>,
): Promise<void> => {
  let ids: readonly string[] = [];
  await doing(works.river, () => api.get('/api/v1/river'));
  await doing(works.list, async () => {
    const { rows } = await api.get<{ readonly rows: readonly { readonly id: string }[] }>('/api/v1/accounts', {
      sort: 'last_active_at',
      order: 'desc',
    });
    ids = rows.slice(0, 2).map(({ id }) => id);
  });
  for (const id of ids) {
    const parts = ['figures', 'lifecycle', 'timeline', 'health', 'people', 'subscriptions'];
    await doing(works['account page'], () => Promise.all(parts.map((part) => api.get(`/api/v1/accounts/${id}/${part}`))));
  }
  await doing(works.search, () => api.get('/api/v1/search', { q: 'compa' }));
  await doing(works.plays, () => Promise.all([api.get('/api/v1/plays'), api.get('/api/v1/tasks')]));
};

interface ImportAnswer {
  readonly id: string;
  readonly status: string;
  readonly failed?: number;
}

const importRound = async (product: FreshProduct, api: ApiClient, round: number): Promise<void> => {
  for (const file of importFiles(IMPORT_ROWS).slice(0, 3)) {
    const query = new URLSearchParams({ fileName: `${file.kind}-${round}.csv`, kind: file.kind, source: 'soak' });
    const sent = await fetch(`${product.url}/api/v1/imports?${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.key}` },
      body: file.text,
    });
    if (!sent.ok) throw new Error(`import of ${file.kind}: ${sent.status} ${(await sent.text()).slice(0, 300)}`);
    const { id } = (await sent.json()) as ImportAnswer;
    await api.post(`/api/v1/imports/${id}/run`, {});
    for (;;) {
      const now = await api.get<ImportAnswer>(`/api/v1/imports/${id}`);
      if (now.status === 'done') break;
      if (now.status === 'failed') throw new Error(`the import of ${file.kind} failed`);
      await sleep(200);
    }
  }
};

/** What the messages of the soak tell. */
const TOLD: ReadonlySet<string> = new Set(['feature_used', 'report_created']);

interface Seen {
  readonly works: Readonly<Record<string, Work>>;
  readonly memory: readonly number[];
  readonly acknowledged: number;
  readonly kept: number;
  readonly log: string;
}

const verdict = ({ works, memory, acknowledged, kept, log }: Seen): boolean => {
  const steady = memory.slice(Math.floor(memory.length * WARM_SHARE));
  const [early, late] = [steady.slice(0, Math.ceil(steady.length / 3)), steady.slice(-Math.ceil(steady.length / 3))];
  const growth = quantile(late, 0.5) / quantile(early, 0.5);
  const faults = [
    ...Object.entries(works).flatMap(([name, { errors }]) =>
      errors.length > 0 ? [`${name}: ${errors.length} errors, first: ${errors[0]}`] : [],
    ),
    ...Object.entries(works).flatMap(([name, { longestSilenceMs }]) =>
      !RARE.has(name) && longestSilenceMs > LONGEST_SILENCE_MS ? [`${name} starved for ${Math.round(longestSilenceMs / 1000)} s`] : [],
    ),
    ...(growth > MOST_GROWTH ? [`memory grew to ${growth.toFixed(2)} times of what it was`] : []),
    ...(kept < acknowledged ? [`${acknowledged - kept} acknowledged events are missing`] : []),
    ...(/"level":(50|60)/.test(log)
      ? [
          `the log tells of errors:\n${log
            .split('\n')
            .filter((line) => /"level":(50|60)/.test(line))
            .slice(0, 3)
            .join('\n')}`,
        ]
      : []),
  ];
  const cell = (text: string | number): string => String(text).padStart(12);
  const lines = Object.entries(works).map(([name, { times, errors, longestSilenceMs }]) =>
    [
      name.padEnd(14),
      times.length,
      errors.length,
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.95).toFixed(1),
      Math.round(longestSilenceMs),
    ]
      .map(cell)
      .join(''),
  );
  process.stdout.write(
    `${['work'.padEnd(14), 'done', 'errors', 'median ms', 'p95 ms', 'silence ms'].map(cell).join('')}\n${lines.join('\n')}\n`,
  );
  process.stdout.write(
    `memory, MB: early ${quantile(early, 0.5).toFixed(0)}, late ${quantile(late, 0.5).toFixed(0)}, peak ${Math.max(...memory).toFixed(0)}\n` +
      `events: ${acknowledged} acknowledged, ${kept} in the event store\n${faults.length === 0 ? 'The soak passed.' : `The soak failed:\n${faults.join('\n')}`}\n`,
  );
  return faults.length === 0;
};

const product = await freshProduct();
let passed = false;
try {
  passed = await soak(product);
} finally {
  await product.remove();
}
process.exit(passed ? 0 : 1);
