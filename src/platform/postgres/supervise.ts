import type { Log } from '#platform/log.ts';
import type { Postmaster } from './postmaster.ts';

/** What the health page says about the engine. */
export type EngineState =
  | { readonly state: 'ready'; readonly pid: number }
  | { readonly state: 'restarting'; readonly reason: string; readonly attempt: number; readonly inMs: number }
  | { readonly state: 'stopped' };

export interface Supervised {
  readonly current: () => EngineState;
  readonly onState: (listener: (state: EngineState) => void) => void;
  readonly stop: () => Promise<void>;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 30_000;
/** A server that has run for this long was healthy: its next end is a new story, not one more failed attempt. */
const STEADY_MS = 60_000;

/** Keeps one server running: when it ends by itself it is started anew, after a wait that doubles from 0.1 s up to 30 s. */
export const supervise = (first: Postmaster, start: () => Promise<Postmaster>, log: Log): Supervised => {
  const listeners = new Set<(state: EngineState) => void>();
  let running: Postmaster | undefined = first;
  let current: EngineState = { state: 'ready', pid: first.pid };
  let attempt = 0;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let restarting: Promise<void> = Promise.resolve();

  const enter = (next: EngineState): void => {
    current = next;
    for (const listener of listeners) listener(next);
  };

  const watch = (server: Postmaster): void => {
    const startedAt = performance.now();
    void server.exited.then(({ code, signal }) => {
      running = undefined;
      if (isStopping) return;
      if (performance.now() - startedAt > STEADY_MS) attempt = 0;
      again(`the server ended by itself (${signal ?? `code ${code}`})`);
    });
  };

  const again = (reason: string): void => {
    if (isStopping) return;
    const inMs = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
    attempt += 1;
    log.error({ reason, attempt, inMs }, 'PostgreSQL is down and will be started again');
    enter({ state: 'restarting', reason, attempt, inMs });
    timer = setTimeout(() => {
      restarting = restart();
    }, inMs);
  };

  const restart = async (): Promise<void> => {
    try {
      running = await start();
    } catch (error) {
      again(error instanceof Error ? error.message : String(error));
      return;
    }
    log.info({ pid: running.pid }, 'PostgreSQL is back');
    watch(running);
    enter({ state: 'ready', pid: running.pid });
  };

  watch(first);
  return {
    current: () => current,
    onState: (listener) => void listeners.add(listener),
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await restarting;
      await running?.stop();
      enter({ state: 'stopped' });
    },
  };
};
