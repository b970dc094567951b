import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateClickHouse, statementsOf } from './migrate.ts';
import { createTestClickHouse, type TestClickHouse } from './testing.ts';

let store: TestClickHouse;
let folder: string;
beforeAll(async () => {
  store = await createTestClickHouse();
  folder = await mkdtemp(join(tmpdir(), 'perennial-migrations-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await store.drop();
});

describe('migrateClickHouse', () => {
  it('runs new files in order, once, and refuses a changed one', async () => {
    await writeFile(join(folder, '0902_more.sql'), 'ALTER TABLE shelf ADD COLUMN IF NOT EXISTS width UInt8;\n');
    await writeFile(
      join(folder, '0901_shelf.sql'),
      '-- Shelves; books stand on them.\nCREATE TABLE IF NOT EXISTS shelf (id UInt8) ENGINE = MergeTree ORDER BY id;\nINSERT INTO shelf VALUES (1);\n',
    );
    expect(await migrateClickHouse(store, folder)).toEqual({ applied: ['0901_shelf.sql', '0902_more.sql'] });
    expect(await migrateClickHouse(store, folder)).toEqual({ applied: [] });
    expect(await store.query('SELECT id, width FROM shelf')).toEqual([{ id: 1, width: 0 }]);
    await writeFile(join(folder, '0902_more.sql'), 'SELECT 1;\n');
    await expect(migrateClickHouse(store, folder)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('names the file and the statement that failed', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'perennial-migrations-'));
    await writeFile(join(broken, '0903_broken.sql'), 'SELECT 1;\nSELEC 2;\n');
    await expect(migrateClickHouse(store, broken)).rejects.toThrow(/0903_broken\.sql failed at statement 2/);
    await rm(broken, { recursive: true, force: true });
  });
});

describe('statementsOf', () => {
  it('splits at semicolons that end a line and drops pieces of nothing but comments', () => {
    expect(statementsOf("-- a; b\nSELECT ';x';\r\nSELECT 2;\n-- the end\n")).toEqual(["-- a; b\nSELECT ';x'", 'SELECT 2']);
  });
});
