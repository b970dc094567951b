import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '#kernel/app-error.ts';
import type { ClickHouse } from './connect.ts';

interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/**
 * Brings the event store to the newest shape: runs the files NNNN_what.sql of the folder that it has not had yet, in order. A file
 * holds statements that end with ";" at the end of a line; each must be safe to repeat, because ClickHouse has no transactions and
 * a file that broke half-way runs again from its top. Refuses files that changed after they ran.
 */
export const migrateClickHouse = async (clickhouse: ClickHouse, folder: string): Promise<{ readonly applied: readonly string[] }> => {
  const migrations = await readMigrations(folder);
  await clickhouse.command(
    "CREATE TABLE IF NOT EXISTS schema_migration (name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3)) ENGINE = ReplacingMergeTree ORDER BY name",
  );
  const done = new Map(
    (await clickhouse.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migration FINAL')).map((row) => [
      row.name,
      row.checksum,
    ]),
  );
  refuseChanged(migrations, done);
  const pending = migrations.filter(({ name }) => !done.has(name));
  for (const migration of pending) await apply(clickhouse, migration);
  return { applied: pending.map(({ name }) => name) };
};

const apply = async (clickhouse: ClickHouse, { name, checksum, statements }: Migration): Promise<void> => {
  for (const [index, statement] of statements.entries()) {
    try {
      await clickhouse.command(statement);
    } catch (cause) {
      throw new OperatorError(
        'internal',
        `Migration ${name} failed at statement ${index + 1}: ${cause instanceof Error ? cause.message : String(cause)}`,
        {
          remedy: 'Correct the cause and start again: the file runs again from its top.',
          cause,
        },
      );
    }
  }
  await clickhouse.command('INSERT INTO schema_migration (name, checksum) VALUES ({name:String}, {checksum:String})', { name, checksum });
};

const refuseChanged = (migrations: readonly Migration[], done: ReadonlyMap<string, string>): void => {
  const changed = migrations.find(({ name, checksum }) => done.has(name) && done.get(name) !== checksum);
  if (!changed) return;
  throw new OperatorError('conflict', `Migration ${changed.name} was changed after it had run.`, {
    remedy: 'Put the file back as it was and write the change as a new migration.',
  });
};

const readMigrations = async (folder: string): Promise<readonly Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const odd = names.find((name) => !FILE_NAME.test(name));
  if (odd) throw new OperatorError('invalid', `Migration ${odd} is not named like 0001_what.sql.`);
  return Promise.all(names.map((name) => readMigration(folder, name)));
};

const readMigration = async (folder: string, name: string): Promise<Migration> => {
  const text = await readFile(join(folder, name), 'utf8');
  return { name, checksum: createHash('sha256').update(text).digest('hex'), statements: statementsOf(text) };
};

/** The statements of a migration file; pieces of nothing but comments are dropped. */
export const statementsOf = (text: string): readonly string[] =>
  text
    .split(/;[ \t]*(?:\r?\n|$)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.replace(/^\s*--.*$/gm, '').trim() !== '');
