const MOST = 200;

/** Remembers which names facts have, so that the next question need not ask for them first. */
export interface NameMemory {
  /** The names that were found last under a key; null when it was never asked. */
  of(key: string): readonly string[] | null;
  keep(key: string, names: readonly string[]): void;
}

/** A bounded memory of names: what is remembered may be too little by now, which who uses it must notice. */
export const createNameMemory = (): NameMemory => {
  const known = new Map<string, readonly string[]>();
  return {
    of: (key) => known.get(key) ?? null,
    keep: (key, names) => {
      if (known.size >= MOST) known.clear();
      known.set(key, names);
    },
  };
};
