/** What is remembered of a row of a person: who stands for it, the home account (0 for none), what was said last without changing anything. */
export interface RememberedPerson {
  readonly standing: number;
  readonly identified: boolean;
  readonly account: number;
  readonly said: string | null;
}

export interface RememberedAlias {
  readonly num: number;
  readonly personNum: number;
}

/** What is remembered of a group id: its account, and what was said of it last without changing anything. */
export interface RememberedGroup {
  readonly account: number;
  readonly said: string | null;
}

/** Remembers what committed transactions wrote, so that a message that changes nothing is answered without asking the database. */
export interface ResolutionCache {
  alias(ws: number, key: string): RememberedAlias | undefined;
  person(ws: number, num: number): RememberedPerson | undefined;
  group(ws: number, id: string): RememberedGroup | undefined;
  putAlias(ws: number, key: string, alias: RememberedAlias): void;
  putPerson(ws: number, num: number, person: RememberedPerson): void;
  putGroup(ws: number, id: string, group: RememberedGroup): void;
  forgetPerson(ws: number, num: number): void;
  forgetGroup(ws: number, id: string): void;
  /** After an import, a merge of accounts or an undo, where listing what changed is not worth it. */
  forgetWorkspace(ws: number): void;
}

/** Opens an empty cache of at most `limit` entries of each sort, about 150 bytes each; the longest unused go first. */
export const createResolutionCache = (limit = 200_000): ResolutionCache => {
  const aliases = recentlyUsed<RememberedAlias>(limit);
  const people = recentlyUsed<RememberedPerson>(limit);
  const groups = recentlyUsed<RememberedGroup>(limit);
  // Forgetting a workspace begins a new era of its keys; the old ones fall out by age.
  const eras = new Map<number, number>();
  const keyOf = (ws: number, rest: string | number): string => `${ws}.${eras.get(ws) ?? 0} ${rest}`;
  return {
    alias: (ws, key) => aliases.get(keyOf(ws, key)),
    person: (ws, num) => people.get(keyOf(ws, num)),
    group: (ws, id) => groups.get(keyOf(ws, id)),
    putAlias: (ws, key, alias) => aliases.put(keyOf(ws, key), alias),
    putPerson: (ws, num, person) => people.put(keyOf(ws, num), person),
    putGroup: (ws, id, group) => groups.put(keyOf(ws, id), group),
    forgetPerson: (ws, num) => people.drop(keyOf(ws, num)),
    forgetGroup: (ws, id) => groups.drop(keyOf(ws, id)),
    forgetWorkspace: (ws) => void eras.set(ws, (eras.get(ws) ?? 0) + 1),
  };
};

const recentlyUsed = <Value>(limit: number) => {
  // A Map keeps the order of insertion: taking an entry out and putting it back makes it the youngest.
  const entries = new Map<string, Value>();
  return {
    get: (key: string): Value | undefined => {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    put: (key: string, value: Value): void => {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries.size > limit ? entries.keys() : [];
      if (oldest !== undefined) entries.delete(oldest);
    },
    drop: (key: string): void => void entries.delete(key),
  };
};
