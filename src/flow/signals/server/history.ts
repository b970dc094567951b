import type { Turns } from '#platform/turns.ts';
import { accountsAfter, countAccounts } from '../store/account-scope.ts';
import { clearDue } from '../store/past.ts';
import { type Progress, writeProgress } from '../store/progress.ts';
import type { Place, SignalsDeps } from './deps.ts';
import { DAYS_AT_ONCE, fillHealth, reachOf } from './fill-health.ts';
import { noteHeard } from './heard.ts';
import { scorePeopleWithoutAccount } from './lead.ts';
import { recompute } from './recompute.ts';

export const HISTORY = 'history';

const CHUNK = 1_000;
/** Makes the whole history of a workspace anew: where each account stands, then its health day by day, the newest first. Says how far it is. */
export const recomputeHistory = async (deps: SignalsDeps, turns: Turns, place: Place): Promise<void> => {
  const { db } = deps.postgres;
  const startedAt = deps.clock.now();
  await beginAnew(deps, place);
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
    await fillHealth(deps, place, {
      ...{ accounts: chunk, latest: 1, earliest: reach },
      take: (work) => turns.take(place.ws, work),
      tell: (round) => tell(done + round),
    });
    done += rounds;
    await tell(done);
  }
  await scorePeopleWithoutAccount(deps, place.ws, 'all');
  await tell(steps, deps.clock.now());
};

/** Judges the past of a workspace in which nothing else works yet, and asks for a look at nobody: health day by day, and people without an account. */
export const judgePast = async (deps: SignalsDeps, place: Place): Promise<void> => {
  await beginAnew(deps, place);
  const reach = reachOf(await countAccounts(deps.postgres.db, place.ws));
  const chunks = chunksOf(deps, place.ws);
  const workOff = async (): Promise<void> => {
    for await (const accounts of chunks)
      await fillHealth(deps, place, { accounts, latest: 1, earliest: reach, take: (work) => work(), tell: async () => undefined });
  };
  // Two at once: while one is counted in the event store, the other is judged here and written.
  await Promise.all([workOff(), workOff()]);
  await scorePeopleWithoutAccount(deps, place.ws, 'all');
};

/** All of the past is judged now: what was asked for one by one is done with it, and what is told of the past from here on is asked for again. */
const beginAnew = async (deps: SignalsDeps, place: Place): Promise<void> => {
  await deps.leavePast?.(place.ws);
  await clearDue(deps.postgres.db, place.ws);
  await noteHeard(deps, place);
};

async function* chunksOf(deps: SignalsDeps, ws: number): AsyncGenerator<readonly number[]> {
  for (let after = 0; ; ) {
    const chunk = await accountsAfter(deps.postgres.db, ws, after, CHUNK);
    const last = chunk.at(-1);
    if (last === undefined) return;
    yield chunk;
    after = last;
  }
}
