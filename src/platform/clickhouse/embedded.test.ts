import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log.ts';
import { connectClickHouse } from './connect.ts';
import { type EmbeddedClickHouse, type EngineState, startEmbeddedClickHouse } from './embedded.ts';

const MEBIBYTE = 1024 ** 2;

let folder: string;
let running: EmbeddedClickHouse[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-embedded-clickhouse-'));
});
afterEach(async () => {
  await Promise.all(running.map((engine) => engine.stop()));
  running = [];
  await rm(folder, { recursive: true, force: true });
});

const start = async (options: { memoryBytes?: number; onState?: (state: EngineState) => void } = {}): Promise<EmbeddedClickHouse> => {
  const engine = await startEmbeddedClickHouse({ folder, log: silentLog, ...options });
  running.push(engine);
  return engine;
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const waitUntil = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
};

const rowsOf = (batch: number): string => Array.from({ length: 200 }, (_, index) => JSON.stringify({ id: batch * 200 + index })).join('\n');

describe('the embedded event store', () => {
  it('loses nothing and doubles nothing when it is killed again and again under insert load', async () => {
    const engine = await start();
    const store = await connectClickHouse({ url: engine.url, database: 'load' });
    await store.command('CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 10000');
    await store.command(
      'CREATE TABLE total (one UInt8, n SimpleAggregateFunction(sum, UInt64)) ENGINE = AggregatingMergeTree ORDER BY one SETTINGS non_replicated_deduplication_window = 10000',
    );
    await store.command('CREATE MATERIALIZED VIEW t_to_total TO total AS SELECT 1 AS one, count() AS n FROM t GROUP BY one');
    let batch = 0;
    let kills = 0;
    const writer = async (): Promise<void> => {
      while (kills < 4) {
        const mine = batch++;
        await store.insertLines('t', rowsOf(mine), { token: `batch-${mine}` });
      }
    };
    const killer = async (): Promise<void> => {
      for (; kills < 4; kills += 1) {
        const enough = batch + 15;
        await waitUntil(() => batch >= enough);
        process.kill(engine.pid() ?? 0, 'SIGKILL');
        await waitUntil(() => engine.pid() === undefined);
      }
    };
    await Promise.all([writer(), writer(), writer(), killer()]);
    expect(batch).toBeGreaterThan(60);
    const [counted] = await store.query<{ n: number; ids: number }>('SELECT count() AS n, uniqExact(id) AS ids FROM t');
    expect(counted).toEqual({ n: batch * 200, ids: batch * 200 });
    expect(await store.query('SELECT sum(n) AS n FROM total')).toEqual([{ n: batch * 200 }]);
    await store.close();
  }, 60_000);

  it('keeps its port over a restart and tells its states', async () => {
    const states: EngineState[] = [];
    const engine = await start({ onState: (state) => states.push(state) });
    const firstPid = engine.pid();
    process.kill(firstPid ?? 0, 'SIGKILL');
    await waitUntil(() => engine.pid() !== undefined && engine.pid() !== firstPid);
    const store = await connectClickHouse({ url: engine.url });
    expect(await store.ping()).toBe(true);
    await store.close();
    await engine.stop();
    expect(states).toEqual(['starting', 'up', 'restarting', 'up', 'stopped']);
    expect(engine.pid()).toBeUndefined();
  });

  it('answers a query over its memory cap with a clear error, and lives on', async () => {
    const engine = await start({ memoryBytes: 400 * MEBIBYTE });
    const store = await connectClickHouse({ url: engine.url });
    const pid = engine.pid();
    await expect(store.query('SELECT length(groupArray(number)) AS n FROM numbers(200000000)')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('memory'),
    });
    await expect(store.query('SELECT repeat(toString(number), 16) AS x FROM numbers(10000000)')).rejects.toMatchObject({
      code: 'too_large',
    });
    expect(await store.query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(engine.pid()).toBe(pid);
    await store.close();
  });

  it('gives one statement no more than its part of the memory, also after one that had a limit of its own', async () => {
    const engine = await start({ memoryBytes: 400 * MEBIBYTE });
    const store = await connectClickHouse({ url: engine.url });
    const limit = (settings: Readonly<Record<string, number>> = {}) =>
      store.query("SELECT toUInt64(value) AS bytes FROM system.settings WHERE name = 'max_memory_usage'", {}, { settings });
    expect(await limit({ max_memory_usage: 50 * MEBIBYTE })).toEqual([{ bytes: 50 * MEBIBYTE }]);
    expect(await limit()).toEqual([{ bytes: 180 * MEBIBYTE }]);
    await store.close();
  });

  it('waits for a running insert when it stops', async () => {
    const engine = await start();
    const store = await connectClickHouse({ url: engine.url, database: 'slow' });
    await store.command('CREATE TABLE t (id UInt64, n UInt64 DEFAULT sleepEachRow(0.5)) ENGINE = MergeTree ORDER BY id');
    const inserted = store.insertLines('t', '{"id":1}\n{"id":2}', { token: 'slow' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await engine.stop();
    await inserted;
    await store.close();
    const again = await start();
    const reopened = await connectClickHouse({ url: again.url, database: 'slow' });
    expect(await reopened.query('SELECT count() AS n FROM t')).toEqual([{ n: 2 }]);
    await reopened.close();
  });

  it('refuses a folder that another engine holds', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ code: 'unavailable', remedy: expect.stringContaining('no other Perennial') });
  });

  it('ends by itself when its parent is killed', async () => {
    const parent = fork(join(import.meta.dirname, 'parent.fixture.ts'), [folder], { execArgv: [] });
    const [pid] = (await once(parent, 'message')) as [number];
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await waitUntil(() => !isAlive(pid));
    expect(isAlive(pid)).toBe(false);
  });
});
