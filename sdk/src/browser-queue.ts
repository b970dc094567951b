import type { Item } from './batch.ts';
import type { BrowserStorage } from './browser-storage.ts';
import type { Outbox } from './delivery.ts';

export type BrowserQueue = Outbox & {
  /** Adds a message at the end; a full queue gives up its oldest one. */
  readonly append: (item: Item) => void;
  /** Stops holding messages that a beacon took, but keeps their stored copies, because nobody sees a beacon's answer. */
  readonly release: (batch: readonly Item[]) => void;
  /** Takes up stored messages of earlier pages, and of beacons whose answer nobody saw. */
  readonly restore: () => void;
  readonly clear: () => void;
};

type Held = Item & { readonly name: string };

/** The server recognises a repeated messageId for 7 days; an older copy could count twice, so it is given up before. */
const MAX_AGE_MS = 6 * 86_400_000;

/**
 * Opens the queue of this page. Each message has a storage key of its own, `q<ms>-<n>.<id>`, so that tabs never overwrite
 * each other's queue; two tabs may send the same message, which the server counts once.
 */
export const createBrowserQueue = (storage: BrowserStorage, maxItems: number): BrowserQueue => {
  let held: readonly Held[] = [];
  let sequence = 0;

  const hold = (items: readonly Held[]): void => {
    const dropped = items.slice(0, Math.max(0, items.length - maxItems));
    for (const item of dropped) storage.remove(item.name);
    if (dropped.length) console.warn(`perennial: queue full, ${dropped.length} oldest dropped`);
    held = items.slice(dropped.length);
  };

  const release = (batch: readonly Item[]): void => {
    const ids = new Set(batch.map((item) => item.id));
    held = held.filter((item) => !ids.has(item.id));
  };

  return {
    items: () => held,
    append: (item) => {
      const name = `q${Date.now()}-${String(sequence++).padStart(6, '0')}.${item.id}`;
      storage.set(name, item.json);
      hold([...held, { ...item, name }]);
    },
    remove: (batch) => {
      for (const item of held.filter((candidate) => batch.includes(candidate))) storage.remove(item.name);
      release(batch);
    },
    release,
    restore: () => {
      const names = storage.names().filter((name) => /^q\d+-/.test(name));
      const stale = names.filter((name) => Date.now() - Number.parseInt(name.slice(1), 10) > MAX_AGE_MS);
      stale.forEach(storage.remove);
      const known = new Set([...held.map((item) => item.name), ...stale]);
      const found = names.filter((name) => !known.has(name)).flatMap((name) => heldFrom(storage, name));
      if (found.length) hold([...held, ...found].sort((a, b) => (a.name < b.name ? -1 : 1)));
    },
    clear: () => {
      held = [];
    },
  };
};

const heldFrom = (storage: BrowserStorage, name: string): readonly Held[] => {
  const json = storage.get<string>(name);
  return typeof json === 'string' ? [{ name, id: name.slice(name.indexOf('.') + 1), json }] : [];
};
