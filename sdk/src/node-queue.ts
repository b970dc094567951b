import type { Item } from './batch.ts';
import type { Outbox } from './delivery.ts';

/** The server has been out of reach for so long that `maxQueue` messages wait; the one just offered was not taken. Slow down, or try it later. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** Opens a queue in memory that refuses, rather than forgets, when it holds `maxItems`. */
export const createNodeQueue = (maxItems: number): Outbox & { readonly append: (item: Item) => void } => {
  const held: Item[] = [];
  return {
    items: () => held,
    append: (item) => {
      if (held.length >= maxItems) throw new QueueFullError(`${maxItems} messages wait already`);
      held.push(item);
    },
    // Batches are always the head of the queue.
    remove: (batch) => {
      held.splice(0, batch.length);
    },
  };
};
