import { isAppError } from '#kernel/app-error.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import { createIdSet, type IdHalves, type IdSet, idHalves, idOfTop } from '../../domain/tracking/id-set.ts';
import { fingerprintsSince, knownMessageIds } from '../../store/message-ids.ts';

const DAY_MS = 86_400_000;
/** Today and the seven days before: a message is remembered for at least seven times 24 hours. */
const DAYS = 8;
const GENERATION_MS = 15_000;
/** The database's clock may differ from ours. */
const CLOCK_MARGIN_MS = 60_000;

/** The facts that wait for the event store. */
export interface WaitingFacts {
  /** Ids of the waiting facts that came as messages, in pages. */
  ids(): AsyncIterable<readonly string[]>;
  /** Since when the oldest waits (UTC ms); null when none does. */
  since(): Promise<number | null>;
}

export interface SeenMessagesDeps {
  readonly clickhouse: ClickHouse;
  readonly clock: Clock;
  readonly waiting: WaitingFacts;
}

/** Remembers which messages came in the last seven days, so that each counts once and at once. */
export interface SeenMessages {
  /**
   * Runs `keep` for those of the messages, named by the ids of their facts, that were not seen before, by their indexes, and answers these indexes. Of two calls at the same
   * time with one message only one keeps it; the other waits and fails when that fails, so that its sender tries again.
   */
  once(ws: number, ids: readonly string[], keep: (fresh: readonly number[]) => Promise<void>): Promise<readonly number[]>;
  /** Fills the memory from the stores, after a start. Answers how many messages it knows. */
  load(): Promise<number>;
  /** Forgets what the event store can answer by now; to be called now and then. */
  rotate(): Promise<void>;
  /** Messages remembered, and the bytes that it takes. */
  size(): { readonly messages: number; readonly bytes: number };
}

/** Ids that came before an instant (UTC ms). */
interface Generation {
  readonly ids: IdSet;
  readonly endedAt: number;
}

interface Memory {
  /** Fingerprints by day of receipt: no means no, yes must be looked up. */
  readonly days: Map<number, IdSet>;
  /** Exact ids that the event store may not have yet; a generation goes when all of its facts were shipped. */
  recent: IdSet;
  older: readonly Generation[];
  turnedAt: number;
  /** Messages being kept at this moment. */
  readonly inFlight: Map<string, Promise<void>>;
  /** How often the database went away while it kept something, which it then may have or not; and how many of these were cleared up. */
  doubts: number;
  settled: number;
}

/** Makes the memory of messages, empty until `load`. Costs 3.8 to 4.7 bytes a message (fingerprints), and a look-up for what seems known. */
export const createSeenMessages = (deps: SeenMessagesDeps): SeenMessages => {
  const memory: Memory = {
    days: new Map(),
    recent: createIdSet('exact'),
    older: [],
    turnedAt: deps.clock.now(),
    inFlight: new Map(),
    doubts: 0,
    settled: 0,
  };
  return {
    once: (ws, ids, keep) => keepOnce(deps, memory, { ws, ids, keep }),
    load: () => load(deps, memory),
    rotate: () => rotate(deps, memory),
    size: () => {
      const days = [...memory.days.values()];
      const bytes = [...days, memory.recent, ...memory.older.map(({ ids }) => ids)].reduce((sum, set) => sum + set.bytes(), 0);
      return { messages: days.reduce((sum, set) => sum + set.size(), 0), bytes };
    },
  };
};

interface Keeping {
  readonly ws: number;
  readonly ids: readonly string[];
  readonly keep: (fresh: readonly number[]) => Promise<void>;
}

const keepOnce = async (deps: SeenMessagesDeps, memory: Memory, { ws, ids, keep }: Keeping): Promise<readonly number[]> => {
  const kept = Promise.withResolvers<void>();
  // Whoever waits for it hears of a failure; nobody may be waiting.
  kept.promise.catch(() => undefined);
  const { mine, others } = reserve(memory, ids, kept.promise);
  try {
    const halves = mine.map((index) => idHalves(ids[index]!));
    const known = await seenBefore(deps, memory, { ws, ids: mine.map((index) => ids[index]!), halves });
    const isFresh = (index: number): boolean => !known.has(ids[index]!);
    const fresh = known.size === 0 ? mine : mine.filter(isFresh);
    const freshIds = known.size === 0 ? halves : halves.filter((_, place) => isFresh(mine[place]!));
    const day = dayOf(deps.clock.now());
    if (fresh.length > 0) await keep(fresh).catch((error: unknown) => doubt(memory, { day, ids: freshIds, error }));
    for (const id of freshIds) remember(memory, day, id);
    kept.resolve();
    await Promise.all(others);
    return fresh;
  } catch (error) {
    kept.reject(error);
    throw error;
  } finally {
    for (const index of mine) memory.inFlight.delete(ids[index]!);
  }
};

/** Without a pause between look and mark, so that two requests cannot both take a message. */
const reserve = (
  { inFlight }: Memory,
  ids: readonly string[],
  kept: Promise<void>,
): { readonly mine: readonly number[]; readonly others: ReadonlySet<Promise<void>> } => {
  const mine: number[] = [];
  const others = new Set<Promise<void>>();
  ids.forEach((id, index) => {
    const other = inFlight.get(id);
    if (other === undefined) {
      inFlight.set(id, kept);
      mine.push(index);
    } else if (other !== kept) others.add(other);
  });
  return { mine, others };
};

const seenBefore = async (
  deps: SeenMessagesDeps,
  memory: Memory,
  { ws, ids, halves }: { readonly ws: number; readonly ids: readonly string[]; readonly halves: readonly IdHalves[] },
): Promise<ReadonlySet<string>> => {
  if (memory.settled < memory.doubts) await settle(deps, memory);
  const seen = new Set<string>();
  const doubtful: string[] = [];
  const days = [...memory.days.values()];
  halves.forEach((half, place) => {
    if (!days.some((day) => day.has(half))) return;
    if (memory.recent.has(half) || memory.older.some((generation) => generation.ids.has(half))) seen.add(ids[place]!);
    else doubtful.push(ids[place]!);
  });
  if (doubtful.length > 0) for (const id of await knownMessageIds(deps.clickhouse, ws, doubtful)) seen.add(id);
  return seen;
};

/** A commit whose answer was lost may have happened: such messages count as perhaps seen, until the outbox was read again. */
const doubt = (
  memory: Memory,
  { day, ids, error }: { readonly day: number; readonly ids: readonly IdHalves[]; readonly error: unknown },
): never => {
  if (isAppError(error) && error.code === 'unavailable') {
    const set = setOfDay(memory, day);
    for (const id of ids) set.add(id);
    memory.doubts += 1;
  }
  throw error;
};

const settle = async (deps: SeenMessagesDeps, memory: Memory): Promise<void> => {
  const doubts = memory.doubts;
  await readOutbox(deps, memory);
  memory.settled = Math.max(memory.settled, doubts);
};

const remember = (memory: Memory, day: number, id: IdHalves): void => {
  if (!memory.days.has(day)) for (const old of memory.days.keys()) if (old <= day - DAYS) memory.days.delete(old);
  setOfDay(memory, day).add(id);
  memory.recent.add(id);
};

const setOfDay = ({ days }: Memory, day: number): IdSet => {
  const known = days.get(day);
  if (known) return known;
  const set = createIdSet('fingerprints');
  days.set(day, set);
  return set;
};

// The outbox is read before the event store: a fact that is shipped meanwhile is then found there. After a crash in the middle of an insert
// ids may be missing beside their events, but then their shipment still stands in the outbox and travels again.
const load = async (deps: SeenMessagesDeps, memory: Memory): Promise<number> => {
  const { clickhouse, clock } = deps;
  let count = await readOutbox(deps, memory);
  const first = dayOf(clock.now()) - DAYS + 1;
  for await (const { day, tops } of fingerprintsSince(clickhouse, first)) {
    const set = setOfDay(memory, day);
    for (const top of tops) set.add(idOfTop(top));
    count += tops.length;
  }
  return count;
};

const readOutbox = async ({ waiting, clock }: SeenMessagesDeps, memory: Memory): Promise<number> => {
  const day = dayOf(clock.now());
  let count = 0;
  for await (const ids of waiting.ids()) {
    for (const id of ids) remember(memory, day, idHalves(id));
    count += ids.length;
  }
  return count;
};

const rotate = async ({ waiting, clock }: SeenMessagesDeps, memory: Memory): Promise<void> => {
  const now = clock.now();
  if (now - memory.turnedAt < GENERATION_MS) return;
  const ended = [...memory.older, { ids: memory.recent, endedAt: now }];
  memory.older = ended;
  memory.recent = createIdSet('exact');
  memory.turnedAt = now;
  // Asked after the turn: where nothing waits now, all that came before it was shipped.
  const since = await waiting.since();
  const isShipped = ({ endedAt }: Generation): boolean => since === null || since > endedAt + CLOCK_MARGIN_MS;
  memory.older = memory.older.filter((generation) => !(ended.includes(generation) && isShipped(generation)));
};

const dayOf = (now: number): number => Math.floor(now / DAY_MS);
