import pg from 'pg';
import type { Log } from '#platform/log.ts';
import { usableBinaries } from './binaries.ts';
import { CLUSTER_ROLE, type Cluster, ensureCluster } from './cluster.ts';
import { engineUser } from './engine-user.ts';
import { freePort, isFree } from './free-port.ts';
import { stopOrphan } from './orphan.ts';
import { choosePlace } from './place.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { type EngineState, supervise } from './supervise.ts';

export interface EmbeddedPostgresOptions {
  /** A folder for the engine alone, within a data folder whose lock is held (openDataFolder). */
  readonly folder: string;
  readonly log: Log;
  /** Loopback port; a free one when absent. */
  readonly port?: number;
  /** Where files go when root's data folder is closed to the engine's user; /var/lib/perennial when absent. */
  readonly openRoot?: string;
  /** Server settings on top of ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Address with password: never write it to a log. It stays the same when the server is restarted. */
  readonly url: string;
  /** The folder in which files and the server's log really lie. */
  readonly place: string;
  readonly state: () => EngineState;
  /** Tells every later change: restarting with its reason, ready again, stopped. */
  onState(listener: (state: EngineState) => void): void;
  stop(): Promise<void>;
}

const DATABASE = 'perennial';

/**
 * Which PostgreSQL serves this data folder? Starts the built-in one (making its files at first, stopping an orphan of a
 * killed run), listens on loopback only, with a random password, and keeps it running until `stop`.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { log } = options;
  const user = engineUser();
  const place = await choosePlace({ folder: options.folder, user, log, openRoot: options.openRoot });
  const binaries = await usableBinaries({ place, user, log });
  const cluster = await ensureCluster(place, binaries, user);
  const startOn = async (port: number): Promise<Postmaster> => {
    await stopOrphan(cluster.directory, log);
    return startPostmaster({ binaries, directory: cluster.directory, user, port, settings: options.settings ?? {} });
  };
  const { first, port } =
    options.port === undefined ? await startOnFreePort(startOn) : { first: await startOn(options.port), port: options.port };
  const supervised = supervise(first, () => startOn(port), log);
  await ensureDatabase(cluster, port).catch(async (error: unknown) => {
    await supervised.stop();
    throw error;
  });
  log.info({ port, place }, 'PostgreSQL is ready');
  return {
    url: addressOf(cluster, port, DATABASE),
    place,
    state: supervised.current,
    onState: supervised.onState,
    stop: supervised.stop,
  };
};

const PORT_ATTEMPTS = 5;

/** Between finding a free port and taking it another process may be faster. */
const startOnFreePort = async (
  startOn: (port: number) => Promise<Postmaster>,
  attempt = 1,
): Promise<{ first: Postmaster; port: number }> => {
  const port = await freePort();
  try {
    return { first: await startOn(port), port };
  } catch (error) {
    if (attempt >= PORT_ATTEMPTS || (await isFree(port))) throw error;
    return startOnFreePort(startOn, attempt + 1);
  }
};

const addressOf = (cluster: Cluster, port: number, database: string): string =>
  `postgres://${CLUSTER_ROLE}:${cluster.password}@127.0.0.1:${port}/${database}`;

const ensureDatabase = async (cluster: Cluster, port: number): Promise<void> => {
  const client = new pg.Client({ connectionString: addressOf(cluster, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
};
