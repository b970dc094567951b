import type { Log } from '#platform/log.ts';

/** What the river's later rooms do when something new is known about accounts; each step bears repetition. */
export interface ReactorSteps<Changes> {
  /** Accounts (or people) that wait, oldest first. */
  take(limit: number): Promise<readonly Reaction[]>;
  /** Lifecycle, figures and signals of these accounts; answers what crossed a line. */
  recompute(ws: number, reactions: readonly Reaction[]): Promise<Changes>;
  /** Which segments these accounts are in by now; who came and went is told by facts, which come by here again. */
  place(ws: number, accounts: readonly number[]): Promise<void>;
  /** Plays set in motion by what crossed. */
  play(ws: number, changes: Changes): Promise<void>;
  finish(done: readonly Reaction[]): Promise<void>;
}

export interface Reaction {
  readonly ws: number;
  readonly num: number;
  readonly since: Date;
  /** The first day (UTC, days since 1970) of which something new is known; null when it is told of now alone. */
  readonly pastFrom: number | null;
}

const CHUNK = 1_000;
const GATHER_MS = 100;
const POLL_MS = 1_000;
const RETRY_MS = 3_000;
/** What is looked at costs the same however little of it is new: busy accounts are looked at again after a rest of so many times what a look took. */
const REST = { times: 4, mostMs: 1_500 } as const;

/** The second half of the river: facts that arrived → signals → segments → plays. One at a time, woken by arriving facts, resumed after a crash. */
export const createReactor = <Changes>(steps: ReactorSteps<Changes>, log: Log) => {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = 0;
  let restsUntil = 0;
  let kicked = false;
  let running: Promise<void> | null = null;
  let stopped = true;

  const look = async (): Promise<number> => {
    const waiting = await steps.take(CHUNK);
    for (const [ws, reactions] of Map.groupBy(waiting, (reaction) => reaction.ws)) {
      const nums = reactions.map((reaction) => reaction.num);
      const changes = await steps.recompute(ws, reactions);
      await steps.place(ws, nums);
      await steps.play(ws, changes);
      await steps.finish(reactions);
    }
    return waiting.length;
  };
  const run = (isMore: (taken: number) => boolean): Promise<void> => {
    const begun = performance.now();
    running = (async () => {
      while (isMore(await look()));
    })().finally(() => {
      running = null;
      restsUntil = performance.now() + Math.min(REST.mostMs, REST.times * (performance.now() - begun));
    });
    return running;
  };
  const drain = async (): Promise<void> => {
    while (running) await running;
    await run((taken) => taken > 0);
  };
  // Only a full chunk says that accounts wait which were not looked at just now.
  const turn = (): Promise<void> => running ?? run((taken) => taken === CHUNK && !stopped);
  const wake = (soonest: number): void => {
    const wait = Math.max(soonest, restsUntil - performance.now());
    const due = performance.now() + wait;
    // A stream of kicks must not put off a turn that was promised sooner.
    if (stopped || (timer && dueAt <= due)) return;
    clearTimeout(timer);
    dueAt = due;
    timer = setTimeout(() => {
      timer = undefined;
      turn().then(
        () => {
          wake(kicked ? GATHER_MS : POLL_MS);
          kicked = false;
        },
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
      if (running) kicked = true;
      else wake(GATHER_MS);
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
      timer = undefined;
      await running?.catch(() => undefined);
    },
  };
};
