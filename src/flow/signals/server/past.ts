import { addDays, dateOf, daysBetween } from '#kernel/calendar.ts';
import type { Turns } from '#platform/turns.ts';
import { countAccounts } from '../store/account-scope.ts';
import { countLonePeople } from '../store/lead-people.ts';
import { dueAccounts, dueInAll, pastIsJudged } from '../store/past.ts';
import { writeProgress } from '../store/progress.ts';
import type { Place, SignalsDeps } from './deps.ts';
import { DAYS_AT_ONCE, fillHealth, RECENT_DAYS, reachOf } from './fill-health.ts';
import { HISTORY } from './history.ts';
import { scorePeopleWithoutAccount } from './lead.ts';

/** The queue of this work. */
export const PAST_QUEUE = 'signals-past';
const CHUNK = 1_000;
/** More people without an account than this are scored anew when their records change, and with every new day. */
const MOST_LONE_PEOPLE = 100_000;

/**
 * Judges the health of days gone by of those accounts of which the past was told anew: once each, whatever files it came in, from the first day of which
 * something is new. What looks at them judges the last weeks itself. Ends when files come in again, and goes on when it is asked for after them.
 */
export const workOffPast = async (
  deps: SignalsDeps,
  turns: Turns,
  place: Place,
  { withPeople }: { readonly withPeople: boolean },
): Promise<void> => {
  const { db } = deps.postgres;
  const all = await dueInAll(db, place.ws);
  const reach = reachOf(await countAccounts(db, place.ws));
  const startedAt = deps.clock.now();
  const total = all === null ? 0 : Math.ceil(all.accounts / CHUNK) * roundsOf(backOf(deps, place, all.from, reach));
  const tell = async (done: number, finishedAt: number | null = null): Promise<void> => {
    if (total > 0) await writeProgress(db, place.ws, HISTORY, { done: Math.min(done, total), total, startedAt, finishedAt });
  };
  await tell(0);
  for (let done = 0; ; ) {
    if (deps.isBringing?.(place.ws)) return;
    const due = await dueAccounts(db, place.ws, CHUNK);
    const from = due.at(-1)?.from;
    if (from === undefined) break;
    const earliest = backOf(deps, place, from, reach);
    await fillHealth(deps, place, {
      accounts: due.map((one) => one.account),
      latest: RECENT_DAYS + 1,
      earliest,
      take: (work) => turns.take(place.ws, work),
      tell: (round) => tell(done + round),
    });
    await pastIsJudged(db, place.ws, due);
    done += roundsOf(earliest);
  }
  await tell(total, deps.clock.now());
  if (!withPeople) return;
  await scorePeopleWithoutAccount(deps, place.ws, (await countLonePeople(db, place.ws)) > MOST_LONE_PEOPLE ? 'changed' : 'all');
};

const roundsOf = (earliest: number): number => Math.max(1, Math.ceil((earliest - RECENT_DAYS) / DAYS_AT_ONCE));

/** How many days back from today, within reach. */
const backOf = (deps: SignalsDeps, place: Place, from: string, reach: number): number =>
  Math.min(reach, daysBetween(from, dateOf(deps.clock.now(), place.timeZone)));

/** The day before which a look leaves days gone by to be judged later. */
export const recentFrom = (today: string): string => addDays(today, -RECENT_DAYS);

/** What this work is asked with; `withPeople` when people without an account may have to be scored anew as well. */
export interface PastWork {
  readonly ws: number;
  readonly withPeople: boolean;
}

/** Queues this work; it ends at once when there is none. */
export const askForPastWork = (deps: SignalsDeps, work: PastWork): Promise<void> =>
  deps.jobs.send(PAST_QUEUE, work, { singletonKey: `${work.ws} ${work.withPeople}` });
