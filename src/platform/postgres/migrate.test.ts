import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectPostgres, migratePostgres, sql } from '../postgres.ts';
import { createTestPostgres, type TestPostgres } from './testing.ts';

let folder: string;
let postgres: TestPostgres;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-migrations-'));
  postgres = await createTestPostgres({ empty: true });
  await write('0001_plant_table.sql', 'create table plant (id int primary key);\ninsert into plant values (1);');
  await write('0002_plant_name.sql', "alter table plant add column name text not null default 'fern';");
});
afterEach(async () => {
  await postgres.drop();
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const names = async (): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by applied_at, name`.execute(postgres.db);
  return rows.map(({ name }) => name);
};

it('applies what is new, in order, once', async () => {
  expect(await migratePostgres(postgres, folder)).toEqual({ applied: ['0001_plant_table.sql', '0002_plant_name.sql'] });
  expect(await migratePostgres(postgres, folder)).toEqual({ applied: [] });
  await write('0010_plant_more.sql', "insert into plant values (2, 'moss');");
  expect(await migratePostgres(postgres, folder)).toEqual({ applied: ['0010_plant_more.sql'] });
  expect(await names()).toEqual(['0001_plant_table.sql', '0002_plant_name.sql', '0010_plant_more.sql']);
});

it('keeps nothing of a migration that fails, and says where it failed', async () => {
  await write('0003_plant_broken.sql', 'insert into plant values (3);\n\ninsert into weed values (1);');
  await expect(migratePostgres(postgres, folder)).rejects.toMatchObject({
    code: 'internal',
    message: 'The migration 0003_plant_broken.sql failed in line 3: relation "weed" does not exist',
  });
  const { rows } = await sql<{ id: number }>`select id from plant`.execute(postgres.db);
  expect(rows).toEqual([{ id: 1 }]);
  expect(await names()).toEqual(['0001_plant_table.sql', '0002_plant_name.sql']);
  await write('0003_plant_broken.sql', 'insert into plant values (3);');
  expect(await migratePostgres(postgres, folder)).toEqual({ applied: ['0003_plant_broken.sql'] });
});

it('runs every migration once when several processes start together', async () => {
  const others = await Promise.all([1, 2, 3].map(() => connectPostgres({ url: postgres.url, poolSize: 1 })));
  const results = await Promise.all([postgres, ...others].map((each) => migratePostgres(each, folder)));
  await Promise.all(others.map((other) => other.close()));
  expect(results.flatMap(({ applied }) => applied)).toEqual(['0001_plant_table.sql', '0002_plant_name.sql']);
});

it('refuses a changed file, but not changed line ends', async () => {
  await migratePostgres(postgres, folder);
  await write('0001_plant_table.sql', 'create table plant (id int primary key);\r\ninsert into plant values (1);');
  expect(await migratePostgres(postgres, folder)).toEqual({ applied: [] });
  await write('0001_plant_table.sql', 'create table plant (id bigint primary key);');
  await expect(migratePostgres(postgres, folder)).rejects.toMatchObject({
    code: 'conflict',
    message: 'The migration 0001_plant_table.sql was changed after it had been applied.',
  });
});

it('refuses a database that is ahead of its files', async () => {
  await migratePostgres(postgres, folder);
  await rm(join(folder, '0002_plant_name.sql'));
  await write('0003_plant_other.sql', 'select 1;');
  await expect(migratePostgres(postgres, folder)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('0002_plant_name.sql'),
  });
});

it('applies a file of an earlier decade that came after applied ones of a later', async () => {
  await write('0105_plant_last.sql', 'select 1;');
  await migratePostgres(postgres, folder);
  await write('0004_plant_late.sql', 'select 1;');
  expect(await migratePostgres(postgres, folder)).toEqual({ applied: ['0004_plant_late.sql'] });
  expect(await migratePostgres(postgres, folder)).toEqual({ applied: [] });
});

it.each(['plant.sql', '3_plant_more.sql', '0002_plant_twice.sql'])('refuses the name %s', async (name) => {
  await write(name, 'select 1;');
  await expect(migratePostgres(postgres, folder)).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining(name) });
});
