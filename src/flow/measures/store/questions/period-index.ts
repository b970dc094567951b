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
  if (kept.length <= 1) return `toInt32(${kept[0]?.index ?? 0})`;
  const starts = bind(
    'Array(Int64)',
    kept.map(({ start }) => start),
  );
  const first = kept[0]!.index;
  const isWhole = kept.every(({ index }, n) => index === first + n);
  const numbers = isWhole
    ? `range(toInt32(${first}), toInt32(${first + kept.length}))`
    : bind(
        'Array(Int32)',
        kept.map(({ index }) => index),
      );
  // roundDown searches, indexOf would count: 400 days are a few steps.
  return `transform(roundDown(${t}, ${starts}), ${starts}, ${numbers}, toInt32(0))`;
};
