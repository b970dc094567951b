import type { Behaviour, EarlyCounts } from './starts.ts';

/** A behaviour with which customers showed it: 1 or 0, in their order. */
export interface Candidate extends Behaviour {
  readonly shown: Uint8Array;
  readonly count: number;
}

const TIMES = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500];
const PEOPLE = [2, 3, 4, 5, 7, 10, 15, 20];

/** Fewer than these on either side of a threshold, of customers and as a share of them, say nothing. */
const LEAST = 8;
const LEAST_SHARE = 0.04;

/**
 * Which thresholds of early behaviour divide the customers into two groups worth comparing? The same division is tried once: of several behaviours that
 * the very same customers show, the first named (fewest people, fewest times, then as the counts come) stands for all.
 */
export const candidatesOf = (counts: readonly EarlyCounts[]): readonly Candidate[] => {
  const seen = new Set<string>();
  return counts.flatMap((early) =>
    thresholds(early).flatMap((behaviour) => {
      const candidate = shownBy(early, behaviour);
      const size = candidate.shown.length;
      const least = Math.max(LEAST, size * LEAST_SHARE);
      if (candidate.count < least || size - candidate.count < least) return [];
      const key = `${early.event}\n${early.feature ?? ''}\n${candidate.shown.join('')}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [candidate];
    }),
  );
};

const thresholds = ({ event, feature, withinDays }: EarlyCounts): readonly Behaviour[] => [
  ...TIMES.map((times) => ({ event, feature, withinDays, times, people: 1 })),
  ...PEOPLE.map((people) => ({ event, feature, withinDays, times: people, people })),
];

/** Which customers showed this behaviour? */
export const shownBy = ({ times, people }: EarlyCounts, behaviour: Behaviour): Candidate => {
  const shown = new Uint8Array(times.length);
  let count = 0;
  for (let index = 0; index < shown.length; index++) {
    // Facts that name nobody were somebody's all the same.
    if (times[index]! < behaviour.times || (behaviour.people > 1 && people[index]! < behaviour.people)) continue;
    shown[index] = 1;
    count++;
  }
  return { ...behaviour, shown, count };
};
