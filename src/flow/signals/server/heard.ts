import { addDays, dateOf, daysBetween, startOfDate } from '#kernel/calendar.ts';
import { firstDifference, freshFactors, type HeardNote } from '../domain/health/heard-note.ts';
import { heardBy } from '../store/health-facts.ts';
import { readHeardNote, writeHeardNote } from '../store/past.ts';
import { healthDefinition } from '../store/signal-versions.ts';
import type { Place, SignalsDeps } from './deps.ts';

/** The most days that are ever judged. */
export const MOST_DAYS = 730;

const FIRST_DAY = '1970-01-01';

/** The local day from which on something is new, of a mark on an account (days since 1970 in UTC): zones reach a day further. */
export const localDayOf = (pastFrom: number): string => addDays(FIRST_DAY, pastFrom - 1);

/** That mark, of a local day. */
const pastFromOf = (day: string): number => daysBetween(FIRST_DAY, day) + 1;

/** Notes of which sources a workspace had fresh data on which days gone by: from now on, accounts are judged by that. */
export const noteHeard = async (deps: SignalsDeps, place: Place): Promise<void> =>
  writeHeardNote(deps.postgres.db, place.ws, await heardNote(deps, place));

/**
 * Health of all accounts hangs on how fresh a source is in the workspace. When facts of the past made one fresh on days on which it had not been (or the
 * other way), asks for another look at everybody from the first such day on; days that have just gone by are none. Notes what holds now.
 */
export const askWhereHeardChanged = async (
  deps: SignalsDeps,
  place: Place,
  { touchAll, isNewDay = false }: { readonly touchAll: (ws: number, pastFrom: number) => Promise<void>; readonly isNewDay?: boolean },
): Promise<void> => {
  const [before, now] = await Promise.all([readHeardNote(deps.postgres.db, place.ws), heardNote(deps, place)]);
  const day = firstDifference(before, now, { isNewDay });
  if (day !== undefined) await touchAll(place.ws, pastFromOf(day));
  if (day !== undefined || isNewDay) await writeHeardNote(deps.postgres.db, place.ws, now);
};

const heardNote = async (deps: SignalsDeps, { ws, timeZone: zone }: Place): Promise<HeardNote> => {
  const asOf = deps.clock.now();
  const today = dateOf(asOf, zone);
  const days = Array.from({ length: MOST_DAYS }, (_, index) => addDays(today, -(index + 1)));
  const [definition, heard] = await Promise.all([
    healthDefinition(deps.postgres.db, ws),
    heardBy(deps.clickhouse, { ws, days, zone, asOf }),
  ]);
  return Object.fromEntries(
    days.map((day) => [day, freshFactors(definition, heard.get(day)!, { day, instant: startOfDate(addDays(day, 1), zone) - 1 })]),
  );
};
