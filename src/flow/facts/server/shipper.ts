import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Log } from '#platform/log.ts';
import type { Postgres } from '#platform/postgres.ts';
import { claimShipment, finishShipment, linesOfShipment, openShipments } from '../store/outbox.ts';

const ROWS_PER_SHIPMENT = 20_000;
/** Small inserts cost the event store as much as large ones (5 ms of a core, and a merge later): under load facts gather this long. */
const GATHER_MS = 50;
const POLL_MS = 250;
const RETRY_MS = 1_000;

/** Carries facts from the outbox to the event store, each exactly once: a repeated shipment has the same token. */
export interface Shipper {
  /** Something new waits: ship soon. */
  kick(): void;
  /** Ships until nothing waits. */
  drain(): Promise<void>;
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

  const shipAll = async (): Promise<void> => {
    for (const shipment of await openShipments(deps.postgres.db)) await ship(shipment);
    for (let shipment = randomUUID(); await claimShipment(deps.postgres.db, shipment, ROWS_PER_SHIPMENT); shipment = randomUUID()) {
      await ship(shipment);
      if (hurrying === 0 && stopped) return;
      if (hurrying === 0) await sleep(GATHER_MS);
    }
  };
  const ship = async (shipment: string): Promise<void> => {
    const lines = await linesOfShipment(deps.postgres.db, shipment);
    await deps.clickhouse.insertLines('events', lines, { token: shipment });
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
    drain,
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
