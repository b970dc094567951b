import { addDays, dateOf } from '#kernel/calendar.ts';
import type { Turns } from '#platform/turns.ts';
import { readNight } from '../store/nights.ts';
import { askForPast, type DueAccount } from '../store/past.ts';
import type { Place, SignalsDeps } from './deps.ts';
import { RECENT_DAYS } from './fill-health.ts';
import { localDayOf } from './heard.ts';
import { askForPastWork, recentFrom } from './past.ts';
import { recompute, type SignalChanges } from './recompute.ts';

/** Days gone by whose scores are closed together at most; a workspace that slept longer has its history made anew. */
const MOST_CLOSING = 30;

/** An account to look at, and the first day (UTC, days since 1970) of which something new is known; null when it is told of now alone. */
export interface Touched {
  readonly num: number;
  readonly pastFrom: number | null;
}

/**
 * Makes the signals of these accounts what the facts say now, and tells what crossed a line. Bears repetition, and tells it again for two weeks. Where the
 * past is told anew, the health of the last weeks is judged with it, and that of earlier days is asked for.
 */
export const react = async (deps: SignalsDeps, turns: Turns, place: Place, touched: readonly Touched[]): Promise<SignalChanges> => {
  const today = dateOf(deps.clock.now(), place.timeZone);
  const late = touched.flatMap(({ num, pastFrom }) => (pastFrom === null ? [] : [{ account: num, from: localDayOf(pastFrom) }]));
  const past = late.filter(({ from }) => from < today);
  const isPast = new Set(past.map(({ account }) => account));
  const changes: SignalChanges[] = [];
  if (past.length > 0) changes.push(await reactToPast(deps, turns, place, past));
  const live = touched.flatMap(({ num }) => (isPast.has(num) ? [] : [num]));
  if (live.length > 0) changes.push(await look(deps, turns, place, { accounts: live, from: today }));
  return {
    accounts: changes.flatMap(({ accounts }) => accounts),
    crossings: changes.flatMap(({ crossings }) => crossings),
    entries: changes.flatMap(({ entries }) => entries),
  };
};

const reactToPast = async (deps: SignalsDeps, turns: Turns, place: Place, past: readonly DueAccount[]): Promise<SignalChanges> => {
  const recent = recentFrom(dateOf(deps.clock.now(), place.timeZone));
  // The later of the first day that is told anew and the last weeks.
  const [from = recent] = past.map((one) => one.from).sort();
  const accounts = past.map(({ account }) => account);
  const changes = await look(deps, turns, place, { accounts, from: [from, recent].sort()[1]! });
  const due = past.filter(({ from }) => from < recent);
  await askForPast(deps.postgres.db, place.ws, due);
  if (due.length > 0) await askForPastWork(deps, { ws: place.ws, withPeople: false });
  return changes;
};

/** Looks at accounts, and judges their health of the local days from one on as well as of those that are being closed. */
const look = (
  deps: SignalsDeps,
  turns: Turns,
  place: Place,
  { accounts, from }: { readonly accounts: readonly number[]; readonly from: string },
): Promise<SignalChanges> =>
  turns.take(place.ws, async () => {
    const now = deps.clock.now();
    const today = dateOf(now, place.timeZone);
    const night = await readNight(deps.postgres.db, place.ws);
    const closing = night === null ? [] : daysBefore(today, night.closingFrom, MOST_CLOSING);
    return recompute(deps, { place, accounts, now, closing: [...closing, ...daysBefore(today, from, RECENT_DAYS)] });
  });

const daysBefore = (today: string, from: string, most: number): readonly string[] => {
  const days: string[] = [];
  for (let day = addDays(today, -1); day >= from && days.length < most; day = addDays(day, -1)) days.push(day);
  return days;
};
