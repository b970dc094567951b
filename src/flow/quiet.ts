/** Calls `work` for a key once nothing was said of that key for `ms`: what many steps of progress ask for is done once, after the last. */
export const whenQuiet = <Key>(ms: number, work: (key: Key) => void) => {
  const timers = new Map<Key, NodeJS.Timeout>();
  return {
    say: (key: Key): void => {
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => {
          timers.delete(key);
          work(key);
        }, ms),
      );
    },
    stop: (): void => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
};
