const MOST = 500;
const LONGEST_MS = 600_000;

/** Keeps answers until what they rest on changes. */
export interface AnswerCache<Answer> {
  /** The answer under this key, worked out once however many ask at the same time; a failure is not kept. */
  get(key: string, now: number, work: () => Promise<Answer>): Promise<Answer>;
  /** Is there an answer under this key, worked out or in the making? */
  has(key: string, now: number): boolean;
}

/** A bounded memory of answers, the least recently used go first; none is kept longer than ten minutes. */
export const createAnswerCache = <Answer>(): AnswerCache<Answer> => {
  const kept = new Map<string, { readonly since: number; readonly answer: Promise<Answer> }>();
  const heldOf = (key: string, now: number) => {
    const held = kept.get(key);
    return held !== undefined && now - held.since < LONGEST_MS ? held : undefined;
  };
  return {
    has: (key, now) => heldOf(key, now) !== undefined,
    get: (key, now, work) => {
      const held = heldOf(key, now);
      const entry = held ?? { since: now, answer: work() };
      kept.delete(key);
      kept.set(key, entry);
      if (kept.size > MOST) kept.delete(kept.keys().next().value!);
      entry.answer.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      // Work of another may have been stopped because he left: who came later does it himself.
      return held === undefined ? entry.answer : entry.answer.catch(work);
    },
  };
};
