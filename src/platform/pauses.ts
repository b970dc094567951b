import { setImmediate as nextTurn } from 'node:timers/promises';

/** A request that comes meanwhile waits no longer than this. */
const AT_ONCE_MS = 5;

/** What `work` makes of each item, in their order. Long computations go by here: every few milliseconds whatever waits for the main thread goes first. */
export const mapWithPauses = async <Item, Result>(items: Iterable<Item>, work: (item: Item) => Result): Promise<Result[]> => {
  const made: Result[] = [];
  let since = performance.now();
  for (const item of items) {
    made.push(work(item));
    if (performance.now() - since < AT_ONCE_MS) continue;
    await nextTurn();
    since = performance.now();
  }
  return made;
};
