/** An hour of the tables of hours, and a day of UTC, in ms. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

interface Stretch {
  /** A day of UTC by its number since 1970, exclusive. */
  readonly until: number;
  /** 0 where days are whole. */
  readonly hour: number;
}

/** At which hour days of UTC are cut in two, mostly at one; from a change of the clocks on at another. */
export type DayCuts = readonly Stretch[];

// Each stretch makes a statement longer; these are ten years of changing clocks.
const MOST = 20;

/**
 * At which hours must days of UTC be cut, so that these instants (UTC ms) lie between pieces? Null when no such cuts do: instants within an hour, several hours of a day,
 * or too many changes.
 */
export const dayCuts = (instants: readonly number[]): DayCuts | null => {
  const hours = new Map<number, number>();
  for (const instant of instants) {
    const day = Math.floor(instant / DAY_MS);
    const hour = (instant - day * DAY_MS) / HOUR_MS;
    const other = hours.get(day) ?? 0;
    if (!Number.isInteger(hour) || (other > 0 && hour > 0 && other !== hour)) return null;
    hours.set(day, Math.max(hour, other));
  }
  const stretches: Stretch[] = [];
  for (const [day, hour] of [...hours].sort(([a], [b]) => a - b)) {
    const last = stretches.pop();
    if (last !== undefined && last.hour !== hour) stretches.push({ ...last, until: day });
    stretches.push({ hour, until: Number.POSITIVE_INFINITY });
  }
  return stretches.length > MOST ? null : stretches;
};

/** The columns of a piece of a day: when it begins (UTC ms), whether something happened in it, and how much. */
export interface DayPiece {
  readonly begins: string;
  readonly isActive: string;
  readonly count: string;
}

/** A whole day has a row only when something happened in it. */
export const ALWAYS = 'true';

const WHOLE: readonly DayPiece[] = [{ begins: 'begins', isActive: ALWAYS, count: 'n' }];
const CUT: readonly DayPiece[] = [
  { begins: 'begins', isActive: 'is_early', count: 'early' },
  { begins: 'late_begins', isActive: 'is_late', count: 'late' },
];

/** The pieces that days are cut into: one, or the hours before the cut and those from it on. */
export const dayPieces = (cuts: DayCuts): readonly DayPiece[] => (cuts.every(({ hour }) => hour === 0) ? WHOLE : CUT);

/**
 * Columns beside those of `person_days` in which its pieces are told. Only those that begin between two instants (UTC ms, the end exclusive) are active; where a stretch is
 * not cut, nothing is before.
 */
export const pieceColumns = (cuts: DayCuts, [since, until]: readonly [number, number]): string => {
  const begins = `toInt64(day) * ${DAY_MS} as begins`;
  if (dayPieces(cuts) === WHOLE) return begins;
  const byStretch = (sql: (hour: number) => string): string => {
    const [last, ...earlier] = cuts.toReversed();
    const tests = earlier.toReversed().map(({ until: end, hour }) => `day < ${end}, ${sql(hour)}`);
    return tests.length === 0 ? sql(last!.hour) : `multiIf(${[...tests, sql(last!.hour)].join(', ')})`;
  };
  const isWithin = (column: string): string =>
    // What is not a whole hour is the present, after which nothing is.
    [
      ...(since % DAY_MS === 0 ? [] : [` and ${column} >= ${since}`]),
      ...(until % DAY_MS === 0 || until % HOUR_MS !== 0 ? [] : [` and ${column} < ${until}`]),
    ].join('');
  return [
    begins,
    `begins + ${HOUR_MS} * ${byStretch(String)} as late_begins`,
    `toUInt32(${byStretch((hour) => String(2 ** hour - 1))}) as early_hours`,
    `bitAnd(hours, early_hours) > 0${isWithin('begins')} as is_early`,
    `hours > early_hours${isWithin('late_begins')} as is_late`,
    `toUInt64(${byStretch(countBefore)}) as early`,
    'toUInt64(n - early) as late',
  ].join(', ');
};

// As migration 0013 lays the counts out.
const countBefore = (hour: number): string => {
  if (hour === 0) return '0';
  const column = ['night', 'morning', 'evening'][Math.floor((hour - 1) / 8)]!;
  return `bitAnd(bitShiftRight(${column}, ${((hour - 1) % 8) * 32}), 4294967295)`;
};
