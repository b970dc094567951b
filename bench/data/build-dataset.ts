import { join } from 'node:path';
import type { CompanyPlan } from '#demo/index.ts';
import { loadBulk, writtenRates } from '#demo/index.ts';
import { PERMISSIONS } from '#kernel/endpoint.ts';
import { insertWorkspace, issueKey } from '#platform/access.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { refreshStatistics } from '#platform/postgres.ts';
import { openProduct } from '../../src/product.ts';
import type { Dataset } from './dataset.ts';
import { openLoadingRooms } from './loading-rooms.ts';

const THREADS = 2;

/** Builds a company in a new data folder: loaded in bulk, its past judged, where everybody stands worked out with plays, as after the demo company came in. */
export const buildDataset = async (home: string, plan: CompanyPlan): Promise<Dataset> => {
  const begun = performance.now();
  const built: Record<string, number> = {};
  const note = (what: string, value: number): void => {
    built[what] = Math.round(value * 10) / 10;
    process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(6)} s  ${what} ${built[what]}\n`);
  };
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await work();
    note(`${what}, s`, (performance.now() - from) / 1000);
    return result;
  };
  const config = readConfig({ PERENNIAL_HOME: home, LOG_LEVEL: 'warn' });
  const keys = await loaded(home, plan, { config, timed, note });
  // The product itself takes it from here: everybody is looked at once, with plays.
  const product = await openProduct({ config, log: createLog('warn') });
  await timed('reactions', () => product.rooms.settle());
  await refreshStatistics(product.stores.postgres.db);
  await product.close();
  note('all, s', (performance.now() - begun) / 1000);
  return { home, ...keys, built };
};

interface Loading {
  readonly config: ReturnType<typeof readConfig>;
  readonly timed: <T>(what: string, work: () => Promise<T>) => Promise<T>;
  readonly note: (what: string, value: number) => void;
}

const loaded = async (home: string, plan: CompanyPlan, { config, timed, note }: Loading) => {
  const rooms = await openLoadingRooms(config, home);
  try {
    const { db } = rooms.postgres;
    const { timeZone, currency, language } = plan;
    const workspace = await insertWorkspace(db, systemClock, { name: 'Bench', timeZone, currency, weekStart: 1, language }, null);
    const key = { ws: workspace.ws, name: 'bench', by: null };
    const api = await issueKey(db, systemClock, { ...key, kind: 'api', permissions: PERMISSIONS });
    const write = await issueKey(db, systemClock, { ...key, kind: 'write', permissions: [] });
    await rooms.addRates(workspace, writtenRates(plan));
    let toldAt = performance.now();
    const counts = await timed('loading', () =>
      loadBulk(
        {
          folder: join(home, 'bulk'),
          ws: workspace.ws,
          now: Date.now(),
          threads: THREADS,
          importFile: (path, kind) => rooms.importFile(workspace, path, kind),
          resolve: (messages) => rooms.resolve(workspace, messages),
          insert: rooms.insert,
          tell: (what, done) => {
            if (performance.now() - toldAt < 15_000) return;
            process.stderr.write(`          ${done} ${what}\n`);
            toldAt = performance.now();
          },
        },
        plan,
      ),
    );
    note('messages', counts.messages);
    note('messages refused', counts.refused);
    await timed('shipping', rooms.settle);
    await timed('history', () => rooms.judgePast(workspace.ws));
    return { ws: workspace.ws, key: api.secret, writeKey: write.secret };
  } finally {
    await rooms.close();
  }
};
