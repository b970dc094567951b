import { batchBody, byteLength, type Item, MAX_UNLOAD_BYTES, takeBatch } from './batch.ts';
import { batchUrl, type Outcome, postBatch } from './post-batch.ts';

export type Destination = { readonly host: string; readonly writeKey: string };

/** Neither JSON nor an Authorization header: both would cost every batch a CORS preflight, and a beacon cannot make one while its page ends. */
const PLAIN = 'text/plain';

/** Sends a batch from a living page. Small ones may outlive it. */
export const sendFromPage = ({ host, writeKey }: Destination, batch: readonly Item[]): Promise<Outcome> => {
  const body = batchBody(batch, writeKey, Date.now());
  return postBatch({ host, body, headers: { 'content-type': PLAIN }, keepalive: byteLength(body) < MAX_UNLOAD_BYTES });
};

/** Hands messages to the browser, which sends them after the page is gone. Returns those that it took. */
export const sendFromEndingPage = (destination: Destination, items: readonly Item[]): readonly Item[] => {
  const batch = takeBatch(items, items.length, MAX_UNLOAD_BYTES - 1_000);
  if (!batch.length || !handOver(destination, batch)) return [];
  return [...batch, ...sendFromEndingPage(destination, items.slice(batch.length))];
};

const handOver = (destination: Destination, batch: readonly Item[]): boolean => {
  if (!navigator.sendBeacon) {
    void sendFromPage(destination, batch);
    return true;
  }
  const body = batchBody(batch, destination.writeKey, Date.now());
  return navigator.sendBeacon(batchUrl(destination.host), new Blob([body], { type: PLAIN }));
};
