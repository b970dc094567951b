import { type Item, MAX_BATCH_BYTES, takeBatch } from './batch.ts';
import type { Outcome } from './post-batch.ts';
import { retryDelayMs } from './retry.ts';

/** Where messages wait, oldest first. */
export type Outbox = {
  readonly items: () => readonly Item[];
  readonly remove: (batch: readonly Item[]) => void;
};

export type Refusal = Extract<Outcome, { type: 'refused' }>;

export type DeliveryOptions = {
  readonly outbox: Outbox;
  readonly send: (batch: readonly Item[]) => Promise<Outcome>;
  readonly onRefused: (refusal: Refusal, batch: readonly Item[]) => void;
  readonly flushAt: number;
  readonly flushIntervalMs: number;
  readonly firstRetryMs: number;
};

export type Delivery = {
  /** Tells that the outbox has grown: sends at `flushAt` messages, else within `flushIntervalMs`. */
  readonly wake: () => void;
  /** Sends without waiting for more; resolves when all that waits now was taken or refused, at once while paused. */
  readonly flush: () => Promise<void>;
  /** Sends nothing from now on and releases everyone who awaits a flush. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly isPaused: () => boolean;
  /** What a page that is going away may still hand over; empty while the server asked for patience. */
  readonly idleItems: () => readonly Item[];
};

type Waiter = { readonly ids: ReadonlySet<string>; readonly resolve: () => void };

/** Empties an outbox into the server, one batch at a time, in order. A batch leaves the outbox only when the server took or refused it. */
export const createDelivery = (options: DeliveryOptions): Delivery => {
  const { outbox, flushAt } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inFlight: readonly Item[] = [];
  let failures = 0;
  let paused = false;
  let waiters: readonly Waiter[] = [];

  const arm = (delayMs: number): void => {
    clearTimeout(timer);
    // A timer left behind by a pause would keep a closing Node process alive.
    timer = paused ? undefined : setTimeout(step, delayMs);
  };

  const releaseWaiters = (): void => {
    const done = (waiter: Waiter): boolean => paused || !outbox.items().some((item) => waiter.ids.has(item.id));
    const finished = waiters.filter(done);
    waiters = waiters.filter((waiter) => !finished.includes(waiter));
    for (const waiter of finished) waiter.resolve();
  };

  const wake = (): void => {
    // After a failure only the back-off timer may continue: new messages must not press a server that asked for patience.
    if (paused || inFlight.length || failures) return;
    const waiting = outbox.items().length;
    if (waiting >= flushAt || (waiting && waiters.length)) void step();
    else if (waiting && !timer) arm(options.flushIntervalMs);
  };

  const step = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (paused || inFlight.length) return;
    inFlight = takeBatch(outbox.items(), flushAt, MAX_BATCH_BYTES);
    const batch = inFlight;
    const outcome: Outcome = batch.length ? await options.send(batch) : { type: 'accepted' };
    inFlight = [];
    if (outcome.type === 'retry') {
      arm(
        retryDelayMs({
          failures: failures++,
          firstDelayMs: options.firstRetryMs,
          retryAfterMs: outcome.retryAfterMs,
          random: Math.random(),
        }),
      );
      return;
    }
    failures = 0;
    outbox.remove(batch);
    if (outcome.type === 'refused') options.onRefused(outcome, batch);
    releaseWaiters();
    wake();
  };

  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      waiters = [...waiters, { ids: new Set(outbox.items().map((item) => item.id)), resolve }];
      releaseWaiters();
      wake();
    });

  const pause = (): void => {
    paused = true;
    clearTimeout(timer);
    timer = undefined;
    releaseWaiters();
  };

  const resume = (): void => {
    paused = false;
    failures = 0;
    wake();
  };

  const idleItems = (): readonly Item[] => (paused || failures ? [] : outbox.items().filter((item) => !inFlight.includes(item)));

  return { wake, flush, pause, resume, isPaused: () => paused, idleItems };
};
