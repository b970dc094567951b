import { addDays, dateOf, daysBetween } from '#kernel/calendar.ts';
import { mrrStepsOf } from '../domain/lifecycle/subscription-steps.ts';
import { accountScope } from '../store/account-scope.ts';
import { spansOfUse } from '../store/health-facts.ts';
import { subscriptionBeliefs } from '../store/lifecycle-facts.ts';
import { keepScores } from '../store/scores.ts';
import { healthDefinition } from '../store/signal-versions.ts';
import { type Place, type SignalsDeps, worthOf } from './deps.ts';
import { healthOnDays } from './health.ts';
import { MOST_DAYS } from './heard.ts';

/** Days asked at once: the more, the fewer questions; each fact of use is told to as many of them as its window covers. */
export const DAYS_AT_ONCE = 90;
/** Account days that a history may have; a workspace with many accounts has a shorter one. */
const MOST_ROWS = 2_000_000;
/** What the change of 28 days needs: so many days are judged with every look at an account whose past is told anew. */
export const RECENT_DAYS = 40;

/** How many days back is the health of so many accounts judged? */
export const reachOf = (accounts: number): number =>
  Math.max(RECENT_DAYS, Math.min(MOST_DAYS, Math.floor(MOST_ROWS / Math.max(1, accounts))));

export interface Filling {
  readonly accounts: readonly number[];
  /** Days back from today: the latest, and the earliest that is judged. */
  readonly latest: number;
  readonly earliest: number;
  /** Does a piece of the work when it is its turn. */
  readonly take: (work: () => Promise<void>) => Promise<void>;
  /** So many pieces are done. */
  readonly tell: (round: number) => Promise<void>;
}

/** Judges the health of these accounts on days gone by on which they existed, the newest first, from what was known then. */
export const fillHealth = async (deps: SignalsDeps, place: Place, { accounts, latest, earliest, take, tell }: Filling): Promise<void> => {
  const { db } = deps.postgres;
  const [scope, definition] = await Promise.all([accountScope(db, place.ws, accounts), healthDefinition(db, place.ws)]);
  const asOf = deps.clock.now();
  const today = dateOf(asOf, place.timeZone);
  const [beliefs, spans] = await Promise.all([
    subscriptionBeliefs(deps.clickhouse, scope, asOf),
    spansOfUse(deps.clickhouse, { scope, asOf }),
  ]);
  const worth = await worthOf(deps, place);
  const mrrSteps = new Map([...beliefs].map(([account, ofOne]) => [account, mrrStepsOf(ofOne, place.timeZone, worth)]));
  const begins = [
    ...[...mrrSteps.values()].flatMap((steps) => steps.map((step) => step.at)),
    ...[...spans.values()].map((span) => span.first),
  ];
  if (begins.length === 0) return;
  const first = dateOf(
    begins.reduce((a, b) => Math.min(a, b)),
    place.timeZone,
  );
  const last = Math.min(earliest, daysBetween(first, today));
  for (let back = latest; back <= last; back += DAYS_AT_ONCE) {
    const days = Array.from({ length: Math.min(DAYS_AT_ONCE, last - back + 1) }, (_, index) => addDays(today, -(back + index)));
    await take(async () => {
      const { scores: rows } = await healthOnDays(deps, { place, scope, days, definition, asOf, mrrSteps, spans });
      await deps.postgres.transaction((tx) => keepScores(tx, place.ws, 'health', { accounts, days, rows }));
    });
    await tell(Math.ceil((back - latest + 1) / DAYS_AT_ONCE));
  }
};
