/** Keeps what was found a moment ago, so that it is not asked again. */
export interface Recent<Value> {
  /** What is known under this key at an instant (UTC ms), found once however many ask; a failure is not kept. */
  get(key: string, now: number, find: () => Promise<Value>): Promise<Value>;
  /** How many values are held. */
  size(): number;
}

/** Makes a memory of `most` values for `ms` each. What is older goes with the next that comes, so that a quiet process holds little. */
export const createRecent = <Value>({ ms, most }: { readonly ms: number; readonly most: number }): Recent<Value> => {
  const kept = new Map<string, { readonly since: number; readonly value: Promise<Value> }>();
  return {
    get: (key, now, find) => {
      for (const [old, { since }] of kept) if (now - since >= ms) kept.delete(old);
      const held = kept.get(key);
      if (held !== undefined) return held.value;
      if (kept.size >= most) kept.clear();
      const entry = { since: now, value: find() };
      kept.set(key, entry);
      entry.value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return entry.value;
    },
    size: () => kept.size,
  };
};
