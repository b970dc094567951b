import { Session } from 'chdb';
import { baseSettings, connectionArguments, type EngineConfig } from './engine-settings.ts';
import { execute } from './execute.ts';
import type { RunStatement } from './http-server.ts';
import { createLane } from './lane.ts';
import { isInsert, quoteLiteral, type Statement } from './statement.ts';

/** The engine behind the protocol: sessions in two lanes, so that heavy reads never hold up inserts. */
export interface EngineCore {
  readonly run: RunStatement;
  /** Waits for running inserts, cancels running reads, and releases the folder. */
  close(): Promise<void>;
}

const KILL_RETRY_MS = 20;
const PURGE_AFTER_IDLE_MS = 2_000;

/** Opens the data folder; throws when another process holds it. */
export const openEngine = (config: EngineConfig): EngineCore => {
  const base = baseSettings(config.memoryBytes);
  const open = (): Session => new Session(config.folder, { connectionArgs: connectionArguments(config.memoryBytes) });
  const reads = createLane(open, config.readSessions, config.queueLimit);
  const writes = createLane(open, config.writeSessions, config.queueLimit);
  const control = createLane(open, 1, Number.POSITIVE_INFINITY);
  const killable = new Set<string>();

  const kill = (queryId: string): Promise<unknown> =>
    control.run(({ session }) =>
      session.queryAsync(`KILL QUERY WHERE Settings['log_comment'] = ${quoteLiteral(queryId)} ASYNC`, { format: 'Null' }),
    );

  /** Repeats until the query is over: a kill that comes before the engine has registered the query hits nothing. */
  const killUntilOver = async (queryId: string): Promise<void> => {
    while (killable.has(queryId)) {
      await kill(queryId).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, KILL_RETRY_MS));
    }
  };

  // The allocator keeps what a heavy query took (1.3 GB seen) until it is told to give it back.
  const purgeWhenIdle = (): void => {
    if (reads.busy() + writes.busy() > 0) return void purgeTimer.refresh();
    void control.run(({ session }) => session.queryAsync('SYSTEM JEMALLOC PURGE', { format: 'Null' })).catch(() => undefined);
  };
  const purgeTimer = setTimeout(purgeWhenIdle, PURGE_AFTER_IDLE_MS).unref();

  const runRead = (statement: Statement, clientGone: AbortSignal) =>
    reads.run(async (slot) => {
      killable.add(statement.queryId);
      const onGone = (): void => void killUntilOver(statement.queryId);
      clientGone.addEventListener('abort', onGone, { once: true });
      if (clientGone.aborted) onGone();
      try {
        return await execute(slot, statement, base);
      } finally {
        killable.delete(statement.queryId);
        clientGone.removeEventListener('abort', onGone);
      }
    }, clientGone);

  return {
    run: (statement, clientGone) => {
      purgeTimer.refresh();
      if (/^\s*KILL\s/i.test(statement.sql)) return control.run((slot) => execute(slot, statement, base));
      if (isInsert(statement.sql)) return writes.run((slot) => execute(slot, statement, base));
      return runRead(statement, clientGone);
    },
    close: async () => {
      clearTimeout(purgeTimer);
      await writes.idle();
      await Promise.all([...killable].map(killUntilOver));
      await reads.idle();
      for (const lane of [reads, writes, control]) lane.close();
    },
  };
};
