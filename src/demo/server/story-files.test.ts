import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlan } from '../domain/plan.ts';
import { type StoryFiles, writeStory } from './story-files.ts';

const PLAN = demoPlan({ seed: 3, accounts: 25, months: 9, usesPerPersonMonth: 3, endsOn: '2026-03-31' });

let folder: string;
let story: StoryFiles;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-story-'));
  story = writeStory(PLAN, { folder: join(folder, 'a'), prefix: 'run1:' }, () => undefined);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const messagesOf = ({ messageFiles }: StoryFiles): readonly { messageId: string; timestamp: string }[] =>
  messageFiles.flatMap((path) =>
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { messageId: string; timestamp: string }),
  );

describe('writeStory', () => {
  it('writes every message once, in order of time, under an id of this run', () => {
    const messages = messagesOf(story);
    expect(messages).toHaveLength(story.messages);
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(messages.length);
    expect(messages.every(({ messageId }) => messageId.startsWith('run1:'))).toBe(true);
    const times = messages.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)! < '2026-04-01T06:00:00.000Z').toBe(true);
  });

  it('writes files that can be read again, corrections before changes', () => {
    const turns = story.files.map(({ fileName }) => (fileName.includes('-corrections') ? 1 : fileName.includes('-changes') ? 2 : 0));
    expect(turns).toEqual([...turns].sort());
    const accounts = story.files.find(({ fileName }) => fileName === 'accounts.csv')!;
    const rows = parse(readFileSync(accounts.path), { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.account_id).length).toBeGreaterThanOrEqual(PLAN.accounts);
    expect(rows.every((row) => row.name !== '')).toBe(true);
  });

  it('gives the same again, from the folder or anew', () => {
    expect(writeStory(PLAN, { folder: join(folder, 'a'), prefix: 'run1:' }, () => undefined)).toEqual(story);
    const again = writeStory(PLAN, { folder: join(folder, 'b'), prefix: 'run1:' }, () => undefined);
    expect(existsSync(join(folder, 'b', 'story.json'))).toBe(true);
    expect(messagesOf(again)).toEqual(messagesOf(story));
    expect(again.files.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(story.files.map(({ path }) => readFileSync(path, 'utf8')));
  });
});
