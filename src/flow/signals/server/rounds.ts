import { AppError } from '#kernel/app-error.ts';
import { dateOf } from '#kernel/calendar.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import type { Turns } from '#platform/turns.ts';
import { accountsAfter } from '../store/account-scope.ts';
import { openDay } from '../store/nights.ts';
import type { SignalsDeps } from './deps.ts';
import { askWhereHeardChanged } from './heard.ts';
import { recomputeHistory } from './history.ts';
import { scorePeopleWithoutAccount } from './lead.ts';
import { askForPastWork, PAST_QUEUE, type PastWork, workOffPast } from './past.ts';

const HISTORY_QUEUE = 'signals-history';
const ROUND_QUEUE = 'signals-round';
const EVERY_TEN_MINUTES = '*/10 * * * *';
// The first pages go first.
const AFTER_START_SECONDS = 10;
const CHUNK = 5_000;

/** The work that signals do by themselves: a new local day, people whom no account's reaction reaches, histories that were asked for. */
export interface Rounds {
  /** Declares the queues; work begins when the queue of jobs does. */
  define(): Promise<void>;
  /** One round through all workspaces, as it runs soon after the start and every ten minutes. */
  walk(): Promise<void>;
  askForHistory(ws: number): Promise<void>;
  /** After facts of the past came or went: whoever that concerns waits for a look, and their past is judged. */
  askForPast(ws: number): Promise<void>;
  touchAll(ws: number): Promise<void>;
  /** The workspace of a number; refuses one that does not exist. */
  placeOf(ws: number): Promise<WorkspaceContext>;
}

/** Makes the rounds. */
export const createRounds = (deps: SignalsDeps, turns: Turns): Rounds => {
  const placeOf = async (ws: number): Promise<WorkspaceContext> => {
    const place = (await deps.workspaces()).find((one) => one.ws === ws);
    if (place === undefined) throw new AppError('not_found', RECORD_SAYS.workspace_gone({ number: String(ws) }));
    return place;
  };
  const touchAll = async (ws: number, pastFrom: number | null = null): Promise<void> => {
    for (let after = 0; ; ) {
      const chunk = await accountsAfter(deps.postgres.db, ws, after, CHUNK);
      if (chunk.length === 0) return;
      await deps.touchAccounts(ws, chunk, pastFrom);
      after = chunk.at(-1)!;
    }
  };
  const askForHistory = (ws: number): Promise<void> => deps.jobs.send(HISTORY_QUEUE, { ws }, { singletonKey: String(ws) });
  const askForPast = async (ws: number): Promise<void> => {
    await askWhereHeardChanged(deps, await placeOf(ws), { touchAll });
    await askForPastWork(deps, { ws, withPeople: true });
  };
  const walk = async (): Promise<void> => {
    for (const { ws, timeZone } of await deps.workspaces()) {
      // A new day moves accounts without a fact: windows open, use is missing. All of them are looked at again, plays included.
      const day = await openDay(deps.postgres.db, ws, dateOf(deps.clock.now(), timeZone));
      if (day === 'new') {
        await touchAll(ws);
        await askWhereHeardChanged(deps, await placeOf(ws), { touchAll, isNewDay: true });
      }
      await scorePeopleWithoutAccount(deps, ws, day === 'new' ? 'all' : 'changed');
    }
  };
  return {
    define: async () => {
      await deps.jobs.define<{ ws: number }>(HISTORY_QUEUE, { expireMinutes: 180 }, async ({ ws }) => {
        await recomputeHistory(deps, turns, await placeOf(ws));
        // What the new history makes cross is told by the reactor.
        await touchAll(ws);
      });
      await deps.jobs.define<PastWork>(PAST_QUEUE, { expireMinutes: 180 }, async ({ ws, withPeople }) =>
        workOffPast(deps, turns, await placeOf(ws), { withPeople }),
      );
      await deps.jobs.define(ROUND_QUEUE, { expireMinutes: 60 }, walk);
      await deps.jobs.schedule(ROUND_QUEUE, EVERY_TEN_MINUTES);
      // What was off at midnight would show yesterday's windows, or count each account that is opened, until the clock strikes.
      await deps.jobs.send(ROUND_QUEUE, {}, { singletonKey: 'start', startAfterSeconds: AFTER_START_SECONDS });
    },
    walk,
    askForHistory,
    askForPast,
    touchAll,
    placeOf,
  };
};
