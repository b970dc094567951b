import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that goes on beside what comes next; whoever awaits it later is told of its fault, and until then nobody. */
export const begun = <Result>(work: Promise<Result>): Promise<Result> => {
  work.catch(() => undefined);
  return work;
};

/** Begins work for so many items at a time, one piece after the other, so that the next is prepared while the database is at the last. */
export const begunInPieces = async <Item, Result>(
  items: readonly Item[],
  size: number,
  work: (piece: readonly Item[]) => Promise<Result>,
): Promise<readonly Promise<Result>[]> => {
  const all: Promise<Result>[] = [];
  for (let from = 0; from < items.length; from += size) {
    all.push(begun(work(items.slice(from, from + size))));
    // A query leaves in the next turn: what is short goes on at once.
    if (items.length > size) await nextTurn();
  }
  return all;
};
