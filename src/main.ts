import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { isAppError } from '#kernel/app-error.ts';
import { type Config, readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { openProduct } from './product.ts';

const WEB = join(import.meta.dirname, '../dist/web');

/** Starts the product and keeps it until it is asked to stop. */
const run = async (config: Config): Promise<void> => {
  const log = createLog(config.logLevel);
  const product = await openProduct({ config, log, webFolder: WEB });
  const server = serve({ fetch: product.app.fetch, port: config.port, hostname: config.host }, ({ port }) => {
    process.stdout.write(`\nPerennial is at ${config.publicUrl ?? `http://localhost:${port}`}\nData folder: ${product.home}\n\n`);
  });
  server.on('error', (error) => void fail(error));
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping: finishing what runs');
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 5_000))]);
    await product.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
};

const fail = (error: unknown): never => {
  const text = isAppError(error)
    ? `${error.message}${error.remedy ? `\n${error.remedy}` : ''}`
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`\nPerennial could not start.\n${text}\n`);
  process.exit(1);
};

try {
  await run(readConfig(process.env));
} catch (error) {
  fail(error);
}
