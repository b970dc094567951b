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
  const aliases = recentlyUsed<string, RememberedAlias>(limit);
  const people = recentlyUsed<number, RememberedPerson>(limit);
  const groups = recentlyUsed<string, RememberedGroup>(limit);
  return {
    alias: aliases.get,
    person: people.get,
    group: groups.get,
    putAlias: aliases.put,
    putPerson: people.put,
    putGroup: groups.put,
    forgetPerson: people.drop,
    forgetGroup: groups.drop,
    forgetWorkspace: (ws) => {
      for (const sort of [aliases, people, groups]) sort.dropAll(ws);
    },
  };
};

/** Entries of workspaces in two generations: what is used moves into the young one, and when that is full the old one goes. A hit among the young, as nearly all are, writes nothing. */
const recentlyUsed = <Key, Value>(limit: number) => {
  let young = new Map<number, Map<Key, Value>>();
  let old = young;
  let size = 0;
  const put = (ws: number, key: Key, value: Value): void => {
    if (size >= limit / 2) {
      old = young;
      young = new Map();
      size = 0;
    }
    const entries = young.get(ws) ?? new Map<Key, Value>();
    young.set(ws, entries);
    if (!entries.has(key)) size += 1;
    entries.set(key, value);
  };
  return {
    get: (ws: number, key: Key): Value | undefined => {
      const value = young.get(ws)?.get(key);
      if (value !== undefined) return value;
      const former = old.get(ws)?.get(key);
      if (former !== undefined) put(ws, key, former);
      return former;
    },
    put,
    drop: (ws: number, key: Key): void => {
      for (const generation of [young, old]) generation.get(ws)?.delete(key);
    },
    dropAll: (ws: number): void => {
      for (const generation of [young, old]) generation.delete(ws);
    },
  };
};
