/** The embedded event store as a process of its own: chDB behind ClickHouse's HTTP protocol on loopback. Started by embedded.ts. */
import type { AddressInfo } from 'node:net';
import { openEngine } from './engine-core.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import type { EngineConfig } from './engine-settings.ts';
import { createProtocolServer } from './http-server.ts';

const STOP_LIMIT_MS = 15_000;
const ORPHAN_LIMIT_MS = 3_000;

const tell = (message: FromEngine): Promise<void> =>
  new Promise((resolve) => (process.send ? process.send(message, () => resolve()) : resolve()));

// SIGKILL, not exit(): the engine's threads may still run, and its C++ teardown under them can hang; the data is safe either way.
const vanish = (): void => void process.kill(process.pid, 'SIGKILL');

const start = async (config: EngineConfig): Promise<void> => {
  const core = openEngine(config);
  const server = createProtocolServer(config.secret, core.run);
  const stop = async (limitMs: number): Promise<void> => {
    setTimeout(vanish, limitMs).unref();
    server.close();
    await core.close();
    await tell({ type: 'stopped' });
    vanish();
  };
  process.on('message', (message: ToEngine) => message.type === 'stop' && void stop(STOP_LIMIT_MS));
  process.on('disconnect', () => void stop(ORPHAN_LIMIT_MS));
  server.once('error', (error) => void fail(error));
  server.listen(config.port, '127.0.0.1', () => void tell({ type: 'listening', port: (server.address() as AddressInfo).port }));
};

const fail = async (error: unknown): Promise<void> => {
  await tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  vanish();
};

// Ctrl-C in a terminal reaches the whole process group; the parent decides when the engine stops.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.once('disconnect', () => setTimeout(vanish, ORPHAN_LIMIT_MS).unref());
process.once('message', (message: ToEngine) => {
  if (message.type === 'start') start(message.config).catch(fail);
});
