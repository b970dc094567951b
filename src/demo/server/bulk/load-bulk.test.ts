import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factId } from '#flow/facts/index.ts';
import { accountStory } from '../../domain/account-story.ts';
import { companyStory } from '../../domain/company-story.ts';
import { demoPlan } from '../../domain/plan.ts';
import { type BulkDeps, loadBulk } from './load-bulk.ts';

const PLAN = demoPlan({ endsOn: '2026-06-30', accounts: 24, months: 4 });
const WS = 7;
/** Places of the instant and of the id in a line of the event store. */
const [AT, ID] = [5, 7] as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-bulk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const load = (more: Partial<BulkDeps> = {}) =>
  loadBulk(
    {
      folder: join(folder, 'files'),
      ws: WS,
      now: Date.UTC(2026, 6, 1),
      threads: 2,
      importFile: async () => undefined,
      resolve: async (messages) => messages.map(() => ({ person: 1, account: 2, alias: 3 })),
      insert: async () => undefined,
      tell: () => undefined,
      ...more,
    },
    PLAN,
  );

it('brings every message once, each piece of one month, and nobody’s before the files that name the accounts', async () => {
  const ids: string[] = [];
  const imported = new Set<string>();
  const early: string[] = [];
  let named = 0;
  const loaded = await load({
    importFile: async (path, kind) => {
      if (kind === 'account')
        for (const row of parse(await readFile(path, 'utf8'), { columns: true }) as { account_id: string }[]) imported.add(row.account_id);
    },
    resolve: async (messages) => {
      const groups = messages.flatMap(({ groupId }) => groupId ?? []);
      named += groups.length;
      early.push(...groups.filter((id) => !imported.has(id)));
      return messages.map(() => ({ person: 1, account: 2, alias: 3 }));
    },
    insert: async (bytes) => {
      const lines = new TextDecoder()
        .decode(bytes)
        .split('\n')
        .map((line) => JSON.parse(line) as readonly unknown[]);
      expect(new Set(lines.map((line) => new Date(Number(line[AT])).toISOString().slice(0, 7))).size).toBe(1);
      ids.push(...lines.map((line) => String(line[ID])));
    },
  });
  const told = [companyStory(PLAN), ...Array.from({ length: PLAN.accounts }, (_, index) => accountStory(PLAN, index))];
  const expected = told.flatMap(({ messages }) => messages.map(({ messageId }) => factId(WS, messageId)));
  expect(loaded).toMatchObject({ messages: expected.length, refused: 0 });
  expect(ids.sort()).toEqual(expected.sort());
  // Of some who only look on no file ever tells.
  expect([named > 0, early.filter((id) => imported.has(id))]).toEqual([true, []]);
});

it('ends with the first failure, of an import or of an insert', async () => {
  await expect(load({ importFile: () => Promise.reject(new Error('no import')) })).rejects.toThrow('no import');
  await expect(load({ insert: () => Promise.reject(new Error('no insert')) })).rejects.toThrow('no insert');
});
