import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Log } from '#platform/log.ts';
import type { Postgres } from '#platform/postgres.ts';
import { createTurns } from '#platform/turns.ts';
import { insertEventLines, namesOfLine } from '../store/event-line.ts';
import { isInserting, missingLines } from '../store/missing-lines.ts';
import { claimShipment, finishShipment, linesOfShipment, openShipments } from '../store/outbox.ts';
import { keepAnew, spanOf } from '../store/view-tables.ts';

/** History fills shipments: of 20,000 facts each costs the event store 13 µs, of 60,000 only 9. More would take longer to be seen. */
const ROWS_PER_SHIPMENT = 50_000;
/** Small inserts cost as much as large ones (15 ms of a core in all processes, and a merge later): under load facts gather this long. */
const GATHER_MS = 150;
const POLL_MS = 250;
const RETRY_MS = 1_000;

/** Carries facts from the outbox to the event store, each exactly once: a repeated shipment has the same token. */
export interface Shipper {
  /** Something new waits: ship soon. */
  kick(): void;
  /** What waits need not gather any longer: ship all of it soon. */
  hurry(): void;
  /** Ships until nothing waits. */
  drain(): Promise<void>;
  /** Does work of the event store while nothing is shipped. */
  whileHalted<T>(work: () => Promise<T>): Promise<T>;
  start(): void;
  stop(): Promise<void>;
}

/** Makes the shipper; `onShipped` is told after each shipment. */
export const createShipper = (deps: { postgres: Postgres; clickhouse: ClickHouse; log: Log; onShipped: () => void }): Shipper => {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = true;
  let hurrying = 0;
  let timer: NodeJS.Timeout | undefined;
  let dueAt = 0;
  const turns = createTurns();
  const whileHalted = <T>(work: () => Promise<T>): Promise<T> => turns.take(ALL_WORKSPACES, work);

  const shipAll = async (): Promise<void> => {
    for (const shipment of await openShipments(deps.postgres.db)) await ship(shipment, true);
    const claim = (shipment: string) => claimShipment(deps.postgres.db, shipment, ROWS_PER_SHIPMENT, hurrying > 0);
    for (let shipment = randomUUID(); await claim(shipment); shipment = randomUUID()) {
      await ship(shipment);
      if (hurrying === 0 && stopped) return;
      if (hurrying === 0) await sleep(GATHER_MS);
    }
  };
  const ship = async (shipment: string, wasBegun = false): Promise<void> => {
    const lines = await linesOfShipment(deps.postgres.db, shipment);
    await whileHalted(async () => {
      const { isRepeat } = await insertEventLines(deps.clickhouse, lines, shipment);
      if (isRepeat || wasBegun) await mend(deps, lines.toString());
    });
    await deps.postgres.transaction((tx) => finishShipment(tx, shipment));
    deps.onShipped();
  };
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await shipAll();
      } while (again);
    })().finally(() => {
      running = null;
    });
    return running;
  };
  const drain = async (): Promise<void> => {
    hurrying += 1;
    await run().finally(() => {
      hurrying -= 1;
    });
  };
  const loop = (wait: number): void => {
    const due = performance.now() + wait;
    // A stream of kicks must not put off a turn that was promised sooner.
    if (stopped || (timer && dueAt <= due)) return;
    clearTimeout(timer);
    dueAt = due;
    timer = setTimeout(() => {
      timer = undefined;
      run().then(
        () => loop(POLL_MS),
        (error: unknown) => {
          deps.log.warn(
            { error: error instanceof Error ? error.message : String(error) },
            'the event store does not take facts; they wait in the outbox',
          );
          loop(RETRY_MS);
        },
      );
    }, wait);
  };
  return {
    kick: () => loop(5),
    // What goes wrong here is told, and tried again, by the loop.
    hurry: () => void drain().catch(() => undefined),
    drain,
    whileHalted,
    start: () => {
      stopped = false;
      loop(0);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      await running?.catch(() => undefined);
    },
  };
};

/** All shipments take turns: they hold facts of any workspace. */
const ALL_WORKSPACES = 0;
const MEND_TRIES = 30;
const SETTLE_MS = 300;

/**
 * An engine that was killed may have noted a token before its rows: the repeated insert is then taken for a duplicate and the rows are lost.
 * So what was sent twice is looked up by id, once no insert runs any more, and what is missing is sent under a token of its own. What views keep may
 * have counted a row twice or not at all, and is made anew.
 */
const mend = async (deps: { readonly clickhouse: ClickHouse; readonly log: Log }, lines: string): Promise<void> => {
  const { clickhouse, log } = deps;
  if (lines === '') return;
  for (let tries = 0; tries < MEND_TRIES && (await isInserting(clickhouse)); tries += 1) await sleep(SETTLE_MS);
  const missing = (await missingLines(clickhouse, lines)).length === 0 ? [] : await missingAtLast(clickhouse, lines);
  if (missing.length > 0) {
    log.warn({ rows: missing.length }, 'a killed engine had noted a shipment without its rows; they are sent again');
    await insertEventLines(clickhouse, missing.join('\n'), randomUUID());
  }
  const told = lines.split('\n').map(namesOfLine);
  for (const [ws, own] of Map.groupBy(told, (line) => line.ws)) await keepAnew(clickhouse, ws, spanOf(own.map(({ at }) => at)));
};

// Rows of an insert that has just ended may not be seen yet.
const missingAtLast = async (clickhouse: ClickHouse, lines: string): Promise<readonly string[]> => {
  await sleep(SETTLE_MS);
  return missingLines(clickhouse, lines);
};
