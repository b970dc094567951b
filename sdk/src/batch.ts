import type { Message } from './message.ts';

/** A message spelled once, when it was made: later changes to the caller's objects cannot alter it. */
export type Item = { readonly id: string; readonly json: string };

/** The server takes 500 KB a batch; the envelope needs a little of it. */
export const MAX_BATCH_BYTES = 480_000;

/** Browsers let 64 KB of beacons and keep-alive requests outlive a page. */
export const MAX_UNLOAD_BYTES = 60_000;

/** Spells a message for the queue. Throws what `JSON.stringify` throws (circular values, BigInt). */
export const itemFrom = (message: Message): Item => ({ id: message.messageId, json: JSON.stringify(message) });

/** Which messages travel together next? The oldest, up to `maxItems` and `maxBytes`; a single larger one travels alone. */
export const takeBatch = (items: readonly Item[], maxItems: number, maxBytes: number): readonly Item[] => {
  let bytes = 0;
  const end = items.slice(0, maxItems).findIndex((item, index) => {
    bytes += byteLength(item.json) + 1;
    return index > 0 && bytes > maxBytes;
  });
  return items.slice(0, end < 0 ? maxItems : end);
};

/** Spells the request body of a batch. `sentAt` lets the server correct a wrong clock, so it is read as late as possible. */
export const batchBody = (batch: readonly Item[], writeKey: string, now: number): string =>
  `{"batch":[${batch.map((item) => item.json).join()}],"sentAt":"${new Date(now).toISOString()}","writeKey":${JSON.stringify(writeKey)}}`;

/** How many bytes does a text take in UTF-8? */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
