import type { Hono } from 'hono';
import { appendFacts, createFacts } from '#flow/facts/index.ts';
import { createIdentity } from '#flow/identity/index.ts';
import type { Access } from '#platform/access.ts';
import type { Clock } from '#platform/clock.ts';
import type { Route } from '#platform/http.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import type { Stores } from '#platform/stores.ts';

/** What the machine gives to the river and the stages. */
export interface RoomsDeps extends Pick<Stores, 'postgres' | 'clickhouse'> {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  /** The data folder, for uploads. */
  readonly home: string;
  readonly access: Access;
}

/** The river and the stages, joined. */
export interface Rooms {
  readonly routes: readonly Route[];
  /** Doors that are not routes of the API: live events, the tracking script. */
  mountDoors(app: Hono): void;
  outboxState(): Promise<{ rows: number; since: number | null }>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds every room and stage and hands each what it may not import: the one place that knows them all. */
export const openRooms = async (deps: RoomsDeps): Promise<Rooms> => {
  const { postgres, clickhouse, clock, log } = deps;
  const identity = createIdentity({
    postgres,
    clickhouse,
    clock,
    appendFacts,
    touchAccounts: (ws, accounts) => facts.touchAccounts(ws, accounts),
  });
  const facts = createFacts({
    postgres,
    clickhouse,
    log,
    onShipped: () => undefined,
    accountNum: identity.accountNum,
    personNum: identity.personNum,
    peopleByNums: identity.peopleByNums,
  });
  return {
    routes: [...identity.routes, ...facts.routes],
    mountDoors: () => undefined,
    outboxState: facts.outboxState,
    start: async () => {
      await identity.flushStandingChanges();
      facts.shipper.start();
    },
    stop: () => facts.shipper.stop(),
  };
};
