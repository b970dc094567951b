const MOST = 500;
const LONGEST_MS = 600_000;

/** Keeps answers until what they rest on changes. */
export interface AnswerCache<Answer> {
  /** The answer under this key, worked out once however many ask at the same time; a failure is not kept. */
  get(key: string, now: number, work: () => Promise<Answer>): Promise<Answer>;
}

/** A bounded memory of answers, the least recently used go first; none is kept longer than ten minutes. */
export const createAnswerCache = <Answer>(): AnswerCache<Answer> => {
  const kept = new Map<string, { readonly since: number; readonly answer: Promise<Answer> }>();
  return {
    get: (key, now, work) => {
      const held = kept.get(key);
      kept.delete(key);
      const entry = held !== undefined && now - held.since < LONGEST_MS ? held : { since: now, answer: work() };
      kept.set(key, entry);
      if (kept.size > MOST) kept.delete(kept.keys().next().value!);
      entry.answer.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return entry.answer;
    },
  };
};
