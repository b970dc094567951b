import { join } from 'node:path';
import type { Hono } from 'hono';
import { appendFacts, createFacts, factId } from '#flow/facts/index.ts';
import { createIdentity } from '#flow/identity/index.ts';
import { createImports, createTracking, type ImportTarget } from '#flow/intake/index.ts';
import { createIngest } from '#flow/pipeline.ts';
import type { Access } from '#platform/access.ts';
import type { Clock } from '#platform/clock.ts';
import type { Route } from '#platform/http.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import type { Stores } from '#platform/stores.ts';
import { createEngage } from '#stages/engage/index.ts';
import { createGrow } from '#stages/grow/index.ts';
import { createMarket } from '#stages/market/index.ts';
import { createRetain } from '#stages/retain/index.ts';
import { createSell } from '#stages/sell/index.ts';
import { buildBrowserSdk } from '../sdk/build.ts';

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
  const { postgres, clickhouse, jobs, clock, log } = deps;

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

  const records = { ...identity, postgres, appendFacts };
  const grow = createGrow(records);
  const retain = createRetain(records);
  const sell = createSell(records);
  const engage = createEngage({ ...records, subscriptionSpans: grow.subscriptionSpans });
  const market = createMarket(records);
  const stages = [market, sell, engage, retain, grow];

  const targets: readonly ImportTarget[] = [...identity.importTargets, ...stages.flatMap((stage) => stage.importTargets)];
  const imports = createImports({
    postgres,
    jobs,
    clock,
    log,
    folder: join(deps.home, 'imports'),
    targets,
    forgetFacts: facts.forgetImport,
  });
  const tracking = createTracking({
    clickhouse,
    clock,
    log,
    factId,
    waiting: facts.waitingMessages,
    keep: createIngest({
      transaction: postgres.transaction,
      resolveMessages: identity.resolveMessages,
      appendFacts,
      kickShipper: facts.shipper.kick,
    }),
    namesOf: async (ws, wanted) => {
      const [people, accounts] = await Promise.all([
        identity.peopleByNums(ws, wanted.people),
        identity.accountNames(postgres.db, ws, wanted.accounts),
      ]);
      return { people: namesIn(people), accounts: namesIn(accounts) };
    },
    workspaceOfWriteKey: deps.access.callers.workspaceOfWriteKey,
    buildSdk: buildBrowserSdk,
  });

  return {
    routes: [
      ...imports.routes,
      ...tracking.routes,
      ...identity.routes,
      ...facts.routes,
      ...[sell, retain, grow].flatMap((stage) => stage.routes),
    ],
    mountDoors: (app) => tracking.mount(app),
    outboxState: facts.outboxState,
    start: async () => {
      await identity.flushStandingChanges();
      await tracking.start();
      await imports.start();
      facts.shipper.start();
    },
    stop: async () => {
      imports.stop();
      await tracking.stop();
      await facts.shipper.stop();
    },
  };
};

const namesIn = (found: ReadonlyMap<number, { readonly name: string | null }>): ReadonlyMap<number, string> =>
  new Map([...found].flatMap(([num, { name }]) => (name === null ? [] : [[num, name] as const])));
