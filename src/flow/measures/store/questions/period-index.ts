import type { Bind } from '../statement.ts';

/** A stretch of time that has a number; UTC ms, the end exclusive. */
export interface NumberedSpan {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** The stretches that follow upon each other at these bounds, numbered from `first` on. */
export const spansBetween = (bounds: readonly number[], first: number): readonly NumberedSpan[] =>
  bounds.slice(0, -1).map((start, n) => ({ index: first + n, start, end: bounds[n + 1]! }));

/**
 * The SQL of the number of the stretch that the instant `t` (ms) lies in. Expects stretches without holes in order of time, and `t` within them. A day
 * that a zone skipped has no length: no instant lies in it. Bounds are computed here, so that a day is the same in all engines.
 */
export const periodIndex = (spans: readonly NumberedSpan[], t: string, bind: Bind): string => {
  const kept = spans.filter(({ start, end }) => start < end);
  const runs = runsOf(kept);
  return runs.length > MOST_RUNS ? searched(kept, t, bind) : divided(runs, t, bind);
};

/** Stretches of one length that follow upon each other: a year of days is five, between the changes of clocks. */
interface Run extends NumberedSpan {
  readonly length: number;
}

const MOST_RUNS = 12;

const runsOf = (spans: readonly NumberedSpan[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const { index, start, end } of spans) {
    const last = runs.at(-1);
    const follows = last !== undefined && end - start === last.length && index === last.index + (start - last.start) / last.length;
    if (follows) runs[runs.length - 1] = { ...last, end };
    else runs.push({ index, start, end, length: end - start });
  }
  return runs;
};

// Dividing takes half the time of searching.
const divided = (runs: readonly Run[], t: string, bind: Bind): string => {
  const numbers = runs.map(({ index, start, end, length }) =>
    end - start === length ? `toInt32(${index})` : `toInt32(${index} + intDiv(${t} - ${bind('Int64', start)}, ${bind('Int64', length)}))`,
  );
  if (numbers.length <= 1) return numbers[0] ?? 'toInt32(0)';
  const tests = runs.slice(0, -1).map(({ end }, run) => `${t} < ${bind('Int64', end)}, ${numbers[run]}`);
  return `multiIf(${[...tests, numbers.at(-1)].join(', ')})`;
};

// roundDown searches by halves, indexOf would compare with every bound: twenty times slower over half a year of days.
const searched = (spans: readonly NumberedSpan[], t: string, bind: Bind): string => {
  const bounds = (type: string, numbers: readonly number[]): string => bind(`Array(${type})`, numbers);
  const starts = bounds(
    'Int64',
    spans.map(({ start }) => start),
  );
  const numbers = bounds(
    'Int32',
    spans.map(({ index }) => index),
  );
  return `transform(roundDown(${t}, ${starts}), ${starts}, ${numbers}, toInt32(0))`;
};
