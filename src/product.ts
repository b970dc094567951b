import type { Hono } from 'hono';
import { languageOf } from '#kernel/words.ts';
import { type Access, AUTH_PATH, createAccess } from '#platform/access.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import { openDataFolder } from '#platform/data-folder.ts';
import { type DiskState, type DiskWatch, watchDisk } from '#platform/disk.ts';
import { createHttp, openApiOf, problemResponse, type Route } from '#platform/http.ts';
import { type Jobs, openJobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import { giveBackAtRest } from '#platform/rest.ts';
import { readSecret } from '#platform/secret.ts';
import { openStores, type Stores } from '#platform/stores.ts';
import { serveWeb } from '#platform/web-assets.ts';
import { openRooms, type Rooms } from './rooms.ts';

export const VERSION = '0.1.0';

const TIDY = 'access-tidy';

/** The whole product, open on its data folder. */
export interface Product {
  readonly app: Hono;
  readonly home: string;
  readonly access: Access;
  readonly rooms: Rooms;
  readonly stores: Stores;
  readonly routes: readonly Route[];
  close(): Promise<void>;
}

export interface ProductOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock?: Clock;
  /** The built web app; without it only the API answers. */
  readonly webFolder?: string;
}

/** Opens stores, rooms, stages and routes; what was begun before a failure is closed again. */
export const openProduct = async ({ config, log, clock = systemClock, webFolder }: ProductOptions): Promise<Product> => {
  const folder = await openDataFolder(config.home);
  const closers: (() => Promise<void> | void)[] = [() => folder.close()];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const disk = await watchDisk(folder.path, config.diskReserveBytes, log);
    closers.push(() => disk.stop());
    const stores = await openStores(config, folder.path, log);
    closers.push(() => stores.close());
    const jobs: Jobs = await openJobs({ url: stores.postgresUrl, log });
    closers.push(() => jobs.stop());
    const access = createAccess({ postgres: stores.postgres, clock, secret: await readSecret(folder.path), publicUrl: config.publicUrl });
    const hasRoom = () => disk.state().state === 'ok';
    const rooms = await openRooms({ ...stores, jobs, clock, log, home: folder.path, hasRoom, access });
    const routes = [...access.routes, ...rooms.routes];
    const app = mountAll({ config, log, clock, disk, access, rooms, routes, stores, webFolder });
    await jobs.define(TIDY, { retries: 1 }, async () => void (await access.tidy()));
    await jobs.schedule(TIDY, '17 * * * *');
    await rooms.start();
    closers.push(() => rooms.stop());
    await jobs.start();
    const rest = giveBackAtRest();
    closers.push(() => rest.stop());
    return { app, home: folder.path, access, rooms, stores, routes, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const diskSays = ({ state, freeBytes }: DiskState) => ({
  state,
  freeMb: Math.round(freeBytes / 1e6),
  ...(state === 'full' ? { says: 'The disk is full: nothing more is taken in until there is room. What was acknowledged is safe.' } : {}),
});

interface Mounting {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly disk: DiskWatch;
  readonly access: Access;
  readonly rooms: Rooms;
  readonly routes: readonly Route[];
  readonly stores: Stores;
  readonly webFolder: string | undefined;
}

const mountAll = ({ config, log, clock, disk, access, rooms, routes, stores, webFolder }: Mounting): Hono => {
  const { app, mount } = createHttp({
    clock,
    log,
    publicUrl: config.publicUrl,
    requestsPerMinute: config.requestsPerMinute,
    requireRoom: disk.requireRoom,
    idempotency: access.idempotency,
    identify: access.callers.identify,
  });
  app.all(`${AUTH_PATH}/*`, (context) =>
    access.auth
      .handle(context.req.raw)
      .catch((error: unknown) =>
        problemResponse(error, { requestId: 'auth', log, language: languageOf(context.req.raw.headers.get('accept-language')) }),
      ),
  );
  app.post('/v1/*', async (_, next) => {
    disk.requireRoom();
    await next();
  });
  rooms.mountDoors(app);
  mount(routes);
  const document = openApiOf(
    routes.map((one) => one.endpoint),
    VERSION,
  );
  app.get('/api/v1/openapi.json', (context) => context.json(document));
  app.get('/healthz', async (context) => {
    const states = stores.states();
    const room = disk.state();
    const good = room.state === 'ok' && Object.values(states).every(({ state }) => ['ready', 'up', 'connected'].includes(state));
    // A database that is down cannot be asked; the page says so all the same.
    const waitingFacts = await rooms.outboxState().then(
      ({ rows }) => rows,
      () => null,
    );
    return context.json({ ok: good, version: VERSION, stores: states, disk: diskSays(room), waitingFacts }, good ? 200 : 503);
  });
  app.all(
    '/api/*',
    () =>
      new Response(
        JSON.stringify({
          type: 'urn:perennial:problem:not_found',
          title: 'Not found',
          status: 404,
          code: 'not_found',
          detail: 'There is no such operation.',
          id: '',
        }),
        { status: 404, headers: { 'content-type': 'application/problem+json' } },
      ),
  );
  if (webFolder) serveWeb(app, webFolder);
  return app;
};
