/** The place up to which half of all counted have been met, from 0; null when none is counted. */
export const middleOf = (counts: readonly number[]): number | null => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let met = 0;
  return counts.findIndex((count) => {
    met += count;
    return met * 2 >= all;
  });
};
