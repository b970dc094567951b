import { AppError, isAppError } from '#kernel/app-error.ts';
import { TRACKING_SAYS } from '../../domain/tracking/tracking-sayings.ts';

export interface GroupCommitOptions<Owner extends { readonly ws: number }, Item, Result> {
  /** Keeps these items of one workspace as one transaction, and answers one result for each. */
  commit(owner: Owner, items: readonly Item[]): Promise<readonly Result[]>;
  /** Items in one transaction at most, unless a single request brings more. */
  readonly maxItems: number;
  /** How long the first item waits for company, in ms; none waits while others are being committed. */
  readonly waitMs: number;
  /** Items that may wait; beyond it a request is refused with `rate_limited`. */
  readonly maxWaiting: number;
}

/** Lets requests that come at the same time share a transaction. */
export interface GroupCommit<Owner, Item, Result> {
  /** Resolves when the items are kept for good; rejects when none of them is. */
  add(owner: Owner, items: readonly Item[]): Promise<readonly Result[]>;
  waiting(): number;
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>;
}

interface Entry<Item, Result> {
  readonly items: readonly Item[];
  readonly done: PromiseWithResolvers<readonly Result[]>;
}

interface Lane<Owner, Item, Result> {
  readonly owner: Owner;
  readonly entries: Entry<Item, Result>[];
}

/** One transaction at a time for each workspace: what comes meanwhile travels together in the next one. */
export const createGroupCommit = <Owner extends { readonly ws: number }, Item, Result>(
  options: GroupCommitOptions<Owner, Item, Result>,
): GroupCommit<Owner, Item, Result> => {
  const lanes = new Map<number, Lane<Owner, Item, Result>>();
  const running = new Set<Promise<void>>();
  let waiting = 0;

  const run = async (lane: Lane<Owner, Item, Result>): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, options.waitMs));
    while (lane.entries.length > 0) {
      const entries = takeEntries(lane.entries, options.maxItems);
      await commitEntries(options, lane.owner, entries);
      waiting -= itemsOf(entries).length;
    }
    lanes.delete(lane.owner.ws);
  };
  const open = (owner: Owner): Lane<Owner, Item, Result> => {
    const lane: Lane<Owner, Item, Result> = { owner, entries: [] };
    lanes.set(owner.ws, lane);
    const ending = run(lane).finally(() => running.delete(ending));
    running.add(ending);
    return lane;
  };
  return {
    add: async (owner, items) => {
      if (waiting + items.length > options.maxWaiting && waiting > 0) {
        throw new AppError('rate_limited', TRACKING_SAYS.too_many_events(), { retryAfter: 1 });
      }
      waiting += items.length;
      const lane = lanes.get(owner.ws) ?? open(owner);
      const done = Promise.withResolvers<readonly Result[]>();
      lane.entries.push({ items, done });
      return done.promise;
    },
    waiting: () => waiting,
    drain: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
};

const takeEntries = <Item, Result>(entries: Entry<Item, Result>[], maxItems: number): readonly Entry<Item, Result>[] => {
  let items = 0;
  const end = entries.findIndex((entry, index) => {
    items += entry.items.length;
    return index > 0 && items > maxItems;
  });
  return entries.splice(0, end < 0 ? entries.length : end);
};

const commitEntries = async <Owner extends { readonly ws: number }, Item, Result>(
  options: GroupCommitOptions<Owner, Item, Result>,
  owner: Owner,
  entries: readonly Entry<Item, Result>[],
): Promise<void> => {
  try {
    const results = await options.commit(owner, itemsOf(entries));
    let at = 0;
    for (const { items, done } of entries) {
      done.resolve(results.slice(at, at + items.length));
      at += items.length;
    }
  } catch (error) {
    // One request that cannot be kept must not take the others with it; when the database is away, asking again is no use.
    const isAlone = entries.length === 1 || (isAppError(error) && error.code === 'unavailable');
    if (isAlone) for (const { done } of entries) done.reject(error);
    else for (const entry of entries) await commitEntries(options, owner, [entry]);
  }
};

const itemsOf = <Item, Result>(entries: readonly Entry<Item, Result>[]): readonly Item[] => entries.flatMap((entry) => entry.items);
