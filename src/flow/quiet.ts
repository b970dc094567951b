/** Calls `work` for a key once nothing was said of that key for `ms`: what many steps of progress ask for is done once, after the last. */
export const whenQuiet = <Key>(ms: number, work: (key: Key) => Promise<void> | void) => {
  const timers = new Map<Key, NodeJS.Timeout>();
  return {
    say: (key: Key): void => {
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => {
          timers.delete(key);
          void work(key);
        }, ms),
      );
    },
    /** Does at once what waits for its quiet; answers how much that was. */
    hasten: async (): Promise<number> => {
      const keys = [...timers.keys()];
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.all(keys.map(work));
      return keys.length;
    },
    stop: (): void => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
};
