import { addDays, dateOf, daysBetween } from '#kernel/calendar.ts';
import type { Turns } from '#platform/turns.ts';
import { mrrStepsOf } from '../domain/lifecycle/subscription-steps.ts';
import { accountScope, accountsAfter, countAccounts } from '../store/account-scope.ts';
import { spansOfUse } from '../store/health-facts.ts';
import { subscriptionBeliefs } from '../store/lifecycle-facts.ts';
import { type Progress, writeProgress } from '../store/progress.ts';
import { clearScores, writeScores } from '../store/scores.ts';
import { healthDefinition } from '../store/signal-versions.ts';
import { type Place, type SignalsDeps, worthOf } from './deps.ts';
import { healthOnDays, scoreRows } from './health.ts';
import { scorePeopleWithoutAccount } from './lead.ts';
import { recompute } from './recompute.ts';

export const HISTORY = 'history';

const CHUNK = 1_000;
/** Days asked at once: the more, the fewer questions; each fact of use is told to as many of them as its window covers. */
const DAYS_AT_ONCE = 90;
const MOST_DAYS = 730;
/** Account days that a history may have; a workspace with many accounts has a shorter one. */
const MOST_ROWS = 2_000_000;
/** What the change of 28 days needs. */
const LEAST_DAYS = 40;

/** Makes the whole history of a workspace anew: where each account stands, then its health day by day, the newest first. Says how far it is. */
export const recomputeHistory = async (deps: SignalsDeps, turns: Turns, place: Place): Promise<void> => {
  const { db } = deps.postgres;
  const startedAt = deps.clock.now();
  const accounts = await countAccounts(db, place.ws);
  const chunks = Math.ceil(accounts / CHUNK);
  const reach = reachOf(accounts);
  // Of a chunk: where it stands, then its health, so many days at once.
  const rounds = Math.ceil(reach / DAYS_AT_ONCE);
  const steps = chunks * (1 + rounds) || 1;
  const tell = (done: number, finishedAt: number | null = null): Promise<void> =>
    writeProgress(db, place.ws, HISTORY, { done: Math.min(done, steps), total: steps, startedAt, finishedAt } satisfies Progress);
  let done = 0;
  await tell(done);
  for await (const chunk of chunksOf(deps, place.ws)) {
    await turns.take(place.ws, () => recompute(deps, { place, accounts: chunk, now: deps.clock.now(), closing: [] }));
    await tell(++done);
  }
  for await (const chunk of chunksOf(deps, place.ws)) {
    const take: Take = (work) => turns.take(place.ws, work);
    await fillHealth(deps, place, { accounts: chunk, reach, take, tell: (round) => tell(done + round) });
    done += rounds;
    await tell(done);
  }
  await scorePeopleWithoutAccount(deps, place.ws, 'all');
  await tell(steps, deps.clock.now());
};

/** Judges the past of a workspace in which nothing else works yet, and asks for a look at nobody: health day by day, and people without an account. */
export const judgePast = async (deps: SignalsDeps, place: Place): Promise<void> => {
  const reach = reachOf(await countAccounts(deps.postgres.db, place.ws));
  const chunks = chunksOf(deps, place.ws);
  const workOff = async (): Promise<void> => {
    for await (const accounts of chunks)
      await fillHealth(deps, place, { accounts, reach, take: (work) => work(), tell: async () => undefined });
  };
  // Two at once: while one is counted in the event store, the other is judged here and written.
  await Promise.all([workOff(), workOff()]);
  await scorePeopleWithoutAccount(deps, place.ws, 'all');
};

const reachOf = (accounts: number): number => Math.max(LEAST_DAYS, Math.min(MOST_DAYS, Math.floor(MOST_ROWS / Math.max(1, accounts))));

async function* chunksOf(deps: SignalsDeps, ws: number): AsyncGenerator<readonly number[]> {
  for (let after = 0; ; ) {
    const chunk = await accountsAfter(deps.postgres.db, ws, after, CHUNK);
    const last = chunk.at(-1);
    if (last === undefined) return;
    yield chunk;
    after = last;
  }
}

type Take = (work: () => Promise<void>) => Promise<void>;

interface Filling {
  readonly accounts: readonly number[];
  readonly reach: number;
  /** Does a piece of the work when it is its turn. */
  readonly take: Take;
  readonly tell: (round: number) => Promise<void>;
}

/** Judges the health of these accounts on every day up to yesterday on which they existed, as far back as `reach` days, from what was known then. */
const fillHealth = async (deps: SignalsDeps, place: Place, { accounts, reach, take, tell }: Filling): Promise<void> => {
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
  const count = Math.min(reach, daysBetween(first, today));
  for (let back = 1; back <= count; back += DAYS_AT_ONCE) {
    const days = Array.from({ length: Math.min(DAYS_AT_ONCE, count - back + 1) }, (_, index) => addDays(today, -(back + index)));
    await take(async () => {
      const { days: judged } = await healthOnDays(deps, { place, scope, days, definition, asOf, mrrSteps });
      const rows = scoreRows(judged);
      await deps.postgres.transaction(async (tx) => {
        await clearScores(tx, place.ws, { signal: 'health', accounts, days });
        await writeScores(tx, place.ws, 'health', rows);
      });
    });
    await tell(Math.ceil(back / DAYS_AT_ONCE));
  }
};
