import type { CustomerStart } from './starts.ts';

/** Fewer customers than these make no group of their own. */
const LEAST_GROUP = 12;
const MOST_PLANS = 6;
const MOST_COHORTS = 6;

/**
 * The columns by which customers are made comparable: one of ones, their plan, their size (logarithm of seats) and the month in which they began,
 * neighbouring months taken together where few began. Columns that say nothing new are left out.
 */
export const columnsOfLikeness = (starts: readonly CustomerStart[]): readonly Float64Array[] => [
  new Float64Array(starts.length).fill(1),
  ...groupColumns(plansOf(starts)),
  ...sizeColumns(starts),
  ...groupColumns(cohortsOf(starts)),
];

const plansOf = (starts: readonly CustomerStart[]): readonly string[] => {
  const sizes = countsOf(starts.map(({ plan }) => plan));
  const large = [...sizes].filter(([, n]) => n >= LEAST_GROUP).sort((a, b) => b[1] - a[1]);
  const own = new Set(large.slice(0, MOST_PLANS).map(([plan]) => plan));
  return starts.map(({ plan }) => (own.has(plan) ? plan : ''));
};

const sizeColumns = (starts: readonly CustomerStart[]): readonly Float64Array[] => {
  const known = starts.flatMap(({ seats }) => (seats === null ? [] : [Math.log2(1 + seats)]));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  if (new Set(known).size < 2) return [];
  const sizes = Float64Array.from(starts, ({ seats }) => (seats === null ? 0 : Math.log2(1 + seats) - mean));
  const unknown = Float64Array.from(starts, ({ seats }) => (seats === null ? 1 : 0));
  const missing = starts.length - known.length;
  return missing >= LEAST_GROUP ? [sizes, unknown] : [sizes];
};

// As many groups of months as there are customers for, each of about as many.
const cohortsOf = (starts: readonly CustomerStart[]): readonly string[] => {
  const months = [...countsOf(starts.map(({ startedOn }) => startedOn.slice(0, 7)))].sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = Math.min(MOST_COHORTS, Math.floor(starts.length / (2 * LEAST_GROUP)));
  let before = 0;
  const groupOf = new Map(
    months.map(([month, n]) => {
      const group = Math.min(groups - 1, Math.floor(((before + n / 2) / starts.length) * groups));
      before += n;
      return [month, String(group)];
    }),
  );
  return starts.map(({ startedOn }) => groupOf.get(startedOn.slice(0, 7))!);
};

// The largest group is what the others are compared with.
const groupColumns = (groups: readonly string[]): readonly Float64Array[] => {
  const sizes = [...countsOf(groups)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sizes
    .slice(1)
    .filter(([, n]) => n >= LEAST_GROUP)
    .map(([group]) => Float64Array.from(groups, (own) => (own === group ? 1 : 0)));
};

const countsOf = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
