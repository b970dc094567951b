import { addDays } from '#kernel/calendar.ts';

/** A score of a day, as far as a crossing needs it. */
export interface BandDay {
  readonly day: string;
  readonly band: string;
}

/** A signal of an account that went from one band to another, at the close of a local day. */
export interface Crossing {
  readonly from: string;
  readonly to: string;
  readonly day: string;
}

/**
 * Into which band did the signal last cross, on or after `since`? Days without enough data are passed over: a band that comes back after them is no
 * crossing, nor is the first one ever. `days` are in order.
 */
export const lastCrossing = (days: readonly BandDay[], since: string): Crossing | null => {
  const said = days.filter((one) => one.band !== 'unknown');
  for (let index = said.length - 1; index > 0; index--) {
    const [before, now] = [said[index - 1]!, said[index]!];
    if (now.day < since) return null;
    if (before.band !== now.band) return { from: before.band, to: now.band, day: now.day };
  }
  return null;
};

/** For how many days back is a crossing told again, so that whoever missed it hears of it? Who heard acts once. */
export const TOLD_DAYS = 14;

/** The first local date whose crossings are told on `today`. */
export const toldSince = (today: string): string => addDays(today, -TOLD_DAYS);
