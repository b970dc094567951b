/**
 * Which of these words was probably meant? The one fewest slips away (a letter missing, extra, wrong or swapped with its neighbour), at
 * most one slip for up to five letters and two beyond; null when none is that near or two are equally near.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const most = word.length <= 2 ? 0 : word.length <= 5 ? 1 : 2;
  let best: string | null = null;
  let fewest = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const slips = slipsBetween(word, candidate, most);
    if (slips === fewest && candidate !== best) best = null;
    if (slips >= fewest) continue;
    fewest = slips;
    best = candidate;
  }
  return best;
}

// Optimal string alignment (Damerau–Levenshtein with each letter touched once); gives up with a number above `most`.
function slipsBetween(left: string, right: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
