export { FACT_SAYS } from './domain/fact-sayings.ts';

import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Log } from '#platform/log.ts';
import type { Postgres } from '#platform/postgres.ts';
import { type FactRoutesDeps, factRoutes } from './server/routes.ts';
import { createShipper } from './server/shipper.ts';
import { forgetImport } from './store/forget.ts';
import { outboxState, waitingMessageIds } from './store/outbox.ts';
import {
  finishReactions,
  hurryReactions,
  leavePast,
  type Reaction,
  type ReactionOf,
  takeReactions,
  touchAccounts,
  waitingUnits,
  watchPeople,
} from './store/reactions.ts';
import { newestKnown } from './store/timeline.ts';

export { eventLine, factId, insertEventLines } from './store/event-line.ts';
export { createAppendFacts } from './store/outbox.ts';

/** The event store with its outbox: facts go in with the record change, reach the store exactly once, and come out as timelines. */
export const createFacts = (
  deps: { postgres: Postgres; clickhouse: ClickHouse; log: Log; onShipped: () => void } & Omit<FactRoutesDeps, 'clickhouse'>,
) => {
  const shipper = createShipper(deps);
  return {
    shipper,
    routes: factRoutes(deps),
    newestKnown: (ws: number) => newestKnown(deps.clickhouse, ws),
    outboxState: () => outboxState(deps.postgres.db),
    /** What the event door must not count again although the event store does not have it yet. */
    waitingMessages: {
      ids: () => waitingMessageIds(deps.postgres.db),
      since: async () => (await outboxState(deps.postgres.db)).since,
    },
    hurryReactions: () => hurryReactions(deps.postgres.db),
    takeReactions: (of: ReactionOf, limit: number) => takeReactions(deps.postgres.db, of, limit),
    finishReactions: (of: ReactionOf, done: readonly Reaction[]) => finishReactions(deps.postgres.db, of, done),
    waitingUnits: (ws: number, of: ReactionOf) => waitingUnits(deps.postgres.db, ws, of),
    watchPeople: (ws: number, isWatched: boolean) => watchPeople(deps.postgres.db, ws, isWatched),
    /** Takes the facts of an import out of the store; its accounts are looked at again. */
    forgetImport: async (ws: number, importNumber: number): Promise<void> => {
      await shipper.drain();
      const accounts = await shipper.whileHalted(() => forgetImport(deps.clickhouse, ws, importNumber));
      await touchAccounts(deps.postgres.db, ws, accounts, LONG_AGO);
    },
    touchAccounts: (ws: number, accounts: readonly number[], pastFrom?: number | null) =>
      touchAccounts(deps.postgres.db, ws, accounts, pastFrom),
    leavePast: (ws: number) => leavePast(deps.postgres.db, ws),
  };
};

/** Before every day that can be judged. */
const LONG_AGO = 0;

export type Facts = ReturnType<typeof createFacts>;
