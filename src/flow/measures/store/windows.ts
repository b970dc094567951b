import type { Bind } from './statement.ts';

/** A stretch of time in UTC ms, `end` exclusive. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** The SQL by which facts are told apart by window. */
export interface WindowSql {
  /** The first instant of the piece of time in which a row's `at` lies: between two pieces no window begins or ends. */
  readonly piece: string;
  /** The same of an instant (ms). */
  readonly pieceOf: (instant: string) => string;
  /** The windows (numbered from 1) that contain the piece named `piece`. */
  readonly containing: string;
  /** Rows outside all windows are not read. */
  readonly within: string;
  /** The same of an instant (ms). */
  readonly holds: (instant: string) => string;
}

/**
 * How are facts counted in windows that may overlap? Each is put into a piece of time first, pieces are counted, and each window then joins
 * its pieces: so a day is counted once, whether one window has it or twenty-eight. Local days come in as instants, worked out by the calendar.
 */
export const windowSql = (windows: readonly Window[], bind: Bind): WindowSql => {
  const cuts = [...new Set(windows.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const pieces = bind('Array(Int64)', cuts, 'cuts');
  const starts = bind(
    'Array(Int64)',
    windows.map((window) => window.start),
    'starts',
  );
  const ends = bind(
    'Array(Int64)',
    windows.map((window) => window.end),
    'ends',
  );
  const first = bind('DateTime64(3)', new Date(cuts[0] ?? 0), 'first');
  const last = bind('DateTime64(3)', new Date(cuts.at(-1) ?? 0), 'last');
  const pieceOf = (instant: string): string => `roundDown(${instant}, ${pieces})`;
  return {
    piece: pieceOf('toUnixTimestamp64Milli(at)'),
    pieceOf,
    containing: `arrayFilter((w, window_start, window_end) -> window_start <= piece and piece < window_end, arrayEnumerate(${starts}), ${starts}, ${ends})`,
    within: `at >= ${first} and at < ${last}`,
    holds: (instant) => `${instant} >= toUnixTimestamp64Milli(${first}) and ${instant} < toUnixTimestamp64Milli(${last})`,
  };
};
