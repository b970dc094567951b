import type { Log } from '#platform/log.ts';

/** What the river's later rooms do when something new is known about accounts; each step bears repetition. */
export interface ReactorSteps<Changes> {
  /** Accounts that wait, oldest first. */
  take(limit: number): Promise<readonly Reaction[]>;
  /** Lifecycle, figures and signals of these accounts; answers what crossed a line. */
  recompute(ws: number, accounts: readonly number[]): Promise<Changes>;
  /** Plays set in motion by what crossed. */
  play(ws: number, changes: Changes): Promise<void>;
  finish(done: readonly Reaction[]): Promise<void>;
}

export interface Reaction {
  readonly ws: number;
  readonly accountNum: number;
  readonly since: Date;
}

const CHUNK = 1_000;
const POLL_MS = 1_000;
const RETRY_MS = 3_000;

/** The second half of the river: facts that arrived → signals → plays. One at a time, woken by arriving facts, resumed after a crash. */
export const createReactor = <Changes>(steps: ReactorSteps<Changes>, log: Log) => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let stopped = true;

  const reactOnce = async (): Promise<boolean> => {
    const waiting = await steps.take(CHUNK);
    if (waiting.length === 0) return false;
    for (const [ws, reactions] of Map.groupBy(waiting, (reaction) => reaction.ws)) {
      const changes = await steps.recompute(
        ws,
        reactions.map((reaction) => reaction.accountNum),
      );
      await steps.play(ws, changes);
      await steps.finish(reactions);
    }
    return true;
  };
  const drain = (): Promise<void> => {
    running ??= (async () => {
      while (await reactOnce());
    })().finally(() => {
      running = null;
    });
    return running;
  };
  const wake = (wait: number): void => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      drain().then(
        () => wake(POLL_MS),
        (error: unknown) => {
          log.error(
            { error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
            'signals could not be recomputed; they will be tried again',
          );
          wake(RETRY_MS);
        },
      );
    }, wait);
  };
  return {
    /** Facts arrived: look soon, together with what comes in the next moment. */
    kick: () => {
      if (!running) wake(100);
    },
    /** Reacts until nothing waits. */
    drain,
    start: () => {
      stopped = false;
      wake(0);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
};
