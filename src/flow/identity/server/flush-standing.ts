import { flushStandingChanges } from '../store/standing-changes.ts';
import type { Desk } from './deps.ts';

const EVERY_MS = 1_000;

/** Tells the event store who stands for whom: soon after every decision, and after a crash at the next start. */
export const createStandingFlusher = (desk: Desk) => {
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const flushNow = async (): Promise<void> => {
    const touched = await flushStandingChanges(desk.postgres.db, desk.clickhouse);
    for (const [ws, accounts] of Map.groupBy(touched, (one) => one.ws))
      await desk.touchAccounts?.(ws, [...new Set(accounts.map((one) => one.account))]);
  };
  /** One at a time; whoever asks while one runs waits for the next. */
  const flush = async (): Promise<void> => {
    await running?.catch(() => undefined);
    running ??= flushNow().finally(() => {
      running = null;
    });
    await running;
  };
  // What cannot be told now is kept, and tried again at the next turn.
  const turn = (): void => {
    flush()
      .catch((error: unknown) => desk.log?.warn({ error: String(error) }, 'merges could not be told to the event store; tried again soon'))
      .finally(() => {
        if (timer) timer = setTimeout(turn, EVERY_MS);
      });
  };
  return {
    flush,
    /** The same, where the decision itself must not fail with the event store. */
    flushSoon: (): Promise<void> =>
      flush().catch((error: unknown) => desk.log?.warn({ error: String(error) }, 'a merge is told to the event store later')),
    start: () => {
      timer = setTimeout(turn, 0);
    },
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      await running?.catch(() => undefined);
    },
  };
};
