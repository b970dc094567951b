/** The quantile of a level between 0 and 1 (0.5 is the median), linear between the two nearest values (Hyndman and Fan, 1996, definition 7); expects values. */
export function quantile(values: readonly number[], level: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = level * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}
