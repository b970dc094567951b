import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { OperatorError } from '#kernel/app-error.ts';
import type { Postgres } from './connect.ts';
import { meaningOf } from './errors.ts';

export interface Migration {
  /** NNNN_slice_what.sql */
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Any number will do as long as nothing else of ours takes it. */
const LOCK_KEY = 7_305_118_204;

/**
 * Which migrations did this call apply? Runs the folder's files in order, forward only, each in its own transaction, while
 * other starting processes wait. Every slice numbers its files within a decade of its own, so that a new file may stand before applied ones of other
 * slices; it is applied when it comes. Refuses with `conflict` when an applied file was changed or is missing.
 */
export const migratePostgres = async (postgres: Postgres, folder: string): Promise<{ readonly applied: string[] }> => {
  const migrations = await readMigrations(folder);
  const client = await postgres.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    try {
      return { applied: await applyPending(client, migrations) };
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK_KEY]);
    }
  } catch (error) {
    throw meaningOf(error);
  } finally {
    client.release();
  }
};

const NAME = /^(\d{4})_[a-z0-9]+(_[a-z0-9]+)*\.sql$/;

/** Which migrations lie in this folder, in their order? Refuses names that do not say their place, and places taken twice. */
export const readMigrations = async (folder: string): Promise<readonly Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  for (const name of names) {
    const number = NAME.exec(name)?.[1];
    if (number === undefined) throw new OperatorError('internal', `The migration ${name} must be called NNNN_slice_what.sql.`);
    if (numbers.has(number)) throw new OperatorError('internal', `Two migrations have the number ${number}; one of them is ${name}.`);
    numbers.add(number);
  }
  return Promise.all(
    names.map(async (name) => {
      // A checkout on Windows may change line ends, which changes nothing that SQL can see.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
};

const LEDGER = `create table if not exists schema_migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

const applyPending = async (client: pg.PoolClient, migrations: readonly Migration[]): Promise<string[]> => {
  await client.query(LEDGER);
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration order by name');
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) assertUnchanged(row, byName.get(row.name));
  const applied = new Set(rows.map(({ name }) => name));
  const pending = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
};

const assertUnchanged = (applied: { readonly name: string; readonly checksum: string }, found: Migration | undefined): void => {
  if (found === undefined) {
    throw new OperatorError('conflict', `The database has the migration ${applied.name}, which this version of Perennial does not know.`, {
      remedy: 'Start the newer version that made this database, or restore a backup from before the upgrade.',
    });
  }
  if (found.checksum !== applied.checksum) {
    throw new OperatorError('conflict', `The migration ${applied.name} was changed after it had been applied.`, {
      remedy: 'Bring the file back as it was, and write the change as a new migration.',
    });
  }
};

const apply = async (client: pg.PoolClient, { name, text, checksum }: Migration): Promise<void> => {
  try {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw new OperatorError(
      'internal',
      `The migration ${name} failed${lineOf(cause, text)}: ${cause instanceof Error ? cause.message : cause}`,
      {
        remedy: 'Nothing of it was kept. Repair the file, or report it with this message.',
        cause: meaningOf(cause),
      },
    );
  }
};

const lineOf = (cause: unknown, text: string): string => {
  const position = cause instanceof pg.DatabaseError ? Number(cause.position) : Number.NaN;
  return Number.isInteger(position) ? ` in line ${text.slice(0, position).split('\n').length}` : '';
};
