/** Remembers small values by name: in memory at once, in localStorage when that is allowed and possible. */
export type BrowserStorage = {
  readonly get: <T>(name: string) => T | undefined;
  readonly set: (name: string, value: unknown) => void;
  readonly remove: (name: string) => void;
  readonly names: () => readonly string[];
  /** Allows writing to localStorage, and writes what was only held in memory; or forbids it from now on. */
  readonly persist: (allowed: boolean) => void;
};

/** Opens the values under `prefix`. Nothing is written to localStorage before `persist(true)`; a full or forbidden one falls back to memory. */
export const createBrowserStorage = (prefix: string): BrowserStorage => {
  const memory = new Map<string, string>();
  const disk = openLocalStorage();
  let persistent = false;

  const write = (name: string, json: string): void => {
    try {
      if (!persistent || !disk) throw 0;
      disk.setItem(prefix + name, json);
      memory.delete(name);
    } catch {
      memory.set(name, json);
    }
  };

  const remove = (name: string): void => {
    memory.delete(name);
    disk?.removeItem(prefix + name);
  };

  const names = (): readonly string[] => {
    const stored = Object.keys(disk ?? {}).filter((key) => key.startsWith(prefix));
    return [...new Set([...memory.keys(), ...stored.map((key) => key.slice(prefix.length))])];
  };

  return {
    get: (name) => parse(memory.get(name) ?? disk?.getItem(prefix + name)),
    set: (name, value) => write(name, JSON.stringify(value)),
    remove,
    names,
    persist: (allowed) => {
      persistent = allowed;
      for (const [name, json] of [...memory]) write(name, json);
    },
  };
};

/** Reading the property itself throws where cookies are blocked. */
const openLocalStorage = (): Storage | undefined => {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
};

/** Another script may have overwritten our key with something that is not JSON: that counts as absent. */
const parse = <T>(json: string | null | undefined): T | undefined => {
  try {
    return json ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
};
