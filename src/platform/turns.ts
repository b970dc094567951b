/** Lets one piece of work at a time go on in a workspace: of two that read and write, the later one must have read later. */
export interface Turns {
  take<T>(ws: number, work: () => Promise<T>): Promise<T>;
}

/** Turns of this process. */
export const createTurns = (): Turns => {
  const last = new Map<number, Promise<unknown>>();
  return {
    take: (ws, work) => {
      const mine = (last.get(ws) ?? Promise.resolve()).then(work, work);
      const settled = mine.catch(() => undefined);
      last.set(ws, settled);
      void settled.then(() => {
        if (last.get(ws) === settled) last.delete(ws);
      });
      return mine;
    },
  };
};
