import { addDays, dateOf } from '#kernel/calendar.ts';
import type { Turns } from '#platform/turns.ts';
import { readNight } from '../store/nights.ts';
import type { Place, SignalsDeps } from './deps.ts';
import { recompute, type SignalChanges } from './recompute.ts';

/** Days gone by whose scores are closed together at most; a workspace that slept longer has its history made anew. */
const MOST_CLOSING = 30;

/** Makes the signals of these accounts what the facts say now, and tells what crossed a line. Bears repetition, and tells it again for two weeks. */
export const react = async (deps: SignalsDeps, turns: Turns, place: Place, accounts: readonly number[]): Promise<SignalChanges> =>
  turns.take(place.ws, async () => {
    const now = deps.clock.now();
    const today = dateOf(now, place.timeZone);
    const night = await readNight(deps.postgres.db, place.ws);
    return recompute(deps, { place, accounts, now, closing: night === null ? [] : daysBefore(today, night.closingFrom) });
  });

const daysBefore = (today: string, from: string): readonly string[] => {
  const days: string[] = [];
  for (let day = addDays(today, -1); day >= from && days.length < MOST_CLOSING; day = addDays(day, -1)) days.push(day);
  return days;
};
