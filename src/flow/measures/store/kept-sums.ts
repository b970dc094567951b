import type { KeptRow } from './kept-facts.ts';

/** What is known of the facts of an event: how many, when the newest was known (UTC ms), and all ids added without carrying. */
export interface Heard {
  readonly n: number;
  readonly latest: number;
  readonly ids: bigint;
}

/** What the views of the events keep of a workspace. */
export interface KeptFacts {
  readonly heard: ReadonlyMap<string, Heard>;
  /** How many facts of each event `event_hours` tells of. */
  readonly told: ReadonlyMap<string, number>;
  /** How many facts `person_days` tells of, and when the last is dated (UTC ms). */
  readonly active: number;
  readonly lastAt: number;
  /** The number of the newest merge or split; 0 when there was none. */
  readonly merges: number;
}

/** What the rows of all parts come to. */
export const keptFacts = (rows: readonly KeptRow[], merges: number): KeptFacts => {
  const heard = new Map<string, Heard>();
  const told = new Map<string, number>();
  let [active, lastAt] = [0, Number.NEGATIVE_INFINITY];
  for (const { table, event, n, latest, ids } of rows) {
    if (table === 'facts_heard') {
      const known = heard.get(event) ?? { n: 0, latest: 0, ids: 0n };
      heard.set(event, { n: known.n + n, latest: Math.max(known.latest, latest), ids: known.ids ^ BigInt(ids) });
    } else if (table === 'event_hours') told.set(event, (told.get(event) ?? 0) + n);
    else [active, lastAt] = [active + n, Math.max(lastAt, latest)];
  }
  return { heard, told, active, lastAt, merges };
};
