import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from './api-client.ts';

const BATCH = 100;
const AGAIN_MS = 20;

/** Sends messages through the event door, a hundred at a time, each request again until it is taken. */
export const postMessages = async (door: ApiClient, messages: readonly object[]): Promise<void> => {
  for (let at = 0; at < messages.length; at += BATCH) {
    const body = JSON.stringify({ writeKey: door.key, batch: messages.slice(at, at + BATCH) });
    while (!(await isTaken(door, body))) await sleep(AGAIN_MS);
  }
};

const isTaken = async (door: ApiClient, body: string): Promise<boolean> => {
  const { status, text } = await door.postText('/v1/batch', body);
  if (status !== 200 && status !== 429 && status !== 503) throw new Error(`the event door answered ${status}: ${text}`);
  return status === 200;
};

/** Waits until every fact that was taken is in the event store. */
export const untilShipped = async (url: string): Promise<void> => {
  for (;;) {
    const { waitingFacts } = (await (await fetch(`${url}/healthz`)).json()) as { readonly waitingFacts: number };
    if (waitingFacts === 0) return;
    await sleep(AGAIN_MS);
  }
};

/** How many facts of these names does the event store hold? */
export const countOfFacts = async (api: ApiClient, names: ReadonlySet<string>): Promise<number> => {
  const { rows } = await api.get<{ readonly rows: readonly { readonly event: string; readonly count: number }[] }>('/api/v1/facts/names');
  return rows.filter(({ event }) => names.has(event)).reduce((sum, { count }) => sum + count, 0);
};
