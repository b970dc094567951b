import { batchBody, type Item, itemFrom } from './batch.ts';
import { createDelivery, type Refusal } from './delivery.ts';
import { type Fields, LIBRARY, type Message, type MessageBody, type MessageType } from './message.ts';
import { createNodeQueue, QueueFullError } from './node-queue.ts';
import { postBatch } from './post-batch.ts';
import { newUuid } from './uuid.ts';

export type { Fields, Message };
export { QueueFullError };

export type NodeOptions = {
  readonly writeKey: string;
  /** Address of the Perennial server, such as `https://perennial.example.com`. */
  readonly host: string;
  /** Messages that are sent at once, 20 by default. */
  readonly flushAt?: number;
  /** Milliseconds that a message waits for company, 2,000 by default. */
  readonly flushInterval?: number;
  /** Messages that may wait, 10,000 by default; beyond it calls throw `QueueFullError`. */
  readonly maxQueue?: number;
  /** Milliseconds before the first retry, 1,000 by default. */
  readonly retryDelay?: number;
  /** Hears of messages that the server refused for good; a console warning by default. */
  readonly onRefused?: (refusal: Refusal, messages: readonly Message[]) => void;
};

/** Who did it, and optionally when, where, and under which id (repeating a `messageId` counts once for 7 days). */
export type Actor = (
  | { readonly userId: string; readonly anonymousId?: string }
  | { readonly userId?: string; readonly anonymousId: string }
) & {
  readonly timestamp?: Date;
  readonly messageId?: string;
  readonly context?: Fields;
};

export type NodeClient = {
  readonly identify: (message: Actor & { readonly traits?: Fields }) => void;
  readonly track: (message: Actor & { readonly event: string; readonly properties?: Fields }) => void;
  readonly page: (message: Actor & { readonly name?: string; readonly properties?: Fields }) => void;
  readonly screen: (message: Actor & { readonly name?: string; readonly properties?: Fields }) => void;
  readonly group: (message: Actor & { readonly groupId: string; readonly traits?: Fields }) => void;
  readonly alias: (message: Actor & { readonly userId: string; readonly previousId: string }) => void;
  /** Resolves when everything queued before the call was taken or refused by the server; it waits as long as that takes. */
  readonly flush: () => Promise<void>;
  /** Takes no more calls and flushes. After `timeout` ms (30,000 by default) it rejects with an `UndeliveredError` that holds what is left. */
  readonly close: (options?: { readonly timeout?: number }) => Promise<void>;
};

/** The client was closed before the server took these messages; keep them, and send them again with their `messageId`. */
export class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError';
  readonly messages: readonly Message[];
  constructor(messages: readonly Message[]) {
    super(`${messages.length} messages were not delivered before the client closed`);
    this.messages = messages;
  }
}

/** Opens a client for servers. Calls return at once; delivery goes on in the background and keeps the process alive until the queue is empty. */
export const createClient = (options: NodeOptions): NodeClient => {
  const queue = createNodeQueue(options.maxQueue ?? 10_000);
  const delivery = createDelivery({
    outbox: queue,
    send: (batch) =>
      postBatch({ host: options.host, body: batchBody(batch, options.writeKey, Date.now()), headers: headersFor(options.writeKey) }),
    onRefused: (refusal, batch) => (options.onRefused ?? warnOfRefusal)(refusal, messagesOf(batch)),
    flushAt: options.flushAt ?? 20,
    flushIntervalMs: options.flushInterval ?? 2_000,
    firstRetryMs: options.retryDelay ?? 1_000,
  });
  let closed = false;

  const send = (type: MessageType, message: Actor & MessageBody): void => {
    if (closed) throw new Error('The client is closed');
    if (!message.userId && !message.anonymousId) throw new TypeError(`${type} needs a userId or an anonymousId`);
    const { timestamp = new Date(), messageId = newUuid(), context, ...rest } = message;
    queue.append(itemFrom({ ...rest, type, messageId, timestamp: timestamp.toISOString(), context: { library: LIBRARY, ...context } }));
    delivery.wake();
  };

  const close: NodeClient['close'] = async ({ timeout = 30_000 } = {}) => {
    closed = true;
    const timer = setTimeout(delivery.pause, timeout);
    await delivery.flush();
    clearTimeout(timer);
    const left = queue.items();
    if (left.length) throw new UndeliveredError(messagesOf(left));
  };

  return {
    identify: (message) => send('identify', message),
    track: (message) => send('track', message),
    page: (message) => send('page', message),
    screen: (message) => send('screen', message),
    group: (message) => send('group', message),
    alias: (message) => send('alias', message),
    flush: delivery.flush,
    close,
  };
};

const headersFor = (writeKey: string): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
});

const messagesOf = (items: readonly Item[]): readonly Message[] => items.map((item) => JSON.parse(item.json));

const warnOfRefusal = ({ status, reason }: Refusal, messages: readonly Message[]): void =>
  console.warn(`perennial: the server refused a batch of ${messages.length} (${status}): ${reason}`);
