import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factId } from '#flow/facts/index.ts';
import { accountStory } from '../../domain/account-story.ts';
import { companyStory } from '../../domain/company-story.ts';
import { demoPlan } from '../../domain/plan.ts';
import { type BulkDeps, loadBulk } from './load-bulk.ts';

const PLAN = demoPlan({ endsOn: '2026-06-30', accounts: 24, months: 4 });
const WS = 7;

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
  const rows: { readonly id: string; readonly at: string; readonly ws: number }[] = [];
  const imported: string[] = [];
  let accountsAtFirstQuestion = -1;
  const loaded = await load({
    importFile: async (path, kind) => {
      if (kind === 'account') imported.push(...(await readFile(path, 'utf8')).trim().split('\n').slice(1));
    },
    resolve: async (messages) => {
      if (accountsAtFirstQuestion < 0 && messages.some((message) => message.groupId !== null)) accountsAtFirstQuestion = imported.length;
      return messages.map(() => ({ person: 1, account: 2, alias: 3 }));
    },
    insert: async (bytes) => {
      const lines = new TextDecoder()
        .decode(bytes)
        .split('\n')
        .map((line) => JSON.parse(line) as (typeof rows)[number]);
      expect(new Set(lines.map((line) => line.at.slice(0, 7))).size).toBe(1);
      rows.push(...lines);
    },
  });
  const told = [companyStory(PLAN), ...Array.from({ length: PLAN.accounts }, (_, index) => accountStory(PLAN, index))];
  const ids = told.flatMap(({ messages }) => messages.map(({ messageId }) => factId(WS, messageId)));
  expect(loaded).toMatchObject({ messages: ids.length, refused: 0 });
  expect(rows.map((row) => row.id).sort()).toEqual(ids.sort());
  expect(imported.length).toBeGreaterThan(0);
  expect(accountsAtFirstQuestion).toBe(imported.length);
});

it('ends with the first failure, of an import or of an insert', async () => {
  await expect(load({ importFile: () => Promise.reject(new Error('no import')) })).rejects.toThrow('no import');
  await expect(load({ insert: () => Promise.reject(new Error('no insert')) })).rejects.toThrow('no insert');
});
