import { join } from 'node:path';
import { Hono } from 'hono';
import { createDemo, DEMO_SAYS, type Demo } from '#demo/index.ts';
import { createAppendFacts, createFacts, factId } from '#flow/facts/index.ts';
import { createIdentity } from '#flow/identity/index.ts';
import { createImports, createTracking, type ImportTarget } from '#flow/intake/index.ts';
import {
  createBoards,
  createEarlyLives,
  createExchangeRates,
  createExperimentIdeas,
  createMeasures,
  createSegments,
  createTrackingPlans,
  type FieldValues,
} from '#flow/measures/index.ts';
import { createOutcomes } from '#flow/outcomes/index.ts';
import { createIngest } from '#flow/pipeline.ts';
import { createPlays } from '#flow/plays/index.ts';
import { whenQuiet } from '#flow/quiet.ts';
import { createReactor } from '#flow/react.ts';
import { createLists, createSignals, lifecycleMeasure, type NamedThing, segmentUnits } from '#flow/signals/index.ts';
import { recallFrom } from '#kernel/saying.ts';
import { type Access, allWorkspaces, membersOf } from '#platform/access.ts';
import type { Clock } from '#platform/clock.ts';
import { createCallRoute, type Route } from '#platform/http.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import { refreshStatistics } from '#platform/postgres.ts';
import type { Stores } from '#platform/stores.ts';
import { createActivate } from '#stages/activate/index.ts';
import { createEngage, createSuggestions } from '#stages/engage/index.ts';
import { createGrow } from '#stages/grow/index.ts';
import { createMarket } from '#stages/market/index.ts';
import { createRetain } from '#stages/retain/index.ts';
import { createSell } from '#stages/sell/index.ts';
import { SAYINGS } from './sayings.ts';
import { manifests } from './stages.ts';

/** What the machine gives to the river and the stages. */
export interface RoomsDeps extends Pick<Stores, 'postgres' | 'clickhouse'> {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  /** The data folder, for uploads. */
  readonly home: string;
  /** Has the data folder room for more? */
  hasRoom(): boolean;
  readonly access: Access;
}

/** The river and the stages, joined. */
export interface Rooms {
  readonly routes: readonly Route[];
  readonly demo: Demo;
  /** Doors that are not routes of the API: live events, the tracking script. */
  mountDoors(app: Hono): void;
  outboxState(): Promise<{ rows: number; since: number | null }>;
  /** Carries every waiting fact through the river: shipped, signals recomputed, plays played. */
  settle(): Promise<void>;
  /** Asks at once for what follows imports and old events after a pause; answers for how many workspaces it did. */
  followImports(): Promise<number>;
  /** Looks at the segments about which the clock has something to say, as every minute. */
  walkSegments(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const QUIET_MS = 3_000;
const WATCH_MS = 300;

/** Builds every room and stage and hands each what it may not import: the one place that knows them all. */
export const openRooms = async (deps: RoomsDeps): Promise<Rooms> => {
  const { postgres, clickhouse, jobs, clock, log } = deps;
  const workspaces = () => allWorkspaces(postgres.db);
  const members = async (ws: number) => new Map((await membersOf(postgres.db, ws)).map((member) => [member.userId, member.name]));

  const appendFacts = createAppendFacts(clock);
  const identity = createIdentity({
    postgres,
    clickhouse,
    clock,
    log,
    appendFacts,
    touchAccounts: (ws, accounts) => facts.touchAccounts(ws, accounts),
  });
  const facts = createFacts({
    ...identity,
    postgres,
    clickhouse,
    log,
    onShipped: () => {
      reactor.kick();
      peopleReactor.kick();
    },
  });
  const rates = createExchangeRates({ postgres, clickhouse, onChange: (ws) => signals.askForHistory(ws) });
  const trackingPlans = createTrackingPlans({
    ...{ postgres, clickhouse, clock },
    mergesChanged: (ws, before, after) => signals.followMerges(ws, before, after),
  });
  const fieldValues: FieldValues = async (workspace, field, asOf) =>
    (await segments.valuesOf(workspace, field, asOf)) ?? signals.fieldValues(workspace, field, asOf);
  const segments = createSegments({
    ...{ postgres, clickhouse, clock, log, jobs, appendFacts, workspaces, fieldValues },
    metricUnits: (workspace, asked) => measures.unitsOf(workspace, asked),
    usedElsewhere: async (ws) => [...(await plays.namingSegments(ws)), ...(await lists.namingSegments(ws))],
    replaceElsewhere: async (tx, ws, replacing) => {
      await plays.replaceSegment(tx, ws, replacing);
      await lists.replaceSegment(tx, ws, replacing);
    },
    // Figures of accounts and people are kept downstream; segments ask them all the same.
    mergedNamesOf: trackingPlans.mergedNamesOf,
    units: segmentUnits(postgres),
    directory: { ...identity, numsNamed: identity.unitsNamed, accountsOf: identity.accountsOfPersons, peopleOf: identity.peopleOfAccounts },
    watchPeople: facts.watchPeople,
    waiting: facts.waitingUnits,
  });
  const ideas = createExperimentIdeas({ postgres });
  const measures = createMeasures({
    mergedNamesOf: trackingPlans.mergedNamesOf,
    ratesOf: rates.ratesOf,
    clickhouse,
    clock,
    manifests,
    directory: { ...identity, ownerNames: members },
    // The ledger is kept downstream; its measures stand in the catalogue all the same.
    lifecycle: lifecycleMeasure({ postgres, clock }),
    fieldValues,
    milestonesOf: (ws, asOf) => signals.milestonesOf(ws, asOf),
  });
  const boards = createBoards({ postgres, clickhouse, metrics: new Set(measures.cards.map(({ id }) => id)) });
  const signals = createSignals({
    ...identity,
    postgres,
    clickhouse,
    clock,
    log,
    jobs,
    workspaces,
    touchAccounts: facts.touchAccounts,
    leavePast: facts.leavePast,
    isBringing: (ws) => imports.isAtWork(ws),
    ratesOf: rates.ratesOf,
    newestKnown: facts.newestKnown,
    mergedNamesOf: trackingPlans.mergedNamesOf,
  });
  const thingsNamed = async (ws: number): Promise<readonly NamedThing[]> => [
    ...namedThings,
    ...(await segments.named(ws)).map(({ id, name }) => ({ kind: 'segment' as const, id, name, detail: '' })),
    ...(await boards.named(ws)),
  ];
  const lists = createLists({ postgres, clock, jobs, segments: segments.named, namedThings: thingsNamed });
  const plays = createPlays({
    postgres,
    clickhouse,
    clock,
    log,
    appendFacts,
    manifests,
    workspaces,
    crossingScores: signals.crossingScores,
    directory: {
      byNums: lists.accountsByNums,
      where: async function* (ws, condition) {
        const workspace = (await workspaces()).find((one) => one.ws === ws);
        if (workspace) yield* lists.accountsWhere(workspace, condition);
      },
      numsOf: identity.accountNums,
      members,
    },
  });
  const outcomes = createOutcomes({ plays });
  const reactor = createReactor(
    {
      take: (limit) => facts.takeReactions('account', limit),
      recompute: async (ws, touched) => ({ ...(await signals.react(ws, touched)), accounts: touched.map(({ num }) => num) }),
      place: (ws, accounts) => segments.react(ws, 'account', accounts),
      play: plays.react,
      finish: (done) => facts.finishReactions('account', done),
    },
    log,
  );
  // People are looked at for segments alone: their signals follow their accounts, or the clock.
  const peopleReactor = createReactor(
    {
      take: (limit) => facts.takeReactions('person', limit),
      recompute: async () => undefined,
      place: (ws, people) => segments.react(ws, 'person', people),
      play: async () => undefined,
      finish: (done) => facts.finishReactions('person', done),
    },
    log,
  );

  const records = { ...identity, postgres, appendFacts };
  const grow = createGrow(records);
  const retain = createRetain(records);
  const sell = createSell(records);
  const engage = createEngage({ ...records, subscriptionSpans: grow.subscriptionSpans });
  const rolesOfPeople = async ({ ws }: { readonly ws: number }, now: number): Promise<ReadonlyMap<number, string>> => {
    const workspace = (await workspaces()).find((one) => one.ws === ws);
    return (workspace && (await signals.fieldValues(workspace, 'person.x.role', now))?.values) ?? new Map();
  };
  const suggestions = createSuggestions({ ...identity, ...lists, clickhouse, mergedNamesOf: trackingPlans.mergedNamesOf, rolesOfPeople });
  const market = createMarket(records);
  const activate = createActivate({
    ...identity,
    earlyLives: createEarlyLives({ clickhouse, ratesOf: rates.ratesOf, plannedNamesOf: trackingPlans.plannedNamesOf }),
  });
  const targets: readonly ImportTarget[] = [identity, market, sell, engage, retain, grow].flatMap((owner) => owner.importTargets);

  const followImport = async (ws: number): Promise<void> => {
    await facts.shipper.drain();
    // All that is to be looked at is known before the first look, so that each account is looked at once.
    await Promise.all([refreshStatistics(postgres.db), signals.askForPast(ws)]);
    await Promise.all([facts.hurryReactions(), plays.requestSweep(ws)]);
    reactor.kick();
  };
  const quietly = new Set<number>();
  const afterImport = whenQuiet<number>(QUIET_MS, async (ws): Promise<void> => {
    if (quietly.has(ws)) return;
    // What follows is work for many accounts: it waits for the files that are still coming in, so that they have the machine.
    if (imports.isAtWork(ws)) return afterImport.say(ws);
    await followImport(ws).catch((error: unknown) => log.error({ error: String(error) }, 'what follows an import could not be asked for'));
  });
  // Ledgers are kept by local day and in the workspace's currency.
  deps.access.onWorkspaceChange(async (before, after) => {
    if (before.timeZone !== after.timeZone || before.currency !== after.currency) await signals.askForHistory(after.ws);
  });
  const recall = recallFrom([...SAYINGS, DEMO_SAYS]);
  const imports = createImports({
    postgres,
    jobs,
    clock,
    log,
    folder: join(deps.home, 'imports'),
    hasRoom: deps.hasRoom,
    targets,
    recall,
    forgetFacts: facts.forgetImport,
    onProgress: afterImport.say,
    onDone: facts.shipper.hurry,
  });
  const tracking = createTracking({
    clickhouse,
    clock,
    log,
    factId,
    waiting: facts.waitingMessages,
    keep: createIngest({
      transaction: postgres.transaction,
      db: postgres.db,
      ownersInMemory: identity.ownersInMemory,
      resolveMessages: identity.resolveMessages,
      appendFacts,
      kickShipper: facts.shipper.kick,
    }),
    namesOf: async (ws, wanted) => {
      const [people, accounts] = await Promise.all([
        identity.peopleByNums(ws, wanted.people),
        identity.accountNames(postgres.db, ws, wanted.accounts),
      ]);
      return { people, accounts };
    },
    workspaceOfWriteKey: deps.access.callers.workspaceOfWriteKey,
    onHistory: afterImport.say,
    // The bundler is loaded when somebody asks for the script, not at every start.
    buildSdk: async () => (await import('../sdk/build.ts')).buildBrowserSdk(),
  });

  const door = new Hono();
  tracking.mount(door);
  const demo = createDemo({
    ...{ postgres, clickhouse, jobs, clock, log, workspaces, imports },
    recall,
    folder: join(deps.home, 'demo'),
    post: async (writeKey, body) =>
      door.request('/v1/batch', {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-length': String(Buffer.byteLength(body)) },
        body,
      }),
    call: createCallRoute(() => parts.flatMap((part) => part.routes)),
    addRates: rates.addRates,
    quietly: async (ws, work) => {
      quietly.add(ws);
      return work().finally(() => quietly.delete(ws));
    },
    workOutPast: async (ws, tell) => {
      await facts.shipper.drain();
      await identity.flushStandingChanges();
      await refreshStatistics(postgres.db);
      const watch = setInterval(() => {
        void signals.historyProgress(ws).then((now) => now && tell(now.done, now.total));
      }, WATCH_MS);
      await signals.recomputeHistory(ws).finally(() => clearInterval(watch));
      await facts.hurryReactions();
      reactor.kick();
      await plays.requestSweep(ws);
    },
    ship: facts.shipper.drain,
    forgetWorkspace: identity.forgetWorkspace,
  });

  const parts = [
    imports,
    tracking,
    identity,
    facts,
    measures,
    trackingPlans,
    segments,
    boards,
    ideas,
    rates,
    signals,
    lists,
    plays,
    outcomes,
    sell,
    activate,
    suggestions,
    retain,
    grow,
    demo,
  ];
  return {
    demo,
    routes: parts.flatMap((part) => part.routes),
    mountDoors: (app) => tracking.mount(app),
    outboxState: facts.outboxState,
    settle: async () => {
      await facts.shipper.drain();
      await facts.hurryReactions();
      await reactor.drain();
      await peopleReactor.drain();
    },
    followImports: afterImport.hasten,
    walkSegments: segments.walkRound,
    start: async () => {
      identity.start();
      await tracking.start();
      await imports.start();
      await signals.start();
      await lists.start();
      await segments.start();
      await plays.work(jobs);
      await demo.start();
      facts.shipper.start();
      reactor.start();
      peopleReactor.start();
    },
    stop: async () => {
      demo.stop();
      afterImport.stop();
      imports.stop();
      await tracking.stop();
      await facts.shipper.stop();
      await reactor.stop();
      await peopleReactor.stop();
      await identity.stop();
    },
  };
};

const namedThings = manifests.flatMap((manifest): readonly NamedThing[] => [
  ...manifest.measures.map(({ id, name, words }) => ({ kind: 'metric' as const, id, name, detail: words })),
  ...manifest.plays.map(({ id, name, words }) => ({ kind: 'play' as const, id, name, detail: words })),
]);
